package studio.crossbar.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.tensor.Nd4jArrays;

/** A mapped network as NPY files, for NumPy and whatever reads its arrays. */
public final class ArrayFiles {

    private ArrayFiles() {}

    /**
     * Writes, for each layer {@code n} from 1 in the order of the network, {@code layer-n-levels.npy} (int16,
     * {@code [rows, outputs]}, weight levels with their sign) and {@code layer-n-conductances.npy} (float32,
     * {@code [rows, bitlines]}, µS, each row block's tiles side by side in the order of
     * {@link studio.crossbar.mapping.TileSlot}; the bitlines of a pair are neighbours, G+ first; shorter rows end in NaN), over
     * earlier files of these names.
     *
     * @param folder created if it is missing
     * @return the files
     * @throws IOException naming path and remedy; earlier files are then as before
     */
    public static List<Path> write(MappedNetwork mapped, Path folder) throws IOException {
        FileSet files = new FileSet();
        for (LayerPlan layer : mapped.plan().layers()) {
            String name = "layer-" + (layer.layer() + 1);
            long rows = layer.rows().rows();
            files.add(name + "-levels.npy", out -> {
                short[] levels = mapped.readBack(layer.layer());
                out.write(Nd4jArrays.npy(levels, rows, levels.length / rows));
            });
            files.add(name + "-conductances.npy", out -> {
                float[] conductances = mapped.conductancesMicroSiemens(layer.layer());
                out.write(Nd4jArrays.npy(conductances, rows, conductances.length / rows));
            });
        }
        return files.writeTo(folder);
    }
}
