package studio.crossbar.cost;

/**
 * When a layer works.
 *
 * @param vectors input vectors a sample
 * @param vectorNanoseconds time of one, ns
 * @param replicas copies of the layer, each with vectors of its own
 */
public record LayerTime(int vectors, double vectorNanoseconds, int replicas) {

    /** Time of a sample, µs: as many vectors in turn as the busiest copy has. */
    public double latencyMicroseconds() {
        return Math.ceilDiv(vectors, replicas) * vectorNanoseconds * 1e-3;
    }

    /**
     * With as many copies as bring the latency to {@code targetMicroseconds}, up to {@code most} and one a vector; none that
     * would leave the busiest copy with as many vectors as without it.
     */
    LayerTime balanced(double targetMicroseconds, int most) {
        // A little more, so that a layer that is as fast as the target needs no copy.
        int inTurn = (int) (targetMicroseconds * 1e3 / vectorNanoseconds * (1 + 1e-12));
        int wanted = inTurn < 1 ? vectors : Math.ceilDiv(vectors, inTurn);
        int turns = Math.ceilDiv(vectors, Math.min(most, wanted));
        return new LayerTime(vectors, vectorNanoseconds, Math.ceilDiv(vectors, turns));
    }
}
