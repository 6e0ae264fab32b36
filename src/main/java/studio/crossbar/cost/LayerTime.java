package studio.crossbar.cost;

import java.util.List;

/**
 * When a layer works.
 *
 * @param vectors input vectors a sample
 * @param vectorNanoseconds time of one in a row of them, ns
 * @param fillNanoseconds what a sample takes beyond its vectors, ns: where reads overlap, the first has none to overlap with
 * @param busNanoseconds time that the row inputs of one vector take on a bus of the layer, ns; 0 without a limit
 * @param ownBuses whether each copy brings buses of its own, as macros do; otherwise all copies share one
 * @param replicas copies of the layer, each with vectors of its own
 */
public record LayerTime(
        int vectors,
        double vectorNanoseconds,
        double fillNanoseconds,
        double busNanoseconds,
        boolean ownBuses,
        int replicas) {

    /** A layer whose reads do not overlap, and which no bus holds up. */
    public LayerTime(int vectors, double vectorNanoseconds, int replicas) {
        this(vectors, vectorNanoseconds, 0, 0, false, replicas);
    }

    /** Time of a sample, µs, with the filling of the layer's pipeline. */
    public double latencyMicroseconds() {
        return intervalMicroseconds() + fillMicroseconds();
    }

    /**
     * Time between two samples that follow each other without a gap, µs: what crossbars and logic take, or the bus where it
     * takes longer.
     */
    public double intervalMicroseconds() {
        return Math.max(computeMicroseconds(), busMicroseconds());
    }

    /** Time of a sample at crossbars and logic, µs: as many vectors in turn as the busiest copy has. */
    public double computeMicroseconds() {
        return inTurn() * vectorNanoseconds * 1e-3;
    }

    /** Time of a sample's row inputs on the bus, µs: those of the busiest copy, or of all where they share it. */
    public double busMicroseconds() {
        return (ownBuses ? inTurn() : vectors) * busNanoseconds * 1e-3;
    }

    /** What a sample takes beyond its interval, µs. */
    public double fillMicroseconds() {
        return fillNanoseconds * 1e-3;
    }

    private int inTurn() {
        return Math.ceilDiv(vectors, replicas);
    }

    /**
     * Time between the results of successive inferences, µs: all layers' in turn, or that of the slowest where they work at
     * the same time.
     */
    static double betweenResultsMicroseconds(List<LayerTime> layers, Schedule schedule) {
        double sum = 0;
        double slowest = 0;
        for (LayerTime layer : layers) {
            sum += layer.latencyMicroseconds();
            slowest = Math.max(slowest, layer.intervalMicroseconds());
        }
        return schedule == Schedule.LAYER_SERIAL ? sum : slowest;
    }

    /**
     * Layers with the fewest copies, up to {@code most} and one a vector, that hold the pipeline up no longer than the
     * fastest layer does alone, or than the layer that copies cannot make faster.
     *
     * @param times one copy each
     */
    static List<LayerTime> balanced(List<LayerTime> times, int most) {
        double fastest = times.stream()
                .mapToDouble(LayerTime::intervalMicroseconds)
                .min()
                .orElseThrow();
        double limit = times.stream()
                .map(time -> time.withReplicas(Math.min(most, time.vectors)))
                .mapToDouble(LayerTime::intervalMicroseconds)
                .max()
                .orElseThrow();
        double target = Math.max(fastest, limit);
        return times.stream().map(time -> time.within(target)).toList();
    }

    private LayerTime within(double targetMicroseconds) {
        double turn = ownBuses ? Math.max(vectorNanoseconds, busNanoseconds) : vectorNanoseconds;
        // A little more, so that a layer that is as fast as the target needs no copy.
        int inTurn = (int) (targetMicroseconds * 1e3 / turn * (1 + 1e-12));
        return withReplicas(Math.ceilDiv(vectors, inTurn));
    }

    private LayerTime withReplicas(int copies) {
        return new LayerTime(vectors, vectorNanoseconds, fillNanoseconds, busNanoseconds, ownBuses, copies);
    }
}
