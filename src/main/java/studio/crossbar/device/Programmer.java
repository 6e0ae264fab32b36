package studio.crossbar.device;

import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;
import studio.crossbar.tensor.CounterNoise;

/**
 * One programming cycle of an array. Two things are bounded, and nothing else: standard deviations at 0 from below ({@link
 * Curve#deviation}), and conductances at 0 S, since no passive device conducts less; a device that Gaussian noise would take
 * below holds 0, so that means near 0 µS rise as those of measured devices do. Conductances above the highest target stay.
 */
final class Programmer {

    /**
     * What programming leaves.
     *
     * @param target µS {@code [n]}
     * @param microSiemens conductances {@code [n]}
     * @param deviate one a device {@code [n]}, whose meaning the drift law says; empty if it needs none
     * @param stuck which devices did not follow
     * @param meanAttempts write cycles a device that was not stuck
     */
    @SuppressWarnings("ArrayRecordComponent") // Tables; nothing compares them.
    record Outcome(float[] target, float[] microSiemens, float[] deviate, BitSet stuck, double meanAttempts) {}

    private final Device device;
    private final float[] target;
    private final CounterNoise noise;
    private final int cycle;
    private final int n;

    private Programmer(Device device, float[] target, CounterNoise noise, int cycle) {
        this.device = device;
        this.target = target.clone();
        this.noise = noise;
        this.cycle = cycle;
        n = target.length;
    }

    static Outcome program(Device device, float[] target, CounterNoise noise, int cycle) {
        return new Programmer(device, target, noise, cycle).run();
    }

    private Outcome run() {
        float[] offset = deviations(device.programming().deviceToDevice(), Positions.Part.DEVICE, 0);
        float[] missed = offset.clone();
        double attempts = write(offset, missed);
        float[] g = new float[n];
        for (int i = 0; i < n; i++) {
            g[i] = Math.max(0, target[i] + missed[i]);
        }
        float[] deviate = driftDeviate(missed);
        BitSet stuck = stick(g);
        return new Outcome(target, g, deviate, stuck, attempts);
    }

    /** Deviations of a curve, or zeros. */
    private float[] deviations(Curve sigma, Positions.Part part, int attempt) {
        if (sigma.isZero()) {
            return new float[n];
        }
        float[] z = Positions.gaussian(noise, part, part == Positions.Part.DEVICE ? 0 : cycle, attempt, n);
        DoubleUnaryOperator function = sigma.deviation();
        for (int i = 0; i < n; i++) {
            z[i] *= (float) function.applyAsDouble(target[i]);
        }
        return z;
    }

    /** Writes until the tolerance is met; {@code missed} receives how far each device is off. */
    private double write(float[] offset, float[] missed) {
        WriteVerify verify = device.programming().verify();
        BitSet open = new BitSet(n);
        open.set(0, n);
        long writes = 0;
        for (int attempt = 0; attempt < verify.attempts() && !open.isEmpty(); attempt++) {
            float[] miss = deviations(device.programming().cycleToCycle(), Positions.Part.CYCLE, attempt);
            writes += open.cardinality();
            for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                missed[i] = offset[i] + miss[i];
                if (Math.abs(missed[i]) <= verify.toleranceMicroSiemens()) {
                    open.clear(i);
                }
            }
        }
        return n == 0 ? 0 : (double) writes / n;
    }

    private float[] driftDeviate(float[] missed) {
        return switch (device.drift()) {
            case Drift.None _ -> new float[0];
            case Drift.PowerLaw law -> exponents(law);
            case Drift.Logarithmic _ -> Positions.gaussian(noise, Positions.Part.DRIFT, cycle, 0, n);
            case Drift.Measured _ -> standardised(missed);
        };
    }

    private float[] exponents(Drift.PowerLaw law) {
        float[] nu = Positions.gaussian(noise, Positions.Part.DRIFT, cycle, 0, n);
        DoubleUnaryOperator mean = law.exponentMean().function();
        DoubleUnaryOperator sigma = law.exponentSigma().deviation();
        for (int i = 0; i < n; i++) {
            nu[i] = (float) Math.abs(mean.applyAsDouble(target[i]) + sigma.applyAsDouble(target[i]) * nu[i]);
        }
        return nu;
    }

    private float[] standardised(float[] missed) {
        DoubleUnaryOperator cycles = device.programming().cycleToCycle().deviation();
        DoubleUnaryOperator devices = device.programming().deviceToDevice().deviation();
        float[] z = new float[n];
        for (int i = 0; i < n; i++) {
            double sigma = Math.hypot(cycles.applyAsDouble(target[i]), devices.applyAsDouble(target[i]));
            z[i] = sigma == 0 ? 0 : (float) (missed[i] / sigma);
        }
        return z;
    }

    private BitSet stick(float[] g) {
        BitSet stuck = new BitSet(n);
        double on = device.stuck().onRate();
        double either = on + device.stuck().offRate();
        if (either == 0) {
            return stuck;
        }
        float[] fraction = Positions.uniform(noise, Positions.Part.STUCK, n);
        for (int i = 0; i < n; i++) {
            if (fraction[i] < either) {
                stuck.set(i);
                g[i] = (float) (fraction[i] < on ? device.gMaxMicroSiemens() : device.gMinMicroSiemens());
            }
        }
        return stuck;
    }
}
