package studio.crossbar.device;

import java.util.Arrays;
import studio.crossbar.tensor.CounterNoise;

/** Many devices of one target, programmed once and read at any time. */
public final class DeviceSample {

    private final ProgrammedDevices devices;
    private final float[] z;
    private final float[] g;
    private final float[] variances;

    /** @param count number of devices */
    public DeviceSample(Device model, double target, int count) {
        g = new float[count];
        variances = new float[count];
        z = new float[count];
        Arrays.fill(g, (float) target);
        devices = model.program(g, new CounterNoise(1, 1));
        new CounterNoise(1, 2).gaussian(0, z, 0, count);
    }

    /** Conductances right after programming. */
    public Moments programmed() {
        devices.conductances(0, g);
        return Moments.of(g);
    }

    /** One reading of each device, none below 0. */
    public Moments read(double seconds) {
        devices.conductances(seconds, g);
        devices.readVariances(seconds, g, variances);
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.max(0, g[i] + (float) Math.sqrt(variances[i]) * z[i]);
        }
        return Moments.of(g);
    }

    /** Mean and standard deviation, µS. */
    public record Moments(double mean, double deviation) {
        static Moments of(float[] values) {
            double sum = 0;
            double squares = 0;
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
            }
            double mean = sum / values.length;
            return new Moments(mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean)));
        }
    }
}
