package studio.crossbar.ui.network;

import java.util.function.ToIntFunction;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;

/** Parameters of convolutions. A padding that keeps the size goes on to keep it when kernel or dilation change. */
final class ConvolutionParameters {

    private static final String OUTPUTS = Texts.get("network.conv.outputs.help");
    private static final String GROUPS = Texts.get("network.conv.groups.help");

    private ConvolutionParameters() {}

    static void ofSignals(LayerSettings settings) {
        Class<Layer.Conv1d> type = Layer.Conv1d.class;
        settings.number(
                type,
                LayerParameters.outputs("outputs", Texts.get("network.conv.outputs"), OUTPUTS),
                Layer.Conv1d::outputs,
                (c, v) ->
                        new Layer.Conv1d(v.intValue(), c.kernel(), c.stride(), c.padding(), c.dilation(), c.groups()));
        settings.number(
                type,
                kernel("kernel", Texts.get("network.conv1d.kernel"), "k", Texts.get("network.conv1d.kernel.help")),
                Layer.Conv1d::kernel,
                (c, v) -> new Layer.Conv1d(
                        c.outputs(),
                        v.intValue(),
                        c.stride(),
                        padding(c.padding(), c.kernel(), c.dilation(), v.intValue(), c.dilation()),
                        c.dilation(),
                        c.groups()));
        settings.number(
                type,
                stride("stride", Texts.get("network.conv1d.stride"), "s", Texts.get("network.conv1d.stride.help")),
                Layer.Conv1d::stride,
                (c, v) ->
                        new Layer.Conv1d(c.outputs(), c.kernel(), v.intValue(), c.padding(), c.dilation(), c.groups()));
        settings.number(
                type,
                padding("padding", Texts.get("network.conv1d.padding"), "p", Texts.get("network.conv1d.padding.help")),
                Layer.Conv1d::padding,
                (c, v) ->
                        new Layer.Conv1d(c.outputs(), c.kernel(), c.stride(), v.intValue(), c.dilation(), c.groups()));
        settings.number(
                type,
                dilation(
                        "dilation",
                        Texts.get("network.conv1d.dilation"),
                        "d",
                        Texts.get("network.conv1d.dilation.help")),
                Layer.Conv1d::dilation,
                (c, v) -> new Layer.Conv1d(
                        c.outputs(),
                        c.kernel(),
                        c.stride(),
                        padding(c.padding(), c.kernel(), c.dilation(), c.kernel(), v.intValue()),
                        v.intValue(),
                        c.groups()));
        settings.number(
                type,
                LayerParameters.outputs("groups", Texts.get("network.conv.groups"), GROUPS),
                Layer.Conv1d::groups,
                (c, v) ->
                        new Layer.Conv1d(c.outputs(), c.kernel(), c.stride(), c.padding(), c.dilation(), v.intValue()));
    }

    private interface Side {

        Extent with(Extent extent, int value);
    }

    private static final Side HEIGHT = (extent, value) -> new Extent(value, extent.width());
    private static final Side WIDTH = (extent, value) -> new Extent(extent.height(), value);

    static void ofImages(LayerSettings settings) {
        Class<Layer.Conv2d> type = Layer.Conv2d.class;
        settings.number(
                type,
                LayerParameters.outputs("outputs", Texts.get("network.conv.outputs"), OUTPUTS),
                Layer.Conv2d::outputs,
                (c, v) ->
                        new Layer.Conv2d(v.intValue(), c.kernel(), c.stride(), c.padding(), c.dilation(), c.groups()));
        kernel(
                settings,
                kernel(
                        "kernel-height",
                        Texts.get("network.conv2d.kernel-height"),
                        "k_h",
                        Texts.get("network.conv2d.kernel-height.help")),
                HEIGHT,
                Extent::height);
        kernel(
                settings,
                kernel(
                        "kernel-width",
                        Texts.get("network.conv2d.kernel-width"),
                        "k_w",
                        Texts.get("network.conv2d.kernel-width.help")),
                WIDTH,
                Extent::width);
        stride(
                settings,
                stride(
                        "stride-height",
                        Texts.get("network.conv2d.stride-height"),
                        "s_h",
                        Texts.get("network.conv2d.stride-height.help")),
                HEIGHT,
                Extent::height);
        stride(
                settings,
                stride(
                        "stride-width",
                        Texts.get("network.conv2d.stride-width"),
                        "s_w",
                        Texts.get("network.conv2d.stride-width.help")),
                WIDTH,
                Extent::width);
        padding(
                settings,
                padding(
                        "padding-height",
                        Texts.get("network.conv2d.padding-height"),
                        "p_h",
                        Texts.get("network.conv2d.padding-height.help")),
                HEIGHT,
                Extent::height);
        padding(
                settings,
                padding(
                        "padding-width",
                        Texts.get("network.conv2d.padding-width"),
                        "p_w",
                        Texts.get("network.conv2d.padding-width.help")),
                WIDTH,
                Extent::width);
        dilation(
                settings,
                dilation(
                        "dilation-height",
                        Texts.get("network.conv2d.dilation-height"),
                        "d_h",
                        Texts.get("network.conv2d.dilation-height.help")),
                HEIGHT,
                Extent::height);
        dilation(
                settings,
                dilation(
                        "dilation-width",
                        Texts.get("network.conv2d.dilation-width"),
                        "d_w",
                        Texts.get("network.conv2d.dilation-width.help")),
                WIDTH,
                Extent::width);
        settings.number(
                type,
                LayerParameters.outputs("groups", Texts.get("network.conv.groups"), GROUPS),
                Layer.Conv2d::groups,
                (c, v) ->
                        new Layer.Conv2d(c.outputs(), c.kernel(), c.stride(), c.padding(), c.dilation(), v.intValue()));
    }

