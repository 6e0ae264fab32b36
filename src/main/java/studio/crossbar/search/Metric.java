package studio.crossbar.search;

/** What a design is judged by; less is better in all. */
public enum Metric {
    /** Share of wrong answers under noise, mean over chips: 0 … 1. */
    ERROR("error", "share", false),
    /** Upper end of the two-sided 95 % interval of that mean. */
    ERROR_BOUND("errorBound", "share", false),
    /** Of one inference's hardware. */
    AREA("area", "mm²", true),
    /** Of one inference, with expected conductances and inputs, so that designs compare before and after training. */
    ENERGY("energy", "nJ", true),
    /** Of one inference. */
    LATENCY("latency", "µs", true),
    /** Weights without biases. */
    WEIGHTS("weights", "weights", true),
    /** Memory cells that hold them. */
    DEVICES("devices", "cells", true);

    private final String label;
    private final String unit;
    private final boolean computed;

    Metric(String label, String unit, boolean computed) {
        this.label = label;
        this.unit = unit;
        this.computed = computed;
    }

    /** Name in files and on the command line. */
    public String label() {
        return label;
    }

    /** Unit of the values. */
    public String unit() {
        return unit;
    }

    /** Whether the value follows from the design without any training. */
    public boolean computed() {
        return computed;
    }

    /**
     * The metric called {@code label}.
     *
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static Metric labelled(String label) {
        StringBuilder labels = new StringBuilder();
        for (Metric metric : values()) {
            if (metric.label.equals(label)) {
                return metric;
            }
            labels.append(labels.isEmpty() ? "" : ", ").append(metric.label);
        }
        throw new IllegalArgumentException("metric: " + label + " is none of " + labels);
    }
}
