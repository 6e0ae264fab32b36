package studio.crossbar.search.polarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.SubMatrix;

/** Turns learned probabilities into encodings. */
final class Freezing {

    private Freezing() {}

    /**
     * The most probable encoding of each sub-matrix. If more weights than allowed would have both signs, those sub-matrices
     * keep them that prefer them most to their better single sign, in turn as long as the share holds.
     *
     * @param probabilities {@code [parts][choices]}
     * @param maxDifferential largest share of all weights in pairs of cells, per cent
     */
    static List<Encoding> encodings(
            double[][] probabilities, List<Encoding> choices, List<SubMatrix> parts, double maxDifferential) {
        List<Encoding> encodings = new ArrayList<>();
        for (double[] line : probabilities) {
            encodings.add(choices.get(likeliest(line, -1)));
        }
        int differential = choices.indexOf(Encoding.DIFFERENTIAL);
        if (differential < 0) {
            return encodings;
        }
        double allowed = maxDifferential
                / 100
                * parts.stream().mapToLong(SubMatrix::weights).sum();
        double used = 0;
        List<Integer> wishes = IntStream.range(0, parts.size())
                .filter(s -> encodings.get(s) == Encoding.DIFFERENTIAL)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer s) -> probabilities[s][likeliest(probabilities[s], differential)]
                                        / probabilities[s][differential])
                        .thenComparing(s -> s))
                .toList();
        for (int s : wishes) {
            if (used + parts.get(s).weights() <= allowed) {
                used += parts.get(s).weights();
            } else {
                encodings.set(s, choices.get(likeliest(probabilities[s], differential)));
            }
        }
        return encodings;
    }

    /** Most probable choice but {@code not}; the first of equals. */
    private static int likeliest(double[] line, int not) {
        int best = -1;
        for (int k = 0; k < line.length; k++) {
            if (k != not && (best < 0 || line[k] > line[best])) {
                best = k;
            }
        }
        return best;
    }
}
