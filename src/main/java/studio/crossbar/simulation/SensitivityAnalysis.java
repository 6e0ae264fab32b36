package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.TileSlot;

/**
 * Attributes lost accuracy to sources of noise, layers or tiles: one at a time, and by Shapley's value within a budget.
 * Every set of causes is measured on the same chips, with the same deviates, so that differences between sets are not those
 * between chips.
 */
public final class SensitivityAnalysis {

    /** What is compared. */
    public enum By {
        SOURCE,
        LAYER,
        TILE
    }

    private final ChipStudy study;
    private final ChipOptions options;
    private final By by;
    private final double seconds;
    private final int chips;
    private final long seed;
    private final BooleanSupplier cancelled;
    /** Sources that act, in order. */
    private final List<NoiseSource> sources;

    private final List<String> names;
    private final Map<BitSet, Double> known = new HashMap<>();

    private SensitivityAnalysis(
            ChipStudy study,
            ChipOptions options,
            By by,
            double seconds,
            int chips,
            long seed,
            BooleanSupplier cancelled) {
        this.study = study;
        this.options = options;
        this.by = by;
        this.seconds = seconds;
        this.chips = chips;
        this.seed = seed;
        this.cancelled = cancelled;
        sources = List.copyOf(options.active(
                seconds, study.mapped().trained().design().hardware().noise()));
        names = names();
    }

    /**
     * @param seconds age of the chips
     * @param chips behind each mean, at least 1
     * @param budget most network evaluations (one chip on all test windows each) beyond those of one cause at a time; below
     *     what Shapley's value takes for one order of joining, it is left out
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     * @throws IllegalArgumentException if nothing acts, or the device says nothing about the age
     */
    public static Sensitivity of(
            ChipStudy study,
            ChipOptions options,
            By by,
            double seconds,
            int chips,
            int budget,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        return new SensitivityAnalysis(study, options, by, seconds, chips, seed, cancelled).run(budget, progress);
    }

    private List<String> names() {
        List<String> result = new ArrayList<>();
        switch (by) {
            case SOURCE -> sources.forEach(source -> result.add(source.label()));
            case LAYER ->
                study.mapped().plan().layers().stream().map(LayerPlan::name).forEach(result::add);
            case TILE -> {
                for (TileSlot slot : study.mapped().plan().tiles()) {
                    result.add("tile " + (result.size() + 1) + ": layer " + (slot.layer() + 1) + ", rows "
                            + (slot.firstRow() + 1) + " … " + (slot.firstRow() + slot.rows()) + ", outputs "
                            + (slot.firstOutput() + 1) + " … " + (slot.firstOutput() + slot.outputs()));
                }
            }
        }
        if (sources.isEmpty() || (by != By.SOURCE && sources.equals(List.of(NoiseSource.ADC)))) {
            throw new IllegalArgumentException(
                    "noise: there is none to attribute; name a device, or give the design noise");
        }
        return result;
    }

    private Sensitivity run(int budget, DoubleConsumer progress) {
        int n = names.size();
        int affordable = budget / chips;
        boolean exact = n < Integer.SIZE - 2 && (1 << n) - n - 2 <= affordable;
        int total = n + 2 + (exact ? (1 << n) - n - 2 : affordable);
        double ideal = accuracy(new BitSet(), progress, total);
        double[] alone = new double[n];
        for (int i = 0; i < n; i++) {
            BitSet one = new BitSet();
            one.set(i);
            alone[i] = ideal - accuracy(one, progress, total);
        }
        BitSet everything = new BitSet();
        everything.set(0, n);
        double all = accuracy(everything, progress, total);
        Shapley shapley = exact
                ? Shapley.exact(n, set -> ideal - accuracy(set, progress, total))
                : Shapley.sampled(
                        n,
                        set -> ideal - accuracy(set, progress, total),
                        orderCost -> known.size() + orderCost <= n + 2 + affordable,
                        seed);
        List<Sensitivity.Cause> causes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            causes.add(new Sensitivity.Cause(names.get(i), alone[i], shapley.value(i), shapley.standardError(i)));
        }
        progress.accept(1);
        return new Sensitivity(ideal, all, chips, known.size(), exact, causes);
    }

    /** Mean accuracy with a set of causes. */
    private double accuracy(BitSet causes, DoubleConsumer progress, int total) {
        Double before = known.get(causes);
        if (before != null) {
            return before;
        }
        double mean = study.accuracies(chosen(causes), List.of(seconds), chips, seed, cancelled, _ -> {})
                .getFirst()
                .mean();
        known.put((BitSet) causes.clone(), mean);
        progress.accept(Math.min(1, (double) known.size() / total));
        return mean;
    }

    private ChipOptions chosen(BitSet causes) {
        if (by == By.SOURCE) {
            Set<NoiseSource> some = EnumSet.noneOf(NoiseSource.class);
            causes.stream().forEach(i -> some.add(sources.get(i)));
            return options.withSources(some);
        }
        BitSet fixed = (BitSet) causes.clone();
        return options.withScope((tile, slot) -> fixed.get(by == By.LAYER ? slot.layer() : tile));
    }
}
