package studio.crossbar.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.mapping.WeightPlace;
import studio.crossbar.simulation.ProgrammingErrors;
import studio.crossbar.simulation.TileIrDrop;

/** Cells of tiles as CSV (RFC 4180, UTF-8), a line each, written as they are read so that any number takes no memory. */
public final class CellsCsv {

    private static final List<String> HEADER = List.of(
            "layer",
            "tile",
            "row",
            "tile_row",
            "tile_column",
            "output",
            "kernel_tap",
            "input_channel",
            "sign",
            "slice",
            "conductance_us",
            "state",
            "weight_level",
            "weight",
            "error_us",
            "ir_drop_percent");

    private final MappedNetwork mapped;
    private final ProgrammingErrors errors;
    private final IntFunction<@Nullable TileIrDrop> drops;

    /**
     * @param errors of the chip whose errors are written; both cells of a pair have that of its difference
     * @param drops losses of a tile, null where they are not known: their fields are empty
     */
    public CellsCsv(MappedNetwork mapped, ProgrammingErrors errors, IntFunction<@Nullable TileIrDrop> drops) {
        this.mapped = mapped;
        this.errors = errors;
        this.drops = drops;
    }

    /**
     * A rectangle of a tile's used cells.
     *
     * @param tile index in {@link MappedNetwork#tiles()}
     */
    public record Part(int tile, int firstRow, int rows, int firstColumn, int columns) {

        /** Cells in it. */
        public long cells() {
            return (long) rows * columns;
        }
    }

    /**
     * Writes a file.
     *
     * @param progress receives the share done, 0 … 1
     * @throws IOException with path and remedy; an earlier file of that name is then as before
     * @throws CancellationException within a second after {@code cancelled} says so
     */
    public void write(Path file, List<Part> parts, BooleanSupplier cancelled, DoubleConsumer progress)
            throws IOException {
        ExportedFile.write(file, out -> write(out, parts, cancelled, progress));
    }

    private void write(OutputStream out, List<Part> parts, BooleanSupplier cancelled, DoubleConsumer progress)
            throws IOException {
        long all = parts.stream().mapToLong(Part::cells).sum();
        long done = 0;
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            csv.writeRecord(HEADER);
            for (Part part : parts) {
                float[] error = errors.sigmaMicroSiemens() > 0 ? errors.microSiemens(part.tile()) : new float[0];
                TileIrDrop drop = drops.apply(part.tile());
                for (int row = part.firstRow(); row < part.firstRow() + part.rows(); row++) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    row(csv, part, row, error, drop);
                }
                done += part.cells();
                progress.accept((double) done / all);
            }
        } catch (UncheckedIOException e) {
            // The full disk reads better as itself.
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private void row(CsvWriter csv, Part part, int row, float[] error, @Nullable TileIrDrop drop) {
        Tile tile = mapped.tiles().get(part.tile());
        TileSlot slot = tile.slot();
        LayerPlan layer = mapped.plan().layers().get(slot.layer());
        WeightPlace place = layer.weight(slot.firstRow() + row, slot.firstOutput());
        double range = mapped.trained().layers().get(slot.layer()).ranges().weight();
        int steps = new Slices(tile.cell().levels(), slot.slices()).steps();
        for (int column = part.firstColumn(); column < part.firstColumn() + part.columns(); column++) {
            int at = row * slot.deviceColumns() + column;
            boolean weighted = !slot.correction(column);
            int level = weighted ? tile.level(row, slot.output(column)) : 0;
            csv.writeRecord(
                    layer.name(),
                    Integer.toString(part.tile() + 1),
                    Integer.toString(place.row()),
                    Integer.toString(row),
                    Integer.toString(column),
                    weighted ? Integer.toString(slot.firstOutput() + slot.output(column)) : "",
                    Integer.toString(place.tap()),
                    Integer.toString(place.inputChannel()),
                    Integer.toString(slot.sign(column)),
                    weighted ? Integer.toString(slot.slice(column)) : "",
                    Float.toString((float) tile.conductanceMicroSiemens(row, column)),
                    Integer.toString(tile.state(row, column)),
                    weighted ? Integer.toString(level) : "",
                    weighted ? Float.toString((float) (level * range / steps)) : "",
                    error.length == 0 ? "" : Float.toString(error[at]),
                    drop == null ? "" : Float.toString(100 * drop.cells()[at]));
        }
    }
}
