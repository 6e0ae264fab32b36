package studio.crossbar.cost;

/** Column converters that a technology may offer. */
public enum AdcKind {
    /** Whatever the technology names as its own. */
    TECHNOLOGY("the technology's own"),
    /** Successive approximation: a comparator and a capacitor array, a step a bit. */
    SAR("SAR"),
    /** A comparator a level, one step. */
    FLASH("flash"),
    /** A comparator against a rising reference, a step a level. */
    RAMP("ramp"),
    /** A chain of sense amplifiers, one a level. */
    SENSE_AMPLIFIER("sense amplifier"),
    /** What published converters of any kind take on average: a regression over Murmann's survey. */
    SURVEY("survey regression");

    private final String label;

    AdcKind(String label) {
        this.label = label;
    }

    /** Name for tables. */
    public String label() {
        return label;
    }
}
