package studio.crossbar.ui.network;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** Which parameters a layer has, with symbols, ranges and defaults. */
final class LayerParameters {

    private LayerParameters() {}

    /**
     * Adds the parameters of {@code layer} to {@code settings}.
     *
     * @param input shape that enters; null if it is not known
     */
    static void addTo(LayerSettings settings, Layer layer, @Nullable Shape input) {
        switch (layer) {
            case Layer.Dense _ ->
                settings.number(
                        Layer.Dense.class,
                        outputs("units", Texts.get("network.dense.units"), Texts.get("network.dense.units.help")),
                        Layer.Dense::outputs,
                        (dense, value) -> new Layer.Dense(value.intValue()));
            case Layer.Conv1d _ -> ConvolutionParameters.ofSignals(settings);
            case Layer.Conv2d _ -> ConvolutionParameters.ofImages(settings);
            case Layer.Pool _ -> pool(settings, input != null && input.height() == 1);
            case Layer.Clip _, Layer.ConcatRelu _ -> rectifier(settings, layer);
            case Layer.Dropout _ ->
                settings.number(
                        Layer.Dropout.class,
                        new Spec(
                                "rate",
                                Texts.get("network.dropout.rate"),
                                "p",
                                Unit.NONE,
                                0,
                                0.95,
                                0,
                                0.95,
                                0.1,
                                2,
                                0.05,
                                Scale.LINEAR,
                                Texts.get("network.dropout.rate.help")),
                        Layer.Dropout::rate,
                        (dropout, value) -> new Layer.Dropout(value));
            case Layer.Residual _ -> shortcut(settings, input);
            case Layer.MeanOverTime _, Layer.Flatten _ -> {}
        }
    }

    static Spec outputs(String id, String name, String help) {
        return Spec.whole(id, name, "N", Unit.NONE, 1, 4096, 64, help)
                .logarithmic()
                .usually(1, 1024);
    }

    static Spec small(String id, String name, String symbol, int low, int usualHigh, int standard, String help) {
        return Spec.whole(id, name, symbol, Unit.NONE, low, 1024, standard, help)
                .usually(low, usualHigh);
    }

    private static void pool(LayerSettings settings, boolean signals) {
        settings.choice(
                new ChoiceParameter<>(
                        "pooling",
                        Texts.get("network.pool.kind"),
                        Texts.get("network.pool.kind.help"),
                        List.of(
                                new Option<>(false, Texts.get("network.pool.max"), Texts.get("network.pool.max.help")),
                                new Option<>(
                                        true,
                                        Texts.get("network.pool.average"),
                                        Texts.get("network.pool.average.help"))),
                        false),
                layer -> layer instanceof Layer.AveragePool,
                (layer, average) -> {
                    Layer.Pool pool = (Layer.Pool) layer;
                    return average
                            ? new Layer.AveragePool(pool.kernel(), pool.stride())
                            : new Layer.MaxPool(pool.kernel(), pool.stride());
                });
        if (!signals) {
            side(
                    settings,
                    "window-height",
                    Texts.get("network.pool.window-height"),
                    "k_h",
                    Texts.get("network.pool.window-height.help"),
                    pool -> pool.kernel().height(),
                    (pool, value) -> with(pool, new Extent(value, pool.kernel().width()), pool.stride()));
        }
        side(
                settings,
                signals ? "window" : "window-width",
                signals ? Texts.get("network.pool.window") : Texts.get("network.pool.window-width"),
                "k_w",
                signals ? Texts.get("network.pool.window.help") : Texts.get("network.pool.window-width.help"),
                pool -> pool.kernel().width(),
                (pool, value) -> with(pool, new Extent(pool.kernel().height(), value), pool.stride()));
        if (!signals) {
            side(
                    settings,
                    "stride-height",
                    Texts.get("network.pool.stride-height"),
                    "s_h",
                    Texts.get("network.pool.stride-height.help"),
                    pool -> pool.stride().height(),
                    (pool, value) -> with(
                            pool, pool.kernel(), new Extent(value, pool.stride().width())));
        }
        side(
                settings,
                signals ? "stride" : "stride-width",
                signals ? Texts.get("network.pool.stride") : Texts.get("network.pool.stride-width"),
                "s_w",
                signals ? Texts.get("network.pool.stride.help") : Texts.get("network.pool.stride-width.help"),
                pool -> pool.stride().width(),
                (pool, value) ->
                        with(pool, pool.kernel(), new Extent(pool.stride().height(), value)));
    }