    private static void kernel(LayerSettings settings, Spec spec, Side side, ToIntFunction<Extent> of) {
        settings.number(Layer.Conv2d.class, spec, c -> of.applyAsInt(c.kernel()), (c, v) -> {
            int dilation = of.applyAsInt(c.dilation());
            int padding =
                    padding(of.applyAsInt(c.padding()), of.applyAsInt(c.kernel()), dilation, v.intValue(), dilation);
            return new Layer.Conv2d(
                    c.outputs(),
                    side.with(c.kernel(), v.intValue()),
                    c.stride(),
                    side.with(c.padding(), padding),
                    c.dilation(),
                    c.groups());
        });
    }

    private static void stride(LayerSettings settings, Spec spec, Side side, ToIntFunction<Extent> of) {
        settings.number(
                Layer.Conv2d.class,
                spec,
                c -> of.applyAsInt(c.stride()),
                (c, v) -> new Layer.Conv2d(
                        c.outputs(),
                        c.kernel(),
                        side.with(c.stride(), v.intValue()),
                        c.padding(),
                        c.dilation(),
                        c.groups()));
    }

    private static void padding(LayerSettings settings, Spec spec, Side side, ToIntFunction<Extent> of) {
        settings.number(
                Layer.Conv2d.class,
                spec,
                c -> of.applyAsInt(c.padding()),
                (c, v) -> new Layer.Conv2d(
                        c.outputs(),
                        c.kernel(),
                        c.stride(),
                        side.with(c.padding(), v.intValue()),
                        c.dilation(),
                        c.groups()));
    }

    private static void dilation(LayerSettings settings, Spec spec, Side side, ToIntFunction<Extent> of) {
        settings.number(Layer.Conv2d.class, spec, c -> of.applyAsInt(c.dilation()), (c, v) -> {
            int kernel = of.applyAsInt(c.kernel());
            int padding =
                    padding(of.applyAsInt(c.padding()), kernel, of.applyAsInt(c.dilation()), kernel, v.intValue());
            return new Layer.Conv2d(
                    c.outputs(),
                    c.kernel(),
                    c.stride(),
                    side.with(c.padding(), padding),
                    side.with(c.dilation(), v.intValue()),
                    c.groups());
        });
    }

    /** Padding under another kernel or dilation. */
    private static int padding(int padding, int kernel, int dilation, int otherKernel, int otherDilation) {
        return padding == kernel / 2 * dilation ? otherKernel / 2 * otherDilation : padding;
    }

    private static Spec kernel(String id, String name, String symbol, String help) {
        return LayerParameters.small(id, name, symbol, 1, 15, 3, help);
    }

    private static Spec stride(String id, String name, String symbol, String help) {
        return LayerParameters.small(id, name, symbol, 1, 8, 1, help);
    }

    private static Spec padding(String id, String name, String symbol, String help) {
        return LayerParameters.small(id, name, symbol, 0, 8, 1, help);
    }

    private static Spec dilation(String id, String name, String symbol, String help) {
        return LayerParameters.small(id, name, symbol, 1, 8, 1, help);
    }
}
