package studio.crossbar.simulation.tile;

/**
 * How quantised inputs are driven onto the word lines: at once, or digit by digit, least significant first, each digit at
 * the drivers' full amplitude and converted on its own, the codes added after shifts (Shafiee et al., ISAAC, ISCA 2016,
 * section III). A sign is driven in every cycle.
 *
 * @param step value of one DAC step, above 0; any where {@code cycleBits} is {@code bits}
 * @param bits of a code's magnitude, 1 … 16
 * @param cycleBits bits of a digit, 1 … {@code bits}
 */
public record RowDrive(float step, int bits, int cycleBits) {

    /** Whole codes. */
    public static final RowDrive PARALLEL = new RowDrive(1, 1, 1);

    public RowDrive {
        if (!(step > 0) || Float.isInfinite(step)) {
            throw new IllegalArgumentException("step: " + step + " is not a finite value above 0");
        }
        if (bits < 1 || bits > 16) {
            throw new IllegalArgumentException("bits: " + bits + " is outside 1 … 16");
        }
        if (cycleBits < 1 || cycleBits > bits) {
            throw new IllegalArgumentException("cycleBits: " + cycleBits + " is outside 1 … " + bits);
        }
    }

    /**
     * Digit by digit.
     *
     * @param fullScale of the DAC
     * @param bits of the magnitude: {@code 2^bits − 1} steps on the full scale
     */
    public static RowDrive serial(float fullScale, int bits, int cycleBits) {
        return new RowDrive(fullScale / ((1 << bits) - 1), bits, cycleBits);
    }

    /** Reads that an input takes. */
    public int cycles() {
        return Math.ceilDiv(bits, cycleBits);
    }

    /** Bits of the code that {@code cycle} drives. */
    int mask(int cycle) {
        return ((1 << cycleBits) - 1) << (cycle * cycleBits);
    }

    /** What the code of one cycle counts beside that of a whole input: {@code B^cycle (B − 1) / (2^bits − 1)}, B a digit's base. */
    double weight(int cycle) {
        return cycles() == 1 ? 1 : (double) mask(cycle) / ((1 << bits) - 1);
    }
}