    private static void side(
            LayerSettings settings,
            String id,
            String name,
            String symbol,
            String help,
            Function<Layer.Pool, Integer> get,
            BiFunction<Layer.Pool, Integer, Layer> set) {
        settings.number(
                Layer.Pool.class,
                small(id, name, symbol, 1, 8, 2, help),
                get::apply,
                (pool, value) -> set.apply(pool, value.intValue()));
    }

    private static Layer with(Layer.Pool pool, Extent kernel, Extent stride) {
        return pool instanceof Layer.MaxPool
                ? new Layer.MaxPool(kernel, stride)
                : new Layer.AveragePool(kernel, stride);
    }

    private static void rectifier(LayerSettings settings, Layer shown) {
        settings.choice(
                new ChoiceParameter<>(
                        "rectifier",
                        Texts.get("network.rectifier.name"),
                        Texts.get("network.rectifier.help"),
                        List.of(
                                new Option<>(
                                        Layer.Relu.class,
                                        Texts.get("network.rectifier.relu"),
                                        Texts.get("network.rectifier.relu.help")),
                                new Option<>(
                                        Layer.ReluN.class,
                                        Texts.get("network.rectifier.relu-n"),
                                        Texts.get("network.rectifier.relu-n.help")),
                                new Option<>(
                                        Layer.HardTanh.class,
                                        Texts.get("network.rectifier.hard-tanh"),
                                        Texts.get("network.rectifier.hard-tanh.help")),
                                new Option<Class<? extends Layer>>(
                                        Layer.ConcatRelu.class,
                                        Texts.get("network.rectifier.concat"),
                                        Texts.get("network.rectifier.concat.help"))),
                        Layer.Relu.class),
                Layer::getClass,
                (layer, chosen) -> rectifier(chosen));
        if (shown instanceof Layer.ReluN) {
            settings.number(
                    Layer.ReluN.class,
                    new Spec(
                            "limit",
                            Texts.get("network.rectifier.limit"),
                            "N",
                            Unit.NONE,
                            0.01,
                            1e6,
                            0.5,
                            8,
                            6,
                            2,
                            0.5,
                            Scale.LINEAR,
                            Texts.get("network.rectifier.limit.help")),
                    Layer.ReluN::limit,
                    (relu, value) -> new Layer.ReluN(value));
        }
    }

    private static Layer rectifier(Class<? extends Layer> type) {
        if (type == Layer.ReluN.class || type == Layer.HardTanh.class) {
            return type == Layer.ReluN.class ? new Layer.ReluN(6) : new Layer.HardTanh();
        }
        return type == Layer.ConcatRelu.class ? new Layer.ConcatRelu() : new Layer.Relu();
    }

    private static void shortcut(LayerSettings settings, @Nullable Shape input) {
        settings.choice(
                new ChoiceParameter<>(
                        "shortcut",
                        Texts.get("network.shortcut.name"),
                        Texts.get("network.shortcut.help"),
                        List.of(
                                new Option<>(
                                        false,
                                        Texts.get("network.shortcut.identity"),
                                        Texts.get("network.shortcut.identity.help")),
                                new Option<>(
                                        true,
                                        Texts.get("network.shortcut.convolution"),
                                        Texts.get("network.shortcut.convolution.help"))),
                        false),
                layer -> !((Layer.Residual) layer).shortcut().isEmpty(),
                (layer, own) -> {
                    Layer.Residual residual = (Layer.Residual) layer;
                    return new Layer.Residual(residual.body(), own ? projection(residual, input) : List.of());
                });
    }

    /** Weights that bring the input to the shape of the body. */
    private static List<Layer> projection(Layer.Residual residual, @Nullable Shape input) {
        if (input == null) {
            throw new IllegalArgumentException(Texts.get("network.shortcut.unknown"));
        }
        Shape body = input;
        for (Layer layer : residual.body()) {
            body = layer.output(body);
        }
        if (input.height() == 1) {
            int stride = Math.ceilDiv(input.width(), body.width());
            return List.of(new Layer.Conv1d(body.channels(), 1, stride, 0));
        }
        Extent stride =
                new Extent(Math.ceilDiv(input.height(), body.height()), Math.ceilDiv(input.width(), body.width()));
        return List.of(new Layer.Conv2d(body.channels(), Extent.ONE, stride, Extent.ZERO, Extent.ONE, 1));
    }
}
