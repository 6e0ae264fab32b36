package studio.crossbar.analysis;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;

/** How a network fits the data that it will be trained on. */
final class DataRules {

    /** From here on a network has by far more weights than samples. */
    private static final double MANY_WEIGHTS_A_SAMPLE = 50;

    private DataRules() {}

    /** What a training refuses. */
    static void check(NetworkDraft draft, Hardware hardware, @Nullable TrainingSet data, List<Finding> findings) {
        if (data == null) {
            return;
        }
        int perSignal = hardware.inputs().channelsPerSignal();
        if (!data.feeds(draft.input(), perSignal)) {
            findings.add(Finding.ofInput(
                    Finding.Severity.ERROR,
                    "the network takes " + draft.input() + ", but " + data.name() + " gives " + data.input(perSignal)
                            + (perSignal == 1 ? "" : ", split by sign"),
                    "Fit the input to the data, or open other data."));
        }
        List<NetworkDraft.Place> places = draft.places(true).stream()
                .filter(place -> place.path().residual() == null)
                .toList();
        Shape output = places.isEmpty() ? null : places.getLast().output();
        if (output != null && output.size() != data.classes()) {
            findings.add(Finding.of(
                    Finding.Severity.ERROR,
                    places.getLast(),
                    "the network gives " + output.size() + " values, but " + data.name() + " has " + data.classes()
                            + " classes",
                    "End the network in a dense layer of " + data.classes() + " units."));
        }
    }

    static void checkSize(
            List<LayerFigures> figures,
            @Nullable TrainingSet data,
            List<NetworkDraft.Place> places,
            List<Finding> findings) {
        long weights = figures.stream().mapToLong(LayerFigures::weights).sum();
        if (data == null || weights <= MANY_WEIGHTS_A_SAMPLE * data.samples()) {
            return;
        }
        LayerFigures largest = figures.stream()
                .max(Comparator.comparingLong(LayerFigures::weights))
                .orElseThrow();
        places.stream()
                .filter(place -> place.path().equals(largest.path()))
                .forEach(place -> findings.add(Finding.of(
                        Finding.Severity.NOTE,
                        place,
                        String.format(
                                java.util.Locale.ROOT,
                                "has %,d of the network's %,d weights, which are %,d a training sample: it can learn"
                                        + " the samples by heart",
                                largest.weights(),
                                weights,
                                weights / data.samples()),
                        "Make it smaller, pool before it, or train with augmentation, dropout and weight decay.")));
    }
}
