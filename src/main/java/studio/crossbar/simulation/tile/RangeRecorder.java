package studio.crossbar.simulation.tile;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.training.AnalogLayer;

/**
 * Runs an array while it records how large each tile's analog sums are, so that its ADCs can be ranged. Histograms have
 * buckets a sixty-fourth of an octave wide, so that ranges are at most 1.6 % too large.
 */
public final class RangeRecorder implements AnalogLayer {

    /** Mantissa bits that are dropped of a float's 23. */
    private static final int DROPPED = 17;

    private final CrossbarArray array;
    private final long[][] counts;

    private RangeRecorder(CrossbarArray array) {
        this.array = array;
        counts = new long[array.tiles()][1 << (31 - DROPPED)];
    }

    /** Recorder of the same tiles as {@link CrossbarArray#of} takes. */
    public static RangeRecorder of(int outputs, List<PlacedTile> tiles, RowDrive drive) {
        return new RangeRecorder(CrossbarArray.of(outputs, tiles, drive, false));
    }

    @Override
    public Lane lane() {
        return new ArrayLane(array, this);
    }

    /** Takes the sums of one span, in units of a digit of 1 at full input amplitude. */
    synchronized void record(Span span, float[] analog, int rows, int width, double inputWeight) {
        long[] into = counts[span.tile()];
        float scale = (float) (1 / (span.scale() * inputWeight));
        for (int r = 0; r < rows; r++) {
            int at = r * width + span.column();
            for (int c = 0; c < span.columns(); c++) {
                into[Float.floatToRawIntBits(Math.abs(analog[at + c] * scale)) >>> DROPPED]++;
            }
        }
    }

    /**
     * Full scale of each tile's ADCs that the share {@code percentile} of its sums does not exceed.
     *
     * @param percentile above 0, at most 1
     * @param least full scale of a tile whose sums are all smaller, above 0
     */
    public synchronized List<Float> fullScales(double percentile, float least) {
        if (!(percentile > 0 && percentile <= 1)) {
            throw new IllegalArgumentException("percentile: " + percentile + " is outside 0 … 1");
        }
        List<Float> result = new ArrayList<>();
        for (long[] tile : counts) {
            long total = 0;
            for (long count : tile) {
                total += count;
            }
            long below = Math.max(1, (long) Math.ceil(percentile * total));
            long seen = 0;
            int bucket = 0;
            while (bucket < tile.length - 1 && seen + tile[bucket] < below) {
                seen += tile[bucket++];
            }
            result.add(total == 0 ? least : Math.max(least, Float.intBitsToFloat((bucket + 1) << DROPPED)));
        }
        return List.copyOf(result);
    }
}
