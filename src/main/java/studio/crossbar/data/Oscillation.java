package studio.crossbar.data;

import java.util.Random;

/** A sine {@code amplitude · sin(pulsation · seconds + phase)}, pulsation in rad/s. */
record Oscillation(double pulsation, double amplitude, double phase) {

    /** One of uniformly random frequency in {@code lowHz … highHz} and random phase. */
    static Oscillation draw(Random random, double lowHz, double highHz, double amplitude) {
        double hertz = lowHz + (highHz - lowHz) * random.nextDouble();
        return new Oscillation(2 * StrictMath.PI * hertz, amplitude, 2 * StrictMath.PI * random.nextDouble());
    }

    double at(double seconds) {
        return amplitude * StrictMath.sin(pulsation * seconds + phase);
    }

    /** Derivative by time. */
    double rateAt(double seconds) {
        return amplitude * pulsation * StrictMath.cos(pulsation * seconds + phase);
    }
}
