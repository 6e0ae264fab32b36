package studio.crossbar.data;

import java.util.List;
import java.util.Random;

/**
 * A periodic gait seen from the waist, in the body's frame: x up, y right, z forward. All motion is a function of the
 * stride's phase φ (two steps a stride); both legs doing the same, vertical, forward and pitch motion repeat with the
 * step (even harmonics of the stride) and lateral, roll and yaw motion with the stride (odd harmonics), the premise of
 * the harmonic ratio of trunk accelerations (Menz, Lord, Fitzpatrick, Gait &amp; Posture 18, 2003). Each heel strike adds
 * a damped oscillation, upwards and against the walking direction.
 *
 * @param stepHz steps a second
 * @param stepHzDeviation standard deviation of {@code stepHz} among people
 * @param impact initial amplitude of a heel strike in g
 * @param impactHz frequency of the oscillation after a heel strike
 * @param asymmetry share by which one leg's strike is stronger and the other's weaker
 * @param skew how unevenly a step spends its time: φ′ = φ + skew/2 · sin 2φ is the phase that the harmonics follow, so
 *     that a lift against gravity (positive) and a drop onto the next stair (negative) have opposite saw-tooth shapes
 * @param axes harmonics of acceleration x, y, z in g and of angular rate x (yaw), y (pitch), z (roll) in rad/s
 */
record Gait(
        double stepHz,
        double stepHzDeviation,
        double impact,
        double impactHz,
        double asymmetry,
        double skew,
        List<List<Harmonic>> axes) {

    /** Decay of a heel strike's oscillation. */
    private static final double IMPACT_SECONDS = 0.035;

    /** Part of a heel strike that brakes, as seen by the forward axis. */
    private static final double BRAKING = 0.5;

    /**
     * One term {@code amplitude · cos(order · φ′ + phase)}.
     *
     * @param order multiple of the stride's frequency
     */
    record Harmonic(int order, double amplitude, double phase) {}

    /** This gait as another person, or the same person at another time, has it; the spread is relative to people's. */
    Gait vary(Random random, double spread) {
        double cadence = StrictMath.max(1.2, stepHz + spread * stepHzDeviation * random.nextGaussian());
        // Accelerations grow with the square of the cadence when the path of the trunk stays the same.
        double vigour = cadence / stepHz * (cadence / stepHz) * StrictMath.exp(0.10 * spread * random.nextGaussian());
        double strike = impact * vigour * StrictMath.exp(0.25 * spread * random.nextGaussian());
        double oscillation = impactHz * StrictMath.exp(0.10 * spread * random.nextGaussian());
        double limp = asymmetry + 0.08 * spread * random.nextGaussian();
        double shape = skew + 0.10 * spread * random.nextGaussian();
        List<List<Harmonic>> varied = axes.stream()
                .map(axis -> axis.stream()
                        .map(h -> new Harmonic(
                                h.order(),
                                h.amplitude() * vigour * StrictMath.exp(0.16 * spread * random.nextGaussian()),
                                h.phase() + 0.25 * spread * random.nextGaussian()))
                        .toList())
                .toList();
        return new Gait(cadence, stepHzDeviation, strike, oscillation, limp, shape, varied);
    }

    /** Adds the motion at stride phase {@code phi} to {@code motion}: acceleration x, y, z, angular rate x, y, z. */
    void addTo(double[] motion, double phi) {
        double warped = phi + skew / 2 * StrictMath.sin(2 * phi);
        for (int axis = 0; axis < axes.size(); axis++) {
            for (Harmonic h : axes.get(axis)) {
                motion[axis] += h.amplitude() * StrictMath.cos(h.order() * warped + h.phase());
            }
        }
        double steps = phi / StrictMath.PI;
        double whole = StrictMath.floor(steps);
        double sinceStrike = (steps - whole) / stepHz;
        double leg = ((long) whole & 1) == 0 ? 1 + asymmetry : 1 - asymmetry;
        double strike = leg
                * impact
                * StrictMath.exp(-sinceStrike / IMPACT_SECONDS)
                * StrictMath.sin(2 * StrictMath.PI * impactHz * sinceStrike);
        motion[0] += strike;
        motion[2] -= BRAKING * strike;
    }
}
