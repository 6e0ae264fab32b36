package studio.crossbar.ui.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.analysis.LayerFigures;
import studio.crossbar.analysis.NetworkAnalysis;
import studio.crossbar.analysis.TrainingSet;
import studio.crossbar.cost.Cost;
import studio.crossbar.design.Design;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.study.Costing;

/**
 * What was found out of one state of the draft.
 *
 * @param rows one a layer, depth first
 * @param analysis figures and findings
 */
public record NetworkPicture(List<Row> rows, NetworkAnalysis analysis) {

    /**
     * A layer.
     *
     * @param place where it stands, and its shapes
     * @param figures on its crossbars; null if it has no weights or is not mapped
     * @param areaShare of the whole area, 0 … 1, with its part of what all layers share; NaN if it is not known
     */
    public record Row(NetworkDraft.Place place, @Nullable LayerFigures figures, double areaShare) {

        public LayerPath path() {
            return place.path();
        }

        /** Such as "3 conv1d 64" or "3 body 1 conv2d 16". */
        public String name() {
            return place.path() + " " + LayerText.name(place.layer());
        }
    }

    public NetworkPicture {
        rows = List.copyOf(rows);
    }

    /** Analyses {@code edited}; takes more than a moment for large networks. */
    static NetworkPicture of(
            EditedNetwork edited, Design design, @Nullable TrainingSet data, @Nullable Costing costing) {
        NetworkAnalysis analysis = NetworkAnalysis.of(edited.network(), edited.hardware(), data);
        Cost cost = cost(edited, design, costing);
        List<Row> rows = new ArrayList<>();
        for (NetworkDraft.Place place : edited.places()) {
            LayerFigures figures = analysis.at(place.path()).orElse(null);
            double share = figures == null || cost == null
                    ? Double.NaN
                    : cost.areaWithShared(figures.layer()) / cost.areaSquareMillimetres();
            rows.add(new Row(place, figures, share));
        }
        return new NetworkPicture(rows, analysis);
    }

    /** Bill of the draft; null if it has none. */
    private static @Nullable Cost cost(EditedNetwork edited, Design design, @Nullable Costing costing) {
        if (costing == null) {
            return null;
        }
        try {
            return costing.of(design.with(edited.network().network(), edited.hardware()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The draft says so itself.
            return null;
        }
    }
}
