package studio.crossbar.device;

import java.util.List;

/** How conductance changes between programming and reading. */
public sealed interface Drift {

    /** Where the figures are from. */
    String source();

    /**
     * No change is known.
     *
     * @param source why
     */
    record None(String source) implements Drift {
        public None {
            Check.source("source", source);
        }
    }

    /**
     * Structural relaxation of phase-change memory: {@code g(t) = g · ((t + t_0) / t_0)^−ν}, with {@code ν = |N(μ, σ)|}
     * drawn in every programming cycle.
     *
     * @param referenceSeconds t_0, age at which the programmed conductance is read, above 0
     * @param exponentMean μ over the target
     * @param exponentSigma σ over the target
     */
    record PowerLaw(double referenceSeconds, Curve exponentMean, Curve exponentSigma, String source) implements Drift {
        public PowerLaw {
            Check.range("referenceSeconds", referenceSeconds, 1e-9, 1e9);
            Check.source("source", source);
        }
    }

    /**
     * Relaxation that spreads the devices further: {@code g(t) = g + m ln(t) + (s_0 + s_1 ln(t)) z} from 1 s on, {@code
     * z} standard normal, drawn in every programming cycle, independent of how far programming missed.
     *
     * @param meanMicroSiemensPerE m, shift of the mean for each factor e of time
     * @param sigmaMicroSiemens s_0, deviation at 1 s, at least 0
     * @param sigmaMicroSiemensPerE s_1, at least 0
     */
    record Logarithmic(
            double meanMicroSiemensPerE, double sigmaMicroSiemens, double sigmaMicroSiemensPerE, String source)
            implements Drift {
        public Logarithmic {
            Check.range("meanMicroSiemensPerE", meanMicroSiemensPerE, -1e3, 1e3);
            Check.range("sigmaMicroSiemens", sigmaMicroSiemens, 0, 1e3);
            Check.range("sigmaMicroSiemensPerE", sigmaMicroSiemensPerE, 0, 1e3);
            Check.source("source", source);
        }
    }

    /**
     * Deviations measured at certain times: {@code g(t) = target + shift_t(target) + σ_t(target + shift_t) z}, where
     * {@code z} is the device's own deviate of its last programming, so that a device that is high stays high. Between
     * two times shift and deviation are interpolated.
     *
     * @param interpolation how
     * @param times two or more, ascending
     */
    record Measured(Interpolation interpolation, List<Moment> times, String source) implements Drift {
        public Measured {
            times = List.copyOf(times);
            Check.range("times", times.size(), 2, 100);
            for (int i = 1; i < times.size(); i++) {
                if (times.get(i).seconds() <= times.get(i - 1).seconds()) {
                    throw new IllegalArgumentException(
                            "times: " + times.get(i).seconds() + " s is not above the time before it");
                }
            }
            if (interpolation == Interpolation.LOGARITHMIC && times.getFirst().seconds() <= 0) {
                throw new IllegalArgumentException("times: logarithmic interpolation cannot begin at 0 s");
            }
            Check.source("source", source);
        }
    }

    /**
     * A time of measurement.
     *
     * @param seconds since programming, at least 0
     * @param shift change of the mean, µS over the target; may be negative
     * @param sigma deviation, µS over the shifted mean
     */
    record Moment(double seconds, Curve shift, Curve sigma) {
        public Moment {
            Check.range("seconds", seconds, 0, 1e10);
        }
    }

    /** Whether interpolation goes along time or its logarithm. */
    enum Interpolation {
        LINEAR,
        LOGARITHMIC
    }
}
