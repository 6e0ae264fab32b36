package studio.crossbar.ui.training;

import java.util.List;
import studio.crossbar.simulation.AccuracyUnderNoise;

/**
 * Accuracies of one run's chips as a box plot shows them (Tukey, Exploratory Data Analysis, 1977), 0 … 1.
 *
 * @param low least draw within 1.5 interquartile ranges of the box
 * @param firstQuartile lower end of the box
 * @param median line in the box
 * @param thirdQuartile upper end of the box
 * @param high greatest draw within 1.5 interquartile ranges of the box
 * @param mean of all draws
 * @param draws every chip
 */
public record Box(
        double low,
        double firstQuartile,
        double median,
        double thirdQuartile,
        double high,
        double mean,
        List<Double> draws) {

    private static final double WHISKER = 1.5;

    public Box {
        draws = List.copyOf(draws);
    }

    static Box of(AccuracyUnderNoise accuracy) {
        double first = accuracy.quantile(0.25);
        double third = accuracy.quantile(0.75);
        double reach = WHISKER * (third - first);
        double low = accuracy.draws().stream()
                .mapToDouble(Double::doubleValue)
                .filter(draw -> draw >= first - reach)
                .min()
                .orElse(first);
        double high = accuracy.draws().stream()
                .mapToDouble(Double::doubleValue)
                .filter(draw -> draw <= third + reach)
                .max()
                .orElse(third);
        return new Box(low, first, accuracy.quantile(0.5), third, high, accuracy.mean(), accuracy.draws());
    }
}
