package studio.crossbar.search.polarity;

import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.training.PolarityProblem;

/**
 * What a polarity search may choose and how long it takes.
 *
 * @param granularity what shares an encoding; the constraint's where it has one
 * @param channelGroups planes of input channels with row blocks of their own, 1 … 64
 * @param price what λ weighs
 * @param constraint encodings allowed
 * @param maxDifferential largest share of weights with both signs, per cent, 0 … 100
 * @param searchEpochs float epochs in which encodings and weights are learned together, 1 … 1000
 * @param adaptEpochs float epochs under the encodings found, before the recipe's fine-tuning, 0 … 1000
 */
public record PolaritySettings(
        PolarityMap.Granularity granularity,
        int channelGroups,
        PolarityPrice price,
        PolarityConstraint constraint,
        double maxDifferential,
        int searchEpochs,
        int adaptEpochs) {

    /** Row blocks choose freely, for area; 15 and 5 epochs. */
    public static final PolaritySettings STANDARD = new PolaritySettings(
            PolarityMap.Granularity.ROW_BLOCK, 1, PolarityPrice.AREA, PolarityConstraint.FREE, 100, 15, 5);

    private static final int MOST_CHANNEL_GROUPS = 64;

    public PolaritySettings {
        if (constraint.granularity() != null && constraint.granularity() != granularity) {
            throw new IllegalArgumentException("granularity: " + granularity + " contradicts the constraint "
                    + constraint + ", which means " + constraint.granularity());
        }
        if (channelGroups < 1 || channelGroups > MOST_CHANNEL_GROUPS) {
            throw new IllegalArgumentException(
                    "channelGroups: " + channelGroups + " is outside 1 … " + MOST_CHANNEL_GROUPS);
        }
        if (!(maxDifferential >= 0 && maxDifferential <= 100)) {
            throw new IllegalArgumentException("maxDifferential: " + maxDifferential + " is outside 0 … 100 %");
        }
        if (maxDifferential < 100 && !constraint.choices().contains(Encoding.DIFFERENTIAL)) {
            throw new IllegalArgumentException(
                    "maxDifferential: " + maxDifferential + " says nothing under the constraint " + constraint
                            + ", which allows none; leave one of them out");
        }
        if (searchEpochs < 1 || searchEpochs > PolarityProblem.MOST_EPOCHS) {
            throw new IllegalArgumentException(
                    "searchEpochs: " + searchEpochs + " is outside 1 … " + PolarityProblem.MOST_EPOCHS);
        }
        if (adaptEpochs < 0 || adaptEpochs > PolarityProblem.MOST_EPOCHS) {
            throw new IllegalArgumentException(
                    "adaptEpochs: " + adaptEpochs + " is outside 0 … " + PolarityProblem.MOST_EPOCHS);
        }
    }

    /** The same with the granularity that {@code value} means, if it means one. */
    public PolaritySettings withConstraint(PolarityConstraint value) {
        PolarityMap.Granularity meant = value.granularity();
        return new PolaritySettings(
                meant == null ? granularity : meant,
                channelGroups,
                price,
                value,
                maxDifferential,
                searchEpochs,
                adaptEpochs);
    }

    public PolaritySettings withGranularity(PolarityMap.Granularity value, int groups) {
        return new PolaritySettings(value, groups, price, constraint, maxDifferential, searchEpochs, adaptEpochs);
    }

    public PolaritySettings withPrice(PolarityPrice value) {
        return new PolaritySettings(
                granularity, channelGroups, value, constraint, maxDifferential, searchEpochs, adaptEpochs);
    }

    public PolaritySettings withMaxDifferential(double value) {
        return new PolaritySettings(granularity, channelGroups, price, constraint, value, searchEpochs, adaptEpochs);
    }

    public PolaritySettings withEpochs(int search, int adapt) {
        return new PolaritySettings(granularity, channelGroups, price, constraint, maxDifferential, search, adapt);
    }

    /** All that decides a search's result beside design, data and prices, in one line. */
    String key() {
        return granularity + " " + channelGroups + " " + price + " " + constraint + " " + maxDifferential + " "
                + searchEpochs + " " + adaptEpochs;
    }
}
