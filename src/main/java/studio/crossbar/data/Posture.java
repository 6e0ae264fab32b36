package studio.crossbar.data;

import java.util.Random;

/**
 * How the waist is held, and the small motions of a body that keeps still. Angles in radians, accelerations in g.
 *
 * @param pitch lean backwards: 0 upright, π/2 on the back
 * @param pitchDeviation its standard deviation among people
 * @param roll lean to the left
 * @param rollDeviation its standard deviation among people
 * @param sway amplitude of slow balancing in pitch and roll, below 0.5 Hz
 * @param breathing amplitude of the trunk's motion along z at 0.2 … 0.3 Hz
 * @param tremor amplitude of muscle tremor at 8 … 12 Hz, the range of physiological tremor
 */
record Posture(
        double pitch,
        double pitchDeviation,
        double roll,
        double rollDeviation,
        double sway,
        double breathing,
        double tremor) {

    /** This posture as another person, or the same person at another time, has it. */
    Posture vary(Random random, double spread) {
        return new Posture(
                pitch + spread * pitchDeviation * random.nextGaussian(),
                pitchDeviation,
                roll + spread * rollDeviation * random.nextGaussian(),
                rollDeviation,
                sway * StrictMath.exp(0.3 * spread * random.nextGaussian()),
                breathing * StrictMath.exp(0.3 * spread * random.nextGaussian()),
                tremor * StrictMath.exp(0.3 * spread * random.nextGaussian()));
    }

    /** Turns a vector of an upright body into this posture. */
    Rotation rotation() {
        return Rotation.of(0, -pitch, roll);
    }

    /** The sway, breathing and tremor of one window. */
    Motion motion(Random random) {
        Oscillation[] tremors = new Oscillation[3];
        for (int axis = 0; axis < 3; axis++) {
            tremors[axis] = Oscillation.draw(random, 8, 12, tremor);
        }
        return new Motion(
                this,
                Oscillation.draw(random, 0.1, 0.5, sway),
                Oscillation.draw(random, 0.1, 0.5, sway),
                Oscillation.draw(random, 0.2, 0.3, breathing),
                tremors);
    }

    /** A posture in time. */
    record Motion(
            Posture posture, Oscillation pitching, Oscillation rolling, Oscillation breathing, Oscillation[] tremors) {

        /** Adds to acceleration x, y, z and angular rate x, y, z of the upright body. */
        void addTo(double[] motion, double seconds) {
            for (int axis = 0; axis < 3; axis++) {
                motion[axis] += tremors[axis].at(seconds);
            }
            motion[2] += breathing.at(seconds);
            motion[4] += pitching.rateAt(seconds);
            motion[5] -= rolling.rateAt(seconds);
        }

        /** Writes what an accelerometer at rest reads, of magnitude 1 g: the upward direction in the body's axes. */
        void gravity(double[] into, double seconds) {
            double pitch = posture.pitch + pitching.at(seconds);
            double roll = posture.roll + rolling.at(seconds);
            into[0] = StrictMath.cos(pitch) * StrictMath.cos(roll);
            into[1] = StrictMath.sin(roll);
            into[2] = StrictMath.sin(pitch) * StrictMath.cos(roll);
        }
    }
}
