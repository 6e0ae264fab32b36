package studio.crossbar.analysis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;

/** Layers that cannot take what enters them. */
final class ShapeRules {

    private static final int MOST_SHOWN = 8;

    private ShapeRules() {}

    static void check(List<NetworkDraft.Place> places, List<Finding> findings) {
        if (places.stream().noneMatch(place -> place.layer() instanceof Layer.Weighted)) {
            findings.add(Finding.ofNetwork(
                    Finding.Severity.ERROR,
                    "no layer has weights, so nothing can be learned or mapped",
                    "Insert a dense layer or a convolution."));
        }
        for (NetworkDraft.Place place : places) {
            if (place.problem() != null) {
                Shape input = Objects.requireNonNull(place.input());
                findings.add(Finding.of(
                        Finding.Severity.ERROR,
                        place,
                        "on " + input + ": " + place.problem(),
                        remedy(place.layer(), input)));
            }
        }
    }

    private static String remedy(Layer layer, Shape input) {
        return switch (layer) {
            case Layer.Conv1d _ when input.height() > 1 -> "Replace it by a conv2d.";
            case Layer.Weighted conv
            when input.channels() % conv.groups() != 0 || conv.outputs() % conv.groups() != 0 ->
                "Choose groups that divide " + input.channels() + " channels and " + conv.outputs() + " outputs: "
                        + divisors(input.channels(), conv.outputs()) + ".";
            case Layer.Weighted _ ->
                "Make its kernel or dilation smaller or its padding larger, or leave out a stride or a pool before it.";
            case Layer.Pool pool ->
                "Make its window at most "
                        + new Extent(
                                Math.min(pool.kernel().height(), input.height()),
                                Math.min(pool.kernel().width(), input.width()))
                        + ", or leave out a stride or a pool before it.";
            case Layer.Residual _ ->
                "Let both branches end in one shape: the same outputs and the same strides, for instance by a"
                        + " convolution of kernel 1 in the shortcut.";
            default -> "Put a layer that gives fewer values before it.";
        };
    }

    private static String divisors(int first, int second) {
        int[] common = IntStream.rangeClosed(1, Math.min(first, second))
                .filter(d -> first % d == 0 && second % d == 0)
                .toArray();
        String shown = IntStream.of(common)
                .limit(MOST_SHOWN)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return common.length > MOST_SHOWN ? shown + " …" : shown;
    }
}
