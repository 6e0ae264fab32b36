package studio.crossbar.search.polarity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.cost.Cost;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.SubMatrix;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.training.TrainedNetwork;

/**
 * A design that a polarity search found.
 *
 * @param lambda weight of the price
 * @param parts sub-matrices
 * @param encodings one a sub-matrix
 * @param trained the design with that map, fine-tuned
 * @param accuracy on the validation windows over programming draws
 * @param cost bill of the trained network
 * @param relativePrice area or energy over that of the differential design, both before training
 */
public record PolarityPoint(
        double lambda,
        List<SubMatrix> parts,
        List<Encoding> encodings,
        TrainedNetwork trained,
        AccuracyUnderNoise accuracy,
        Cost cost,
        double relativePrice) {

    public PolarityPoint {
        parts = List.copyOf(parts);
        encodings = List.copyOf(encodings);
    }

    /** Share of the sub-matrices with an encoding, 0 … 1. */
    public double share(Encoding encoding) {
        return (double) encodings.stream().filter(encoding::equals).count() / parts.size();
    }

    /** Share of the weights in sub-matrices with an encoding, 0 … 1. */
    public double weightShare(Encoding encoding) {
        return weights().getOrDefault(encoding, 0L)
                / (double) parts.stream().mapToLong(SubMatrix::weights).sum();
    }

    private Map<Encoding, Long> weights() {
        Map<Encoding, Long> sums = new EnumMap<>(Encoding.class);
        for (int s = 0; s < parts.size(); s++) {
            sums.merge(encodings.get(s), parts.get(s).weights(), Long::sum);
        }
        return sums;
    }
}
