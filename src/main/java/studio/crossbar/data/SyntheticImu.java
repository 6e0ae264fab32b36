package studio.crossbar.data;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Synthetic windows of six activities in the form of UCI HAR (see {@link UciHarReader}), for when no measured data are
 * configured. A model, not measurements: results on it say nothing about people.
 *
 * <p>An upright body has the axes x up, y right, z forward. A window is built from
 *
 * <ul>
 *   <li>the direction of gravity by posture, with slow sway ({@link Posture});
 *   <li>for the walking classes a periodic gait at a random stride phase: harmonics, heel strikes, and on stairs steps
 *       that rise and fall unevenly ({@link Gait}); the share of gravity that a tilt at the step's frequency moves
 *       between the axes is within its amplitudes;
 *   <li>breathing and tremor in all postures that keep still;
 *   <li>per person: cadence, vigour, amplitudes and phases, how the phone is turned, and the sensor's bias; per window
 *       smaller changes of all but the bias; per sample white noise ({@link SyntheticSubject}).
 * </ul>
 *
 * <p>Body acceleration is the motion with its noise, total acceleration adds gravity and the accelerometer's bias, as
 * UCI HAR's low-pass filter leaves both with gravity. The spreads are set so that the phase of a stride carries no
 * information (a linear classifier confuses the walking classes) while its shape does.
 */
public final class SyntheticImu {

    /** Subjects 1 … 24 train, 25 … 32 test. */
    private static final int TRAINING_SUBJECTS = 24;

    private static final int TEST_SUBJECTS = 8;
    private static final int WINDOWS_PER_ACTIVITY = 20;

    private SyntheticImu() {}

    /** Training and test windows with no subject in both; bit for bit the same for the same seed. */
    public static Parts generate(long seed) {
        return generate(seed, () -> false);
    }

    /** The same; ends with a {@link java.util.concurrent.CancellationException} once {@code cancelled} says so. */
    static Parts generate(long seed, BooleanSupplier cancelled) {
        return new Parts(
                "Synthetic IMU",
                part("train", seed, 1, TRAINING_SUBJECTS, cancelled),
                part("test", seed, TRAINING_SUBJECTS + 1, TEST_SUBJECTS, cancelled));
    }

    private static Dataset part(String part, long seed, int firstSubject, int people, BooleanSupplier cancelled) {
        int activities = UciHarReader.CLASSES.size();
        int windows = people * activities * WINDOWS_PER_ACTIVITY;
        int window = UciHarReader.CHANNELS.size() * UciHarReader.LENGTH;
        float[] features = new float[windows * window];
        int[] labels = new int[windows];
        int[] subjects = new int[windows];
        // Each person has an own stream of draws, so the order in which they are simulated does not matter.
        IntStream.range(0, people).parallel().forEach(person -> {
            if (cancelled.getAsBoolean()) {
                return;
            }
            SyntheticSubject wearer = new SyntheticSubject(seed, firstSubject + person);
            for (int i = 0; i < activities * WINDOWS_PER_ACTIVITY; i++) {
                int at = person * activities * WINDOWS_PER_ACTIVITY + i;
                labels[at] = i / WINDOWS_PER_ACTIVITY;
                subjects[at] = firstSubject + person;
                wearer.window(labels[at], features, at * window, UciHarReader.LENGTH);
            }
        });
        Cancellable.check(cancelled);
        return new Dataset(
                "Synthetic IMU " + part,
                true,
                features,
                UciHarReader.CHANNELS,
                UciHarReader.LENGTH,
                labels,
                UciHarReader.CLASSES,
                subjects,
                "generated, not measured: SyntheticImu, seed " + seed);
    }
}
