package studio.crossbar.hardware;

/**
 * Resolution of the converters at a crossbar's edges.
 *
 * @param dacBits bits of the row inputs, 1 … 12
 * @param adcBits bits of the column outputs, 2 … 12
 */
public record Converters(int dacBits, int adcBits) {

    public Converters {
        Check.range("dacBits", dacBits, 1, 12);
        Check.range("adcBits", adcBits, 2, 12);
    }
}
