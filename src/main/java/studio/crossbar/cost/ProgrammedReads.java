package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.training.Activity;
import studio.crossbar.training.LayerActivity;

/**
 * Of a trained network: conductances that were programmed, each with the input that was measured at its row. Silent rows
 * are read for nothing, whatever their cells conduct.
 *
 * @param measured one entry a layer with weights; empty to assume the inputs of {@code assumed}
 * @param assumed what is assumed before training
 */
record ProgrammedReads(MappedNetwork mapped, List<LayerActivity> measured, ExpectedReads assumed) implements CellReads {

    /** @throws IllegalArgumentException if {@code measured} has entries, but not one a layer or one a row of it */
    static ProgrammedReads of(MappedNetwork mapped, CostOptions options, List<LayerActivity> measured) {
        List<LayerPlan> layers = mapped.plan().layers();
        if (!measured.isEmpty() && measured.size() != layers.size()) {
            throw new IllegalArgumentException("measured: " + measured.size() + " entries, but the network has "
                    + layers.size() + " layers with weights");
        }
        for (int l = 0; l < measured.size(); l++) {
            int rows = layers.get(l).spec().groups() * layers.get(l).rows().rows();
            int found = measured.get(l).rows().size();
            if (measured.get(l).byRow() && found != rows) {
                throw new IllegalArgumentException(
                        "measured: " + found + " rows of layer " + (l + 1) + ", which has " + rows);
            }
        }
        return new ProgrammedReads(
                mapped, measured, ExpectedReads.of(mapped.trained().design().hardware(), options));
    }

    @Override
    public CellRead of(LayerPlan layer, int from, int to) {
        List<Tile> tiles = mapped.tilesOf(layer.layer()).subList(from, to);
        if (measured.isEmpty()) {
            return alike(tiles, assumed.drive().expected(assumed.meanSquareInput(), layer.signedInput()));
        }
        LayerActivity activity = measured.get(layer.layer());
        return activity.byRow() ? byRow(layer, tiles, activity.rows()) : alike(tiles, activity.mean());
    }

    private CellRead alike(List<Tile> tiles, Activity activity) {
        return CellRead.of(Tile.meanWeightConductanceMicroSiemens(tiles), assumed.cell(), activity);
    }

    private CellRead byRow(LayerPlan layer, List<Tile> tiles, List<Activity> rows) {
        Cell cell = assumed.cell();
        int outputsAGroup = layer.spec().outputs() / layer.spec().groups();
        Driven.Sum weights = new Driven.Sum();
        Driven.Sum corrections = new Driven.Sum();
        Driven.Sum references = new Driven.Sum();
        for (Tile tile : tiles) {
            Encoding encoding = tile.slot().encoding();
            int corrected = encoding.correctionColumns();
            int referred = encoding.needsReference(cell.gMinMicroSiemens()) ? 1 : 0;
            int group = tile.slot().firstOutput() / outputsAGroup;
            int first = group * layer.rows().rows() + tile.slot().firstRow();
            for (int r = 0; r < tile.slot().rows(); r++) {
                Activity row = rows.get(first + r);
                weights.add(tile.weightConductancesMicroSiemens(r), tile.slot().convertedColumns(), row);
                corrections.add(corrected * CellRead.middle(cell), corrected, row);
                references.add(referred * cell.gMinMicroSiemens(), referred, row);
            }
        }
        return new CellRead(weights.mean(), corrections.mean(), references.mean());
    }

    @Override
    public String source() {
        if (measured.isEmpty()) {
            return "mean conductance of the programmed states, mean square input " + assumed.meanSquareInput()
                    + " before it is rounded to codes";
        }
        return measured.stream().allMatch(LayerActivity::byRow)
                ? "mean over the programmed states of G times the measured inputs of their rows"
                : "mean conductance of the programmed states, mean of the measured inputs";
    }

    @Override
    public EnergyBasis basis() {
        return measured.isEmpty() ? EnergyBasis.PROGRAMMED_CELLS : EnergyBasis.MEASURED_INPUTS;
    }
}
