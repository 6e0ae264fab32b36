package studio.crossbar.tensor;

/**
 * A uniform quantiser that rounds to nearest and clips: codes {@code low … high} on a full scale of {@code steps}
 * steps. DAC, ADC and device levels are all of this form; see Esser et al., LSQ, ICLR 2020, equations 1 to 3.
 *
 * @param fullScale value of code {@code steps}, finite and above zero, in the unit of the input
 * @param steps steps on {@code [0, fullScale]}, at least 1
 * @param low lowest code, {@code -steps … 0}
 * @param high highest code, {@code 0 … steps}, above {@code low}
 */
public record Quantizer(float fullScale, int steps, int low, int high) {

    public Quantizer {
        if (!(fullScale > 0) || Float.isInfinite(fullScale)) {
            throw new IllegalArgumentException("fullScale: " + fullScale + " is not a finite value above 0");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps: " + steps + " is below 1");
        }
        if (low < -steps || high > steps || low > 0 || high < 0 || low == high) {
            throw new IllegalArgumentException(
                    "codes: " + low + " … " + high + " are not a range around 0 within ±" + steps);
        }
    }

    /** Converter of {@code bits} on {@code [0, fullScale]}: {@code 2^bits − 1} steps. */
    public static Quantizer unsigned(float fullScale, int bits) {
        int steps = (1 << checkBits(bits, 1)) - 1;
        return new Quantizer(fullScale, steps, 0, steps);
    }

    /** Converter of {@code bits} on {@code [−fullScale, fullScale]}: {@code 2^(bits−1) − 1} steps a side. */
    public static Quantizer signed(float fullScale, int bits) {
        int steps = (1 << (checkBits(bits, 2) - 1)) - 1;
        return new Quantizer(fullScale, steps, -steps, steps);
    }

    private static int checkBits(int bits, int least) {
        if (bits < least || bits > 16) {
            throw new IllegalArgumentException("bits: " + bits + " is outside " + least + " … 16");
        }
        return bits;
    }

    /** Value of one step. */
    public float step() {
        return fullScale / steps;
    }

    /** Steps a unit of the input; a value times this is its unrounded code. */
    float stepsPerUnit() {
        return steps / fullScale;
    }

    /** Code of {@code value}: nearest (ties to even), clipped. NaN gives code 0. */
    public int code(float value) {
        return (int) Math.rint(clip(value));
    }

    /** {@code value} after quantisation. */
    public float apply(float value) {
        return code(value) * step();
    }

    /** Straight-through derivative by the input: 1 inside the range, 0 where the input is clipped. */
    public float inputGradient(float value) {
        float scaled = value * stepsPerUnit();
        return scaled >= low && scaled <= high ? 1f : 0f;
    }

    /**
     * Derivative by the full scale (LSQ, equation 3, by the chain rule from the step): inside the range the rounding
     * error in steps over {@code steps}, outside it the clipped code over {@code steps}.
     */
    public float fullScaleGradient(float value) {
        float scaled = value * stepsPerUnit();
        float clipped = clip(value);
        float code = (float) Math.rint(clipped);
        return (scaled == clipped ? code - scaled : code) * (1f / steps);
    }

    private float clip(float value) {
        return Math.min(Math.max(value * stepsPerUnit(), low), high);
    }
}
