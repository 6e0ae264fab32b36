package studio.crossbar.cost;

import studio.crossbar.training.Activity;

/**
 * Mean over some devices of their conductance times the input of their row, relative to full scale.
 *
 * @param meanMicroSiemens of {@code G x}, which sets a column's current, µS
 * @param meanSquareMicroSiemens of {@code G x²}, which sets the energy of a read by voltage, µS
 */
record Driven(double meanMicroSiemens, double meanSquareMicroSiemens) {

    static final Driven NONE = new Driven(0, 0);

    /** Devices whose conductance has nothing to do with their row's input. */
    static Driven of(double microSiemens, Activity activity) {
        return new Driven(microSiemens * activity.mean(), microSiemens * activity.meanSquare());
    }

    /** Sums over devices; {@link #mean} ends them. */
    static final class Sum {

        private double mean;
        private double meanSquare;
        private long devices;

        /** Takes {@code count} devices of one row. */
        void add(double microSiemens, long count, Activity row) {
            mean += microSiemens * row.mean();
            meanSquare += microSiemens * row.meanSquare();
            devices += count;
        }

        /** Nothing where there was no device. */
        Driven mean() {
            return devices == 0 ? NONE : new Driven(mean / devices, meanSquare / devices);
        }
    }
}
