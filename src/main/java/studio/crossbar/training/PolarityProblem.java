package studio.crossbar.training;

import java.util.List;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.PolarityMap;

/**
 * What a polarity search chooses between, and at what price.
 *
 * @param granularity what shares an encoding
 * @param channelGroups planes of input channels, {@link PolarityMap#channelGroups}
 * @param choices encodings that a sub-matrix may take, in the order of the prices; of POSITIVE, NEGATIVE, DIFFERENTIAL
 * @param prices one line a sub-matrix, in the order of {@link studio.crossbar.hardware.SubMatrix#of}
 * @param lambda weight of the expected price in the loss, nats, 0 … 10⁶
 * @param epochs of the search, 1 … 1000
 */
public record PolarityProblem(
        PolarityMap.Granularity granularity,
        int channelGroups,
        List<Encoding> choices,
        ChoicePrices prices,
        double lambda,
        int epochs) {

    /** Largest weight of the price. */
    public static final double MOST_LAMBDA = 1e6;

    /** Most epochs of a search. */
    public static final int MOST_EPOCHS = 1000;

    public PolarityProblem {
        choices = List.copyOf(choices);
        if (choices.isEmpty() || choices.contains(Encoding.OFFSET)) {
            throw new IllegalArgumentException(
                    "choices: " + choices + " are not some of POSITIVE, NEGATIVE, DIFFERENTIAL");
        }
        if (!(lambda >= 0 && lambda <= MOST_LAMBDA)) {
            throw new IllegalArgumentException("lambda: " + lambda + " is outside 0 … " + MOST_LAMBDA);
        }
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("epochs: " + epochs + " is outside 1 … " + MOST_EPOCHS);
        }
    }
}
