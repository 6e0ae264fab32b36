package studio.crossbar.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.NetworkDraft;

/** What the crossbars of a layer do not hold or do not use. */
final class MappingRules {

    /** Below this share of used cells a layer wastes its tiles. */
    private static final double LOW_UTILISATION = 0.25;

    private final MappingPlan plan;
    private final Hardware hardware;
    private final List<NetworkDraft.Place> places;

    /**
     * Rules for {@code plan}.
     *
     * @param places of its layers, in their order
     */
    MappingRules(MappingPlan plan, Hardware hardware, List<NetworkDraft.Place> places) {
        this.plan = plan;
        this.hardware = hardware;
        this.places = places;
    }

    void check(List<LayerFigures> figures, List<Finding> findings) {
        for (LayerPlan layer : plan.layers()) {
            NetworkDraft.Place place = places.get(layer.layer());
            LayerFigures now = figures.get(layer.layer());
            utilisation(layer, now, place, findings);
            emptyRows(layer, place, findings);
            signs(layer, place, findings);
            split(layer, now, place, findings);
        }
    }

    private void utilisation(LayerPlan layer, LayerFigures now, NetworkDraft.Place place, List<Finding> findings) {
        if (now.utilisation() >= LOW_UTILISATION) {
            return;
        }
        TileShape tile = plan.tile();
        int groups = layer.spec().groups();
        double rowsUsed = now.rows() / ((double) now.rowBlocks() * tile.rows());
        double columnsUsed = now.utilisation() / rowsUsed;
        String message = String.format(
                Locale.ROOT,
                "uses %.1f %% of the cells of its %s: %.0f %% of their wordlines and %.0f %% of their bitlines",
                100 * now.utilisation(),
                now.tiles() == 1 ? "tile" : now.tiles() + " tiles",
                100 * rowsUsed,
                100 * columnsUsed);
        String cause = groups > 1 ? ", as each of its " + groups + " groups has tiles of its own" : "";
        String smaller = rowsUsed < columnsUsed ? "fewer rows" : "fewer columns";
        findings.add(Finding.of(
                Finding.Severity.WARNING,
                place,
                message + cause,
                (groups > 1 ? "Choose fewer groups, or tiles of " : "Choose tiles of ") + smaller
                        + ". The floorplan “Trimmed” leaves unused cells out, “Macros” builds them."));
    }

    /** Taps that meet the padding alone, whatever window they are in. */
    private static void emptyRows(LayerPlan layer, NetworkDraft.Place place, List<Finding> findings) {
        Layer.Weighted spec = layer.spec();
        if (spec instanceof Layer.Dense) {
            return;
        }
        int all = spec.window(layer.input()).kernel().area();
        int live = Taps.live(spec.window(layer.input()), layer.input(), layer.output());
        if (live < all) {
            int channels = layer.rows().rows() / all;
            findings.add(Finding.of(
                    Finding.Severity.WARNING,
                    place,
                    (all - live) * channels + " of " + layer.rows().rows() + " crossbar rows are always 0: "
                            + (all - live) + " of its " + all + " taps only ever meet the padding of its "
                            + layer.input() + " input",
                    "Choose a smaller kernel, dilation or padding, or leave out a stride or a pool before it."));
        }
    }

    /** Whether the rectifier that follows leaves outputs of one sign a single direction. */
    private void signs(LayerPlan layer, NetworkDraft.Place place, List<Finding> findings) {
        Set<Encoding> encodings =
                layer.rows().regions().stream().map(RowPlan.Region::encoding).collect(Collectors.toSet());
        if (!encodings.stream().allMatch(Encoding::unipolar) || !plainRectifier(layer)) {
            return;
        }
        if (encodings.size() == 1) {
            findings.add(Finding.of(
                    Finding.Severity.WARNING,
                    place,
                    "all its weights are " + (encodings.contains(Encoding.POSITIVE) ? "positive" : "negative")
                            + " and a plain ReLU follows, so that all inputs push an output the same way",
                    "Replace the ReLU by a CReLU (concatenated), which passes both signs on, or choose another polarity in"
                            + " the inspector."));
        } else if (hardware.polarity() == Polarity.ROW_BLOCK) {
            findings.add(Finding.of(
                    Finding.Severity.WARNING,
                    place,
                    "weights of even input channels are positive, those of odd ones negative, and a plain ReLU follows,"
                            + " so that each input channel pushes all outputs the same way",
                    "Replace the ReLU by a CReLU (concatenated), which passes both signs on, or choose another polarity in"
                            + " the inspector."));
        }
    }

    private static boolean plainRectifier(LayerPlan layer) {
        for (Network.Digital digital : layer.digital()) {
            switch (digital.layer()) {
                case Layer.Clip clip -> {
                    return clip.low() >= 0;
                }
                case Layer.ConcatRelu _, Layer.Residual _ -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private void split(LayerPlan layer, LayerFigures now, NetworkDraft.Place place, List<Finding> findings) {
        int fewest = layer.rows().planes().size();
        if (now.rowBlocks() <= fewest) {
            return;
        }
        TileShape tile = plan.tile();
        int perTile = tile.rows() / layer.rows().taps() * fewest;
        String fits = perTile < 1
                ? ""
                : ", or let at most " + perTile + (layer.spec().groups() > 1 ? " channels a group" : " channels")
                        + " enter it";
        findings.add(Finding.of(
                Finding.Severity.NOTE,
                place,
                String.format(
                        Locale.ROOT,
                        "%,d rows do not fit tiles of %,d: %d row blocks, each converted on its own and added digitally,"
                                + " on %,d tiles",
                        now.rows(),
                        tile.rows(),
                        now.rowBlocks(),
                        now.tiles()),
                "Choose tiles of at least " + Math.ceilDiv(now.rows(), fewest) + " rows" + fits + "."));
    }
}
