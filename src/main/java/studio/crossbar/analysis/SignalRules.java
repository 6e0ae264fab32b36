package studio.crossbar.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.NetworkDraft;

/** Rectifiers that do nothing, or are missing. */
final class SignalRules {

    private SignalRules() {}

    static void check(NetworkDraft draft, List<NetworkDraft.Place> places, List<Finding> findings) {
        for (NetworkDraft.Place place : places) {
            rectifier(place, findings);
        }
        linear(places, null, LayerPath.Branch.MAIN, findings);
        for (NetworkDraft.Place place : places) {
            if (place.layer() instanceof Layer.Residual) {
                linear(places, place.path(), LayerPath.Branch.BODY, findings);
                linear(places, place.path(), LayerPath.Branch.SHORTCUT, findings);
            }
        }
        scores(draft, places, findings);
    }

    private static void rectifier(NetworkDraft.Place place, List<Finding> findings) {
        if (!place.unsignedInput() || place.output() == null) {
            return;
        }
        if (place.layer() instanceof Layer.ConcatRelu) {
            findings.add(Finding.of(
                    Finding.Severity.WARNING,
                    place,
                    "what enters is never negative, so half of its channels, and of the crossbar rows that they feed, are"
                            + " always 0",
                    "Delete it; a ReLU would do nothing here either."));
        } else if (place.layer() instanceof Layer.Relu) {
            findings.add(Finding.of(
                    Finding.Severity.NOTE,
                    place,
                    "what enters is never negative, so it changes nothing",
                    "Delete it."));
        }
    }

    /** Layers with weights of one chain that follow each other without anything nonlinear between them. */
    private static void linear(
            List<NetworkDraft.Place> places,
            @Nullable LayerPath residual,
            LayerPath.Branch branch,
            List<Finding> findings) {
        NetworkDraft.Place before = null;
        for (NetworkDraft.Place place : places) {
            if (place.path().branch() != branch
                    || !java.util.Objects.equals(place.path().residual(), residual)) {
                continue;
            }
            switch (place.layer()) {
                case Layer.Weighted _ -> {
                    if (before != null) {
                        findings.add(
                                Finding.of(
                                        Finding.Severity.NOTE,
                                        place,
                                        "nothing nonlinear is between it and layer " + before.path() + ", "
                                                + LayerText.name(before.layer())
                                                + ": apart from their converters the two compute one linear map",
                                        "Insert a rectifier between them, unless the two are meant as the factors of one matrix."));
                    }
                    before = place;
                }
                case Layer.MeanOverTime _, Layer.AveragePool _, Layer.Flatten _, Layer.Dropout _ -> {}
                case Layer.Clip _, Layer.ConcatRelu _, Layer.MaxPool _, Layer.Residual _ -> before = null;
            }
        }
    }

    private static void scores(NetworkDraft draft, List<NetworkDraft.Place> places, List<Finding> findings) {
        if (draft.layers().isEmpty()) {
            return;
        }
        LayerPath last = LayerPath.of(draft.layers().size() - 1);
        for (NetworkDraft.Place place : places) {
            if (place.path().equals(last)
                    && place.output() != null
                    && (place.layer() instanceof Layer.Clip || place.layer() instanceof Layer.ConcatRelu)) {
                findings.add(Finding.of(
                        Finding.Severity.WARNING,
                        place,
                        "the scores of the classes are clipped: classes beyond a limit cannot be told apart and pass no"
                                + " gradient",
                        "Delete it, so that the network ends in a layer with weights."));
            }
        }
    }
}
