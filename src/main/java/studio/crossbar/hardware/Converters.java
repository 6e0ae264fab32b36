package studio.crossbar.hardware;

/**
 * Resolution of the converters at a crossbar's edges.
 *
 * @param dacBits bits of the row inputs, 1 … 12
 * @param adcBits bits of the column outputs, 2 … 12
 * @param inputCycleBits input bits that the row drivers apply at a time, 1 … {@code dacBits}. With fewer than
 *     {@code dacBits}, the drivers have this resolution, an input takes several cycles from its least significant bits to
 *     its most significant ones, columns are converted in each cycle, and the codes are added after shifts (Shafiee et
 *     al., ISAAC, ISCA 2016, section III)
 */
public record Converters(int dacBits, int adcBits, int inputCycleBits) {

    public Converters {
        Check.range("dacBits", dacBits, 1, 12);
        Check.range("adcBits", adcBits, 2, 12);
        Check.range("inputCycleBits", inputCycleBits, 1, dacBits);
    }

    /** Converters whose row drivers apply all bits at once. */
    public Converters(int dacBits, int adcBits) {
        this(dacBits, adcBits, dacBits);
    }

    /** The same with inputs of another resolution; bits a cycle stay all of them, or as many as there are. */
    public Converters withDacBits(int value) {
        return new Converters(value, adcBits, serial() ? Math.min(inputCycleBits, value) : value);
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

    /**
     * Cycles, and so conversions of each column, that one input vector takes.
     *
     * @param signedInput whether one of the bits is the sign, which the drivers apply in every cycle
     */
    public int inputCycles(boolean signedInput) {
        return Math.max(1, Math.ceilDiv(signedInput ? dacBits - 1 : dacBits, inputCycleBits));
    }
}
