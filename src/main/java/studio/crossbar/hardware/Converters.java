package studio.crossbar.hardware;

/**
 * Resolution of the converters at a crossbar's edges.
 *
 * @param dacBits bits of the row inputs, 1 … 12
 * @param adcBits bits of the column outputs, 2 … 12
 * @param inputCycleBits input bits that the row drivers apply at a time, 1 … 12. With fewer than {@code dacBits}, the
 *     drivers have this resolution, an input takes several cycles from its least significant bits to its most significant
 *     ones, columns are converted in each cycle, and the codes are added after shifts (Shafiee et al., ISAAC, ISCA 2016,
 *     section III); otherwise all bits are applied at once. Where the cycles are not of equally many bits, the last has
 *     fewer, and its conversions count by the full significance of the drivers' range
 */
public record Converters(int dacBits, int adcBits, int inputCycleBits) {

    public Converters {
        Check.range("dacBits", dacBits, 1, 12);
        Check.range("adcBits", adcBits, 2, 12);
        Check.range("inputCycleBits", inputCycleBits, 1, 12);
    }

    /** Converters whose row drivers apply all bits at once. */
    public Converters(int dacBits, int adcBits) {
        this(dacBits, adcBits, dacBits);
    }

    /** The same with inputs of another resolution; if all bits are applied at once, they still are. */
    public Converters withDacBits(int value) {
        return new Converters(
                value,
                adcBits,
                serial() ? inputCycleBits : inputCycleBits == dacBits ? value : Math.max(value, inputCycleBits));
    }

    public Converters withAdcBits(int value) {
        return new Converters(dacBits, value, inputCycleBits);
    }

    public Converters withInputCycleBits(int value) {
        return new Converters(dacBits, adcBits, value);
    }

    /** Whether an input takes several cycles. */
    public boolean serial() {
        return inputCycleBits < dacBits;
    }

    /** Resolution of the row drivers. */
    public int driverBits() {
        return Math.min(inputCycleBits, dacBits);
    }

    /**
     * Cycles, and so conversions of each column, that one input vector takes.
     *
     * @param signedInput whether one of the bits is the sign, which the drivers apply in every cycle
     */
    public int inputCycles(boolean signedInput) {
        return Math.max(1, Math.ceilDiv(signedInput ? dacBits - 1 : dacBits, inputCycleBits));
    }
}
