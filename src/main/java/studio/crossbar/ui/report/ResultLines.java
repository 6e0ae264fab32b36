package studio.crossbar.ui.report;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** A result in lines of words. */
final class ResultLines {

    /** A line of the summary. */
    record Line(String name, String value) {}

    private ResultLines() {}

    /** Design, accuracy and cost. */
    static List<Line> of(Evaluation result) {
        MappedNetwork mapped = result.mapped();
        BuiltCells built = BuiltCells.of(mapped.plan(), result.cost());
        Design design = mapped.trained().design();
        Hardware hardware = design.hardware();
        AccuracyUnderNoise accuracy = result.accuracy();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Texts.get("report.result.design"),
                Texts.format("report.result.design.value", design.name(), design.seed())));
        lines.add(new Line(Texts.get("report.result.data"), data(result)));
        lines.add(new Line(
                Texts.get("report.result.network"),
                Texts.format(
                        "report.result.network.value",
                        Numbers.count(design.network().weights()),
                        mapped.plan().layers().size())));
        lines.add(new Line(
                Texts.get("report.result.cell"),
                Texts.format(
                        "report.result.cell.value",
                        hardware.cell().levels(),
                        Unit.MICROSIEMENS.number(hardware.cell().gMinMicroSiemens(), 2),
                        Unit.MICROSIEMENS.number(hardware.cell().gMaxMicroSiemens(), 2))));
        lines.add(new Line(Texts.get("report.result.polarity"), polarity(hardware.polarity())));
        if (hardware.slices() > 1) {
            lines.add(new Line(
                    Texts.get("report.result.slices"), Texts.format("report.result.slices.value", hardware.slices())));
        }
        lines.add(new Line(Texts.get("report.result.converters"), converters(hardware.converters())));
        lines.add(new Line(
                Texts.get("report.result.noise"),
                Texts.format(
                        "report.result.noise.value",
                        Numbers.percent(hardware.noise().programmingSigma()),
                        Numbers.percent(hardware.noise().readSigma()))));
        lines.add(new Line(Texts.get("report.result.float"), Numbers.percent(result.floatAccuracy())));
        lines.add(new Line(
                Texts.get("report.result.noisy"),
                Texts.format(
                        "report.result.noisy.value",
                        Numbers.percent(accuracy.mean()),
                        Numbers.percent(accuracy.standardDeviation()),
                        Numbers.percent(accuracy.worst()),
                        Counts.draws(accuracy.draws().size()))));
        WiredAccuracy wired = result.wired();
        if (wired != null) {
            lines.add(new Line(
                    Texts.get("report.result.wired"),
                    Texts.format(
                            "report.result.wired.value",
                            Numbers.percent(wired.accuracy().mean()),
                            Numbers.percent(wired.accuracy().standardDeviation()),
                            Numbers.percent(wired.accuracy().worst()),
                            wired.wires().text(),
                            wired.error().text())));
        }
        lines.add(new Line(
                Texts.get("report.result.tiles"),
                Texts.format(
                        "report.result.tiles.value",
                        built.tiles(),
                        hardware.tile().rows(),
                        hardware.tile().columns(),
                        Numbers.count(built.devices()))));
        lines.add(new Line(
                Texts.get("report.result.cost"),
                Texts.format(
                        "report.result.cost.value",
                        Numbers.significant(result.cost().areaSquareMillimetres()),
                        Numbers.significant(result.cost().energyNanojoules()),
                        Numbers.significant(result.cost().latencyMicroseconds()))));
        return lines;
    }

    private static String data(Evaluation result) {
        String name = result.dataset().name();
        String train = Numbers.count(result.dataset().train());
        String test = Counts.testWindows(result.dataset().test());
        return result.dataset().synthetic()
                ? Texts.format("report.result.data.synthetic", name, train, test)
                : Texts.format("report.result.data.measured", name, train, test);
    }

    private static String polarity(PolarityAssignment polarity) {
        return switch (polarity) {
            case Polarity rule -> EncodingNames.word(rule);
            case PolarityMap map -> inWords(map.granularity());
        };
    }

    private static String inWords(PolarityMap.Granularity granularity) {
        return switch (granularity) {
            case LAYER -> Texts.get("report.polarity.map.layer");
            case ROW_BLOCK -> Texts.get("report.polarity.map.row-block");
            case COLUMN_BLOCK -> Texts.get("report.polarity.map.column-block");
            case TILE -> Texts.get("report.polarity.map.tile");
        };
    }

    private static String converters(Converters converters) {
        return converters.serial()
                ? Texts.format(
                        "report.result.converters.serial",
                        converters.dacBits(),
                        converters.inputCycleBits(),
                        converters.adcBits())
                : Texts.format("report.result.converters.parallel", converters.dacBits(), converters.adcBits());
    }
}
