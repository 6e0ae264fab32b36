package studio.crossbar.search.dimension;

import java.util.List;

/** Dimensions of the network. */
final class TopologyDimensions {

    static final int WIDEST = 4096;

    private TopologyDimensions() {}

    /** Those of the network as a whole. */
    static List<Dimension> all() {
        return List.of(
                Dimension.whole(
                        Dimensions.DEPTH,
                        1,
                        Dimensions.MOST_STAGES,
                        "hidden stages: convolutions, or dense layers where the base has none",
                        (draft, value) -> draft.topology().depth = value),
                Dimension.real(
                        "widthFactor",
                        0.05,
                        16,
                        "factor on the width of all stages",
                        (draft, value) -> draft.topology().widthFactor = value),
                Dimension.choice(
                        "pooling",
                        Pooling.class,
                        "what takes the steps of the strides: the convolutions, or pooling behind them",
                        (draft, value) -> {
                            draft.topology().requireConvolutions("pooling");
                            draft.topology().pooling = value;
                        }),
                Dimension.choice(
                        "head", Head.class, "how the last positions reach the dense layers", (draft, value) -> {
                            draft.topology().requireConvolutions("head");
                            draft.topology().head = value;
                        }),
                Dimension.whole(
                        "hidden",
                        0,
                        WIDEST,
                        "outputs of a hidden dense layer behind the convolutions; 0 for none",
                        (draft, value) -> {
                            draft.topology().requireConvolutions("hidden");
                            draft.topology().hidden = value;
                        }),
                Dimension.real(
                        "dropout",
                        0,
                        0.95,
                        "probability of a zero before the last layer, in training",
                        (draft, value) -> draft.topology().dropout = value));
    }

    /**
     * Those of stage {@code number}, from 1, or of all stages for 0.
     *
     * @param suffix of their names
     */
    static List<Dimension> ofStage(int number, String suffix) {
        String of = number == 0 ? "all stages" : "stage " + number;
        return List.of(
                Dimension.whole(
                        "width" + suffix,
                        1,
                        WIDEST,
                        "outputs of " + of,
                        (draft, value) -> draft.topology().edit(number, stage -> stage.width = value)),
                Dimension.whole("kernel" + suffix, 1, 255, "taps of " + of, (draft, value) -> {
                    draft.topology().requireConvolutions("kernel" + suffix);
                    draft.topology().edit(number, stage -> stage.kernel = value);
                }),
                Dimension.whole("stride" + suffix, 1, 64, "positions between windows of " + of, (draft, value) -> {
                    draft.topology().requireConvolutions("stride" + suffix);
                    draft.topology().edit(number, stage -> stage.stride = value);
                }),
                Dimension.whole("dilation" + suffix, 1, 64, "positions between taps of " + of, (draft, value) -> {
                    draft.topology().requireConvolutions("dilation" + suffix);
                    draft.topology().edit(number, stage -> stage.dilation = value);
                }),
                Dimension.choice(
                        "rectifier" + suffix,
                        Rectifier.class,
                        "what follows " + of,
                        (draft, value) -> draft.topology().edit(number, stage -> stage.rectifier = value)));
    }
}
