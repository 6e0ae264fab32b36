package studio.crossbar.network.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to raw signals before the first layer; an exported graph does it itself.
 *
 * @param companding of the signals, or null
 * @param mean {@code [signals]}, subtracted
 * @param deviation {@code [signals]}, divided by; none is 0
 * @param split whether each signal becomes {@code max(x, 0)} and {@code max(−x, 0)}, all of the former first
 */
public record Preparation(@Nullable Power companding, float[] mean, float[] deviation, boolean split) {

    /**
     * Each vector v of signals becomes {@code v · (|v|² + floor²)^((exponent − 1)/2)}.
     *
     * @param triads first signals of vectors of three; all others are vectors of one
     */
    public record Power(double exponent, double floor, List<Integer> triads) {

        public Power {
            triads = List.copyOf(triads);
        }

        /** First signal of the vector that {@code signal} belongs to. */
        int vector(int signal) {
            for (int first : triads) {
                if (signal >= first && signal < first + 3) {
                    return first;
                }
            }
            return signal;
        }
    }

    public Preparation {
        if (mean.length == 0 || mean.length != deviation.length) {
            throw new IllegalArgumentException(
                    "mean: " + mean.length + " values for " + deviation.length + " deviations");
        }
    }

    /** Signals that come in. */
    int signals() {
        return mean.length;
    }

    /** Channels of the network's input. */
    int channels() {
        return split ? 2 * mean.length : mean.length;
    }
}
