package studio.crossbar.ui.tiles;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Cell;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.simulation.ProgrammingErrors;
import studio.crossbar.simulation.TileIrDrop;
import studio.crossbar.simulation.tile.WireResistance;

/** What is known of the cells of a result: programmed, missed and lost. Any thread. */
final class CellFigures {

    private final MappedNetwork mapped;
    private final ProgrammingErrors errors;
    private final @Nullable WireResistance wires;
    private final Map<Integer, TileIrDrop> drops = new ConcurrentHashMap<>();
    private volatile double largestDrop;
    private volatile @Nullable Errors lastErrors;

    @SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
    private record Errors(int tile, float[] microSiemens) {}

    /** @param wires resistance that losses are of; null for none */
    CellFigures(MappedNetwork mapped, @Nullable WireResistance wires) {
        this.mapped = mapped;
        this.wires = wires;
        errors = ProgrammingErrors.first(mapped);
    }

    MappedNetwork mapped() {
        return mapped;
    }

    Tile tile(int index) {
        return mapped.tiles().get(index);
    }

    Cell cell() {
        return mapped.trained().design().hardware().cell();
    }

    /** Errors of the first chip of the evaluation. */
    ProgrammingErrors errors() {
        return errors;
    }

    /** Errors of a tile's cells as {@link ProgrammingErrors#microSiemens} gives them; those asked for last are kept. */
    float[] errorsOf(int tile) {
        Errors last = lastErrors;
        if (last == null || last.tile() != tile) {
            last = new Errors(tile, errors.microSiemens(tile));
            lastErrors = last;
        }
        return last.microSiemens();
    }

    @Nullable
    WireResistance wires() {
        return wires;
    }

    /** Losses of a tile; null while they are not computed. */
    @Nullable
    TileIrDrop drop(int tile) {
        return drops.get(tile);
    }

    void solved(int tile, TileIrDrop drop) {
        double most = largestDrop;
        for (float loss : drop.cells()) {
            most = Math.max(most, loss);
        }
        synchronized (this) {
            largestDrop = Math.max(largestDrop, most);
        }
        drops.put(tile, drop);
    }

    /** Largest loss of a cell so far, rounded up so that colours seldom change; 0 … 1. */
    double largestDrop() {
        double most = largestDrop;
        if (most <= 0) {
            return 1e-3;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double factor : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
            if (factor * power >= most) {
                return Math.min(1, factor * power);
            }
        }
        return Math.min(1, 10 * power);
    }

    /** Share of a whole tile's cells that are used, 0 … 1. */
    double utilisation(int tile) {
        double whole =
                (double) mapped.plan().tile().rows() * mapped.plan().tile().columns();
        return tile(tile).slot().devices() / whole;
    }
}
