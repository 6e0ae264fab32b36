package studio.crossbar.cost;

/** How a converter of a resolution without a row of its own is estimated from the nearest rows. */
public enum ConverterLaw {
    /** A constant factor a bit, through the two nearest rows. */
    GEOMETRIC(2) {
        @Override
        double at(int bits, int[] known, double[] values) {
            double perBit = Math.log(values[1] / values[0]) / (known[1] - known[0]);
            return values[0] * Math.exp(perBit * (bits - known[0]));
        }
    },
    /**
     * {@code a + d·bits + c·2^bits} through the three nearest rows: a successive-approximation converter's comparator,
     * its logic, and a capacitor array that doubles with each bit.
     */
    LINEAR_PLUS_EXPONENTIAL(3) {
        @Override
        double at(int bits, int[] known, double[] values) {
            double p0 = Math.scalb(1.0, known[0]);
            double slope = (values[1] - values[0]) / (known[1] - known[0]);
            double power = (Math.scalb(1.0, known[1]) - p0) / (known[1] - known[0]);
            double c = (values[2] - values[0] - slope * (known[2] - known[0]))
                    / (Math.scalb(1.0, known[2]) - p0 - power * (known[2] - known[0]));
            double d = slope - c * power;
            return values[0] + d * (bits - known[0]) + c * (Math.scalb(1.0, bits) - p0);
        }
    },
    /** {@code a + d·bits} through the two nearest rows: a converter whose capacitors do not count. */
    LINEAR(2) {
        @Override
        double at(int bits, int[] known, double[] values) {
            return values[0] + (values[1] - values[0]) * (bits - known[0]) / (known[1] - known[0]);
        }
    },
    /** Proportional to the number of levels less one, {@code 2^bits − 1}, from the nearest row: a part a level. */
    LEVELS(1) {
        @Override
        double at(int bits, int[] known, double[] values) {
            return values[0] * (Math.scalb(1.0, bits) - 1) / (Math.scalb(1.0, known[0]) - 1);
        }
    },
    /** {@link SurveyRegression}, which takes no rows but rate and node. */
    SURVEY(0) {
        @Override
        double at(int bits, int[] known, double[] values) {
            throw new IllegalStateException("the regression takes no rows");
        }
    };

    private final int support;

    ConverterLaw(int support) {
        this.support = support;
    }

    /** Rows that an estimate takes. */
    int support() {
        return support;
    }

    /**
     * Area or energy at {@code bits}.
     *
     * @param known resolutions of {@link #support} rows
     * @param values their figures
     */
    abstract double at(int bits, int[] known, double[] values);
}
