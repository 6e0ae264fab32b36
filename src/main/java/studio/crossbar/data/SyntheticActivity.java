package studio.crossbar.data;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Gait.Harmonic;

/**
 * An activity as {@link SyntheticImu} models it: a posture and, for the three kinds of walking, a gait.
 *
 * @param gait null for an activity without steps
 */
record SyntheticActivity(Posture posture, @Nullable Gait gait) {

    /**
     * Walking, up, down, sitting, standing, laying. Cadences are those a hip sensor showed (Chen et al., "Application
     * of de-shape synchrosqueezing to estimate gait cadence …", arXiv:2203.10563): 1.98 ± 0.14, 1.97 ± 0.25 and
     * 2.02 ± 0.23 Hz. That going down has the strongest vertical motion, and that level walking and going up differ by
     * the forward axis, is the finding of Sekine et al., Med. Eng. Phys. 22 (2000). All other numbers are chosen for a
     * plausible size and for classes that overlap, not measured.
     */
    static final List<SyntheticActivity> ALL = List.of(
            new SyntheticActivity(upright(-2), walking()),
            new SyntheticActivity(upright(-4), upstairs()),
            new SyntheticActivity(upright(-1), downstairs()),
            new SyntheticActivity(still(29, 4, 4, 0.3, 0.012, 0.004), null),
            new SyntheticActivity(still(2, 3, 4, 0.8, 0.006, 0.008), null),
            new SyntheticActivity(still(90, 8, 15, 0.1, 0.015, 0.003), null));

    /** This activity as another person, or the same person at another time, does it. */
    SyntheticActivity vary(Random random, double spread) {
        return new SyntheticActivity(posture.vary(random, spread), gait == null ? null : gait.vary(random, spread));
    }

    private static Posture upright(double pitchDegrees) {
        return still(pitchDegrees, 4, 4, 1.5, 0, 0);
    }

    private static Posture still(
            double pitchDegrees,
            double pitchDeviation,
            double rollDeviation,
            double swayDegrees,
            double breathing,
            double tremor) {
        return new Posture(
                Math.toRadians(pitchDegrees),
                Math.toRadians(pitchDeviation),
                0,
                Math.toRadians(rollDeviation),
                Math.toRadians(swayDegrees),
                breathing,
                tremor);
    }

    private static Gait walking() {
        return new Gait(
                1.98,
                0.14,
                0.25,
                11,
                0,
                0.10,
                List.of(
                        List.of(new Harmonic(2, 0.26, 2.6), new Harmonic(4, 0.10, 0.8), new Harmonic(6, 0.04, -0.5)),
                        List.of(new Harmonic(1, 0.09, 0.3), new Harmonic(3, 0.06, 1.2)),
                        List.of(new Harmonic(2, 0.17, 1.0), new Harmonic(4, 0.07, -0.9)),
                        List.of(new Harmonic(1, 0.40, -0.4), new Harmonic(3, 0.15, 0.6)),
                        List.of(new Harmonic(2, 0.30, 0.2), new Harmonic(4, 0.18, 1.9)),
                        List.of(new Harmonic(1, 0.30, 1.3), new Harmonic(3, 0.20, -1.0))));
    }

    private static Gait upstairs() {
        return new Gait(
                1.97,
                0.25,
                0.14,
                10,
                0.05,
                0.40,
                List.of(
                        List.of(new Harmonic(2, 0.24, 1.9), new Harmonic(4, 0.09, 0.3), new Harmonic(6, 0.03, -0.9)),
                        List.of(new Harmonic(1, 0.10, 0.7), new Harmonic(3, 0.05, 1.6)),
                        List.of(new Harmonic(2, 0.19, 1.6), new Harmonic(4, 0.05, -0.3)),
                        List.of(new Harmonic(1, 0.33, 0.0), new Harmonic(3, 0.14, 1.0)),
                        List.of(new Harmonic(2, 0.42, 0.8), new Harmonic(4, 0.16, 2.4)),
                        List.of(new Harmonic(1, 0.33, 0.9), new Harmonic(3, 0.17, -1.4))));
    }

    private static Gait downstairs() {
        return new Gait(
                2.02,
                0.23,
                0.40,
                12,
                0.05,
                -0.25,
                List.of(
                        List.of(new Harmonic(2, 0.30, 3.1), new Harmonic(4, 0.13, 1.4), new Harmonic(6, 0.06, 0.0)),
                        List.of(new Harmonic(1, 0.11, -0.1), new Harmonic(3, 0.08, 0.8)),
                        List.of(new Harmonic(2, 0.14, 0.5), new Harmonic(4, 0.08, -1.4)),
                        List.of(new Harmonic(1, 0.38, -0.8), new Harmonic(3, 0.18, 0.2)),
                        List.of(new Harmonic(2, 0.34, -0.3), new Harmonic(4, 0.22, 1.4)),
                        List.of(new Harmonic(1, 0.40, 1.7), new Harmonic(3, 0.24, -0.6))));
    }
}
