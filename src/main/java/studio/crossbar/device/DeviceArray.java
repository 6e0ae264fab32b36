package studio.crossbar.device;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;

/** Devices of a {@link Device} after programming. */
public final class DeviceArray implements ProgrammedDevices {

    private final Device device;
    private final float[] target;
    private final float[] programmed;
    private final float[] deviate;
    private final BitSet stuck;
    private final double meanAttempts;

    DeviceArray(Device device, Programmer.Outcome outcome) {
        this.device = device;
        target = outcome.target();
        programmed = outcome.microSiemens();
        deviate = outcome.deviate();
        stuck = outcome.stuck();
        meanAttempts = outcome.meanAttempts();
    }

    @Override
    public int size() {
        return programmed.length;
    }

    @Override
    public int stuck() {
        return stuck.cardinality();
    }

    /** Whether programming did not change device {@code index}. */
    public boolean isStuck(int index) {
        return stuck.get(index);
    }

    /** Write cycles a device, on average. */
    public double meanAttempts() {
        return meanAttempts;
    }

    @Override
    public void conductances(double seconds, float[] into) {
        device.requireSeconds(seconds);
        requireSize("into", into);
        if (seconds == 0) {
            System.arraycopy(programmed, 0, into, 0, size());
            return;
        }
        switch (device.drift()) {
            case Drift.None _ -> System.arraycopy(programmed, 0, into, 0, size());
            case Drift.PowerLaw law -> decay(Math.log1p(seconds / law.referenceSeconds()), into);
            case Drift.Logarithmic law -> spread(law, Math.log(seconds), into);
            case Drift.Measured law -> between(law, seconds, into);
        }
        for (int i = stuck.nextSetBit(0); i >= 0; i = stuck.nextSetBit(i + 1)) {
            into[i] = programmed[i];
        }
    }

    private void decay(double logarithm, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) (programmed[i] * Math.exp(-deviate[i] * logarithm));
        }
    }

    private void spread(Drift.Logarithmic law, double logarithm, float[] into) {
        float shift = (float) (law.meanMicroSiemensPerE() * logarithm);
        float sigma = (float) (law.sigmaMicroSiemens() + law.sigmaMicroSiemensPerE() * logarithm);
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.max(0, programmed[i] + shift + sigma * deviate[i]);
        }
    }

    private void between(Drift.Measured law, double seconds, float[] into) {
        int next = 1;
        while (next < law.times().size() - 1 && law.times().get(next).seconds() < seconds) {
            next++;
        }
        Drift.Moment before = law.times().get(next - 1);
        Drift.Moment after = law.times().get(next);
        double share = law.interpolation() == Drift.Interpolation.LINEAR
                ? (seconds - before.seconds()) / (after.seconds() - before.seconds())
                : Math.log(seconds / before.seconds()) / Math.log(after.seconds() / before.seconds());
        DoubleUnaryOperator shift = mixed(before.shift(), after.shift(), share);
        DoubleUnaryOperator sigma = mixed(before.sigma(), after.sigma(), share);
        for (int i = 0; i < into.length; i++) {
            double mean = Math.max(0, target[i] + shift.applyAsDouble(target[i]));
            into[i] = (float) Math.max(0, mean + Math.max(0, sigma.applyAsDouble(mean)) * deviate[i]);
        }
    }

    private static DoubleUnaryOperator mixed(Curve before, Curve after, double share) {
        DoubleUnaryOperator first = before.function();
        DoubleUnaryOperator second = after.function();
        return g -> (1 - share) * first.applyAsDouble(g) + share * second.applyAsDouble(g);
    }

    @Override
    public void readVariances(double seconds, float[] conductances, float[] into) {
        device.requireSeconds(seconds);
        requireSize("conductances", conductances);
        requireSize("into", into);
        ReadNoise noise = device.readNoise();
        if (noise.sigma().isZero()) {
            Arrays.fill(into, 0);
            return;
        }
        double growth = noise.growth(seconds);
        DoubleUnaryOperator function = noise.sigma().deviation();
        boolean relative = noise.of() == ReadNoise.Of.PROGRAMMED_RELATIVE;
        for (int i = 0; i < into.length; i++) {
            double sigma = relative
                    ? conductances[i] * function.applyAsDouble(programmed[i])
                    : function.applyAsDouble(conductances[i]);
            into[i] = (float) (sigma * growth * (sigma * growth));
        }
    }

    private void requireSize(String field, float[] array) {
        if (array.length != size()) {
            throw new IllegalArgumentException(
                    field + ": " + array.length + " values" + " for " + size() + " devices; give one a device");
        }
    }
}
