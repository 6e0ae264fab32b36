package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ADCs of a layer are given: the analog sums of all columns, one for each cycle of the inputs and slice of the
 * weights, before any noise.
 *
 * @param fullScale Y of the ADCs, in units of activation times weight
 * @param columns each kind of ADC once
 */
public record AdcInputs(double fullScale, List<Columns> columns) {

    /**
     * Columns whose ADCs have the same codes.
     *
     * @param belowZero whether they convert sums down to −Y, otherwise to 0
     * @param aboveZero whether they convert sums up to Y, otherwise to 0
     * @param sums relative to Y
     */
    public record Columns(boolean belowZero, boolean aboveZero, SumHistogram sums) {

        /** Steps from 0 to Y of an ADC of {@code bits}, one of which is the sign where there are two. */
        public int steps(int bits) {
            return belowZero && aboveZero ? (1 << (bits - 1)) - 1 : (1 << bits) - 1;
        }

        /** Lowest sum that is converted at {@code factor} times the full scale, in Y. */
        public double low(double factor) {
            return belowZero ? -factor : 0;
        }

        /** Highest such sum. */
        public double high(double factor) {
            return aboveZero ? factor : 0;
        }

        private boolean sameCodes(Columns other) {
            return belowZero == other.belowZero && aboveZero == other.aboveZero;
        }
    }

    public AdcInputs {
        columns = List.copyOf(columns);
    }

    /** Columns of several layers, each relative to its own full scale, each kind of ADC once. */
    public static List<Columns> together(List<AdcInputs> layers) {
        List<Columns> all =
                layers.stream().flatMap(layer -> layer.columns().stream()).toList();
        List<Columns> kinds = new ArrayList<>();
        for (Columns one : all) {
            if (kinds.stream().noneMatch(one::sameCodes)) {
                List<SumHistogram> alike =
                        all.stream().filter(one::sameCodes).map(Columns::sums).toList();
                kinds.add(new Columns(one.belowZero, one.aboveZero, SumHistogram.of(alike)));
            }
        }
        return List.copyOf(kinds);
    }
}
