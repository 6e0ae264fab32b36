package studio.crossbar.simulation;

import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;

/**
 * What one chip of the design's own cells misses its targets by, cell by cell: the deviates of {@link MonteCarlo}'s chip of
 * the same seed and number, as conductances. The design states noise a cell, a pair counting as one, so the error of a pair
 * is that of {@code G+ − G−} and stands in both of its cells. Like there, nothing keeps a conductance above 0.
 *
 * @param mapped on its tiles
 * @param seed of the evaluation's chips
 * @param chip number of the chip, from 0
 */
public record ProgrammingErrors(MappedNetwork mapped, long seed, int chip) {

    public ProgrammingErrors {
        if (chip < 0) {
            throw new IllegalArgumentException("chip: " + chip + " is below 0, the first chip");
        }
    }

    /** The first chip of an evaluation of {@code mapped}. */
    public static ProgrammingErrors first(MappedNetwork mapped) {
        return new ProgrammingErrors(mapped, mapped.trained().design().seed(), 0);
    }

    /** Standard deviation of a cell's error, µS; 0 for a design without programming noise. */
    public double sigmaMicroSiemens() {
        return mapped.trained().design().hardware().noise().programmingSigma() * rangeMicroSiemens();
    }

    /** G_max − G_min, µS: what errors in per cent refer to. */
    public double rangeMicroSiemens() {
        var cell = mapped.trained().design().hardware().cell();
        return cell.gMaxMicroSiemens() - cell.gMinMicroSiemens();
    }

    /**
     * Errors of a tile's cells, programmed minus target, µS {@code [rows × deviceColumns]}. Any thread.
     *
     * @param tile index in {@link MappedNetwork#tiles()}
     */
    public float[] microSiemens(int tile) {
        Tile programmed = mapped.tiles().get(tile);
        TileSlot slot = programmed.slot();
        LayerPlan layer = mapped.plan().layers().get(slot.layer());
        int layerOutputs = layer.spec().outputs();
        long layerWeights = (long) layer.rows().rows() * layerOutputs;
        CounterNoise noise = NoiseUse.CHIP.noise(seed, NoiseUse.Part.PROGRAMMING, slot.layer(), chip);
        float sigma = (float) sigmaMicroSiemens();
        int columns = slot.deviceColumns();
        float[] errors = new float[slot.rows() * columns];
        float[] deviates = new float[slot.outputs()];
        for (int slice = 0; slice < slot.slices(); slice++) {
            for (int row = 0; row < slot.rows(); row++) {
                long first = slice * layerWeights + (long) (slot.firstRow() + row) * layerOutputs + slot.firstOutput();
                noise.gaussian(first, deviates, 0, deviates.length);
                write(slot, slice, sigma, deviates, errors, row * columns);
            }
        }
        if (slot.encoding().correctionColumns() > 0) {
            corrections(noise, slot.slices() * layerWeights + correctionCellsBefore(tile), slot, sigma, errors);
        }
        return errors;
    }

    /** A weight of negative cells grows with what its cell lacks. */
    private static void write(TileSlot slot, int slice, float sigma, float[] deviates, float[] errors, int row) {
        float sign = slot.sign(0);
        for (int column = 0; column < slot.convertedColumns(); column++) {
            if (slot.slice(column) == slice) {
                errors[row + column] = sign * sigma * deviates[slot.output(column)];
            }
        }
    }

    private static void corrections(CounterNoise noise, long first, TileSlot slot, float sigma, float[] errors) {
        float[] deviates = new float[slot.rows()];
        noise.gaussian(first, deviates, 0, deviates.length);
        int columns = slot.deviceColumns();
        for (int row = 0; row < slot.rows(); row++) {
            errors[(row + 1) * columns - 1] = sigma * deviates[row];
        }
    }

    /** Cells of the correction columns of the layer's tiles before this one. */
    private long correctionCellsBefore(int tile) {
        int layer = mapped.tiles().get(tile).slot().layer();
        return mapped.tiles().subList(0, tile).stream()
                .map(Tile::slot)
                .filter(slot -> slot.layer() == layer)
                .mapToLong(slot -> (long) slot.encoding().correctionColumns() * slot.rows())
                .sum();
    }
}
