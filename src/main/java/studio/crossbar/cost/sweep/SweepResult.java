package studio.crossbar.cost.sweep;

import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.hardware.Hardware;

/** Totals of all designs of a space, by their number; NaN for designs that the technology cannot build. */
public final class SweepResult {

    private final SweepSpace space;
    private final Hardware hardware;
    private final Technology technology;
    private final CostOptions options;
    private final double[] areas;
    private final double[] energies;
    private final double[] latencies;
    private final double[] intervals;
    private final double[] operations;
    private volatile @Nullable String refusal;

    SweepResult(SweepSpace space, Hardware hardware, Technology technology, CostOptions options) {
        this.space = space;
        this.hardware = hardware;
        this.technology = technology;
        this.options = options;
        int size = space.size();
        areas = new double[size];
        energies = new double[size];
        latencies = new double[size];
        intervals = new double[size];
        operations = new double[size];
    }

    void set(int index, Cost cost) {
        areas[index] = cost.areaSquareMillimetres();
        energies[index] = cost.energyNanojoules();
        latencies[index] = cost.latencyMicroseconds();
        intervals[index] = cost.intervalMicroseconds();
        operations[index] = cost.operations();
    }

    void refuse(int index, String message) {
        areas[index] = Double.NaN;
        energies[index] = Double.NaN;
        latencies[index] = Double.NaN;
        intervals[index] = Double.NaN;
        operations[index] = Double.NaN;
        refusal = message;
    }

    /** Unit costs of all bills. */
    public Technology technology() {
        return technology;
    }

    /** Designs. */
    public int size() {
        return areas.length;
    }

    public SweepPoint point(int index) {
        return SweepPoint.of(space, index, hardware, options);
    }

    /** Whether the technology can build a design. */
    public boolean built(int index) {
        return !Double.isNaN(areas[index]);
    }

    /** Why a design cannot be built, of one of those; null if all can. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Designs that cannot be built. */
    public int refused() {
        int refused = 0;
        for (double area : areas) {
            refused += Double.isNaN(area) ? 1 : 0;
        }
        return refused;
    }

    /** mm². */
    public double areaSquareMillimetres(int index) {
        return areas[index];
    }

    /** nJ an inference. */
    public double energyNanojoules(int index) {
        return energies[index];
    }

    /** µs an inference. */
    public double latencyMicroseconds(int index) {
        return latencies[index];
    }

    /** Inferences a second. */
    public double inferencesPerSecond(int index) {
        return 1e6 / intervals[index];
    }

    /** TOPS/W. */
    public double teraOperationsPerJoule(int index) {
        return operations[index] / energies[index] * 1e-3;
    }

    /** TOPS/mm². */
    public double teraOperationsPerSecondAndSquareMillimetre(int index) {
        return operations[index] / intervals[index] * 1e-6 / areas[index];
    }
}
