package studio.crossbar.ui.inspector;

import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Noise;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** The memory cell and its noise. */
final class CellParameters {

    private static final Unit BITS = Unit.of("bits");

    private CellParameters() {}

    static NumberParameter bits(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "cell-bits",
                        Texts.get("inspector.cell.bits.name"),
                        "b_w",
                        BITS,
                        1,
                        Cell.MAX_BITS,
                        4,
                        Texts.get("inspector.cell.bits.help")),
                design -> Math.rint(cell(design).bits()),
                (design, value) -> withCell(design, 1 << value.intValue(), cell(design)));
    }

    static NumberParameter levels(InspectorViewModel model) {
        NumberParameter levels = model.number(
                Spec.whole(
                                "levels",
                                Texts.get("inspector.cell.levels.name"),
                                "L",
                                Unit.NONE,
                                2,
                                256,
                                16,
                                Texts.get("inspector.cell.levels.help"))
                        .logarithmic(),
                design -> cell(design).levels(),
                (design, value) -> withCell(design, value.intValue(), cell(design)));
        levels.problemProperty().bind(model.devices().levelsBinding());
        return levels;
    }

    static NumberParameter gMin(InspectorViewModel model) {
        return model.number(
                conductance(
                        "lowest-conductance",
                        Texts.get("inspector.cell.lowest.name"),
                        "G_min",
                        50,
                        0.5,
                        Texts.get("inspector.cell.lowest.help")),
                design -> cell(design).gMinMicroSiemens(),
                (design, value) -> withCell(
                        design,
                        cell(design).levels(),
                        new Cell(2, value, cell(design).gMaxMicroSiemens())));
    }

    static NumberParameter gMax(InspectorViewModel model) {
        return model.number(
                conductance(
                        "highest-conductance",
                        Texts.get("inspector.cell.highest.name"),
                        "G_max",
                        200,
                        10,
                        Texts.get("inspector.cell.highest.help")),
                design -> cell(design).gMaxMicroSiemens(),
                (design, value) -> withCell(
                        design, cell(design).levels(), new Cell(2, cell(design).gMinMicroSiemens(), value)));
    }

    static NumberParameter programmingNoise(InspectorViewModel model) {
        return model.number(
                sigma(
                        "programming-noise",
                        Texts.get("inspector.noise.programming.name"),
                        "σ_w",
                        5,
                        Texts.get("inspector.noise.programming.help")),
                design -> design.hardware().noise().programmingSigma(),
                (design, value) -> design.withHardware(design.hardware()
                        .withNoise(new Noise(value, design.hardware().noise().readSigma()))));
    }

    static NumberParameter readNoise(InspectorViewModel model) {
        return model.number(
                sigma(
                        "read-noise",
                        Texts.get("inspector.noise.read.name"),
                        "σ_y",
                        0,
                        Texts.get("inspector.noise.read.help")),
                design -> design.hardware().noise().readSigma(),
                (design, value) -> design.withHardware(design.hardware()
                        .withNoise(new Noise(design.hardware().noise().programmingSigma(), value))));
    }

    private static Spec conductance(
            String id, String name, String symbol, double usualHigh, double standard, String help) {
        return new Spec(
                id, name, symbol, Unit.MICROSIEMENS, 0, 1000, 0, usualHigh, standard, 2, 0.5, Scale.LINEAR, help);
    }

    private static Spec sigma(String id, String name, String symbol, double percent, String help) {
        return new Spec(id, name, symbol, Unit.PERCENT, 0, 0.5, 0, 0.5, percent / 100, 2, 0.005, Scale.LINEAR, help);
    }

    private static Cell cell(Design design) {
        return design.hardware().cell();
    }

    private static Design withCell(Design design, int levels, Cell range) {
        Hardware hardware = design.hardware();
        return design.withHardware(
                hardware.withCell(new Cell(levels, range.gMinMicroSiemens(), range.gMaxMicroSiemens())));
    }
}
