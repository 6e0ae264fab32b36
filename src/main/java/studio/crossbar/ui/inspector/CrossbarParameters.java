package studio.crossbar.ui.inspector;

import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** How weights lie on the crossbars. */
final class CrossbarParameters {

    private CrossbarParameters() {}

    static ChoiceParameter<PolarityAssignment> polarity(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
                        "polarity",
                        Texts.get("inspector.encoding.polarity.name"),
                        Texts.get("inspector.encoding.polarity.help"),
                        List.of(
                                new Option<>(
                                        Polarity.DIFFERENTIAL,
                                        EncodingNames.label(Polarity.DIFFERENTIAL),
                                        Texts.get("inspector.encoding.differential.help")),
                                new Option<>(
                                        Polarity.POSITIVE,
                                        EncodingNames.label(Polarity.POSITIVE),
                                        Texts.get("inspector.encoding.positive.help")),
                                new Option<>(
                                        Polarity.NEGATIVE,
                                        EncodingNames.label(Polarity.NEGATIVE),
                                        Texts.get("inspector.encoding.negative.help")),
                                new Option<>(
                                        Polarity.ROW_BLOCK,
                                        EncodingNames.label(Polarity.ROW_BLOCK),
                                        Texts.get("inspector.encoding.rowBlock.help")),
                                new Option<>(
                                        Polarity.OFFSET,
                                        EncodingNames.label(Polarity.OFFSET),
                                        Texts.get("inspector.encoding.offset.help"))),
                        Polarity.DIFFERENTIAL),
                design -> design.hardware().polarity(),
                (design, value) -> design.withHardware(design.hardware().withPolarity(value)));
    }

    static NumberParameter slices(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "slices",
                        Texts.get("inspector.encoding.slices.name"),
                        "S",
                        Unit.NONE,
                        1,
                        4,
                        1,
                        Texts.get("inspector.encoding.slices.help")),
                design -> design.hardware().slices(),
                (design, value) -> design.withHardware(design.hardware().withSlices(value.intValue())));
    }

    static NumberParameter rows(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                "tile-rows",
                                Texts.get("inspector.tile.rows.name"),
                                "T_r",
                                Unit.NONE,
                                8,
                                4096,
                                128,
                                Texts.get("inspector.tile.rows.help"))
                        .logarithmic(),
                design -> design.hardware().tile().rows(),
                (design, value) -> withTile(
                        design, value.intValue(), design.hardware().tile().columns()));
    }

    static NumberParameter columns(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                "tile-columns",
                                Texts.get("inspector.tile.columns.name"),
                                "T_c",
                                Unit.NONE,
                                8,
                                4096,
                                128,
                                Texts.get("inspector.tile.columns.help"))
                        .logarithmic(),
                design -> design.hardware().tile().columns(),
                (design, value) -> withTile(design, design.hardware().tile().rows(), value.intValue()));
    }

    private static Design withTile(Design design, int rows, int columns) {
        return design.withHardware(design.hardware().withTile(new TileShape(rows, columns)));
    }
}
