package studio.crossbar.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.Network;
import studio.crossbar.network.NetworkDraft;

/**
 * What can be said of a network before it is trained. Only what follows from shapes, mapping and signs is said.
 *
 * @param layers with weights, in their order; behind a layer that does not fit there are none
 * @param findings worst first, then in the order of the layers
 */
public record NetworkAnalysis(List<LayerFigures> layers, List<Finding> findings) {

    public NetworkAnalysis {
        layers = List.copyOf(layers);
        findings = List.copyOf(findings);
    }

    /**
     * Analyses a network that may have errors.
     *
     * @param data what it will be trained on; null if that is not known
     */
    public static NetworkAnalysis of(NetworkDraft draft, Hardware hardware, @Nullable TrainingSet data) {
        boolean unsigned = hardware.inputs() != InputCoding.SIGNED;
        List<NetworkDraft.Place> places = draft.places(unsigned);
        List<Finding> findings = new ArrayList<>();
        ShapeRules.check(places, findings);
        DataRules.check(draft, hardware, data, findings);
        SignalRules.check(draft, places, findings);
        List<LayerFigures> figures = List.of();
        Optional<Network> part = draft.fittingPart();
        if (part.isPresent()) {
            try {
                MappingPlan plan = MappingPlan.of(part.get(), hardware);
                figures = figures(plan, part.get().weighted(unsigned), places);
                new MappingRules(plan, hardware, placesOf(figures, places)).check(figures, findings);
                DataRules.checkSize(figures, data, places, findings);
            } catch (IllegalArgumentException e) {
                findings.add(Finding.ofNetwork(
                        Finding.Severity.ERROR,
                        String.valueOf(e.getMessage()),
                        "Choose one polarity for all layers in the inspector, or give each sub-matrix of the changed"
                                + " network its encoding in design.json."));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new NetworkAnalysis(figures, findings);
    }

    private static List<LayerFigures> figures(
            MappingPlan plan, List<Network.Placed> placed, List<NetworkDraft.Place> places) {
        Map<String, LayerPath> paths = new HashMap<>();
        places.forEach(place -> paths.put(place.path().toString(), place.path()));
        double cells = (double) plan.tile().rows() * plan.tile().columns();
        List<LayerFigures> figures = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            LayerPath path =
                    Objects.requireNonNull(paths.get(placed.get(layer.layer()).path()));
            figures.add(LayerFigures.of(path, layer, cells));
        }
        return figures;
    }

    private static List<NetworkDraft.Place> placesOf(List<LayerFigures> figures, List<NetworkDraft.Place> places) {
        return figures.stream()
                .map(layer -> places.stream()
                        .filter(place -> place.path().equals(layer.path()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Figures of the layer at {@code path}, if it has weights and is mapped. */
    public Optional<LayerFigures> at(LayerPath path) {
        return layers.stream().filter(layer -> layer.path().equals(path)).findFirst();
    }
}
