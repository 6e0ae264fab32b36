package studio.crossbar.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Ranges;

/** An evaluation on A4 pages: design, accuracy, weights on their tiles, mapping, cost and its sources. */
final class PdfReport {

    private static final String SYNTHETIC =
            "Synthetic data: the signals were generated, so the accuracies say nothing about real recordings.";

    private final Evaluation evaluation;
    private final LocalDate date;

    PdfReport(Evaluation evaluation, LocalDate date) {
        this.evaluation = evaluation;
        this.date = date;
    }

    void write(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                Typeface typeface = new Typeface(document)) {
            try (PageFlow pages = new PageFlow(document, typeface)) {
                fill(pages);
                pages.footers("Crossbar Studio · " + design().name() + " · " + date);
            }
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(design().name());
            information.setSubject("Evaluation of a crossbar design");
            information.setCreator("Crossbar Studio");
            information.setCreationDate(GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC)));
            document.getDocumentCatalog().setLanguage("en");
            document.save(out);
        }
    }

    private Design design() {
        return evaluation.mapped().trained().design();
    }

    private MappingPlan plan() {
        return evaluation.mapped().plan();
    }

    private void fill(PageFlow pages) throws IOException {
        pages.title(design().name());
        pages.paragraph("Evaluation of a crossbar design, " + date, Canvas.FAINT);
        if (evaluation.dataset().synthetic()) {
            pages.warning(SYNTHETIC);
        }
        pages.section("Results", 60);
        results(pages);
        pages.paragraph("Energy " + evaluation.cost().energyAssumption() + ".", Canvas.FAINT);
        pages.section("Design", 60);
        designTable(pages);
        accuracy(pages);
        weights(pages);
        mapping(pages);
        cost(pages);
    }

    private void results(PageFlow pages) throws IOException {
        pages.table(new Table()
                .text("accuracy under noise", 0.25)
                .text("float accuracy", 0.15)
                .text("area", 0.15)
                .text("energy an inference", 0.2)
                .text("latency", 0.15)
                .text("tiles", 0.1)
                .row(
                        Words.percent(evaluation.accuracy().mean()) + " ± "
                                + Words.percent(evaluation.accuracy().standardDeviation()),
                        Words.percent(evaluation.floatAccuracy()),
                        Words.measured(evaluation.cost().areaSquareMillimetres()) + " mm²",
                        Words.measured(evaluation.cost().energyNanojoules()) + " nJ",
                        Words.measured(evaluation.cost().latencyMicroseconds()) + " µs",
                        Words.count(built().tiles())));
    }

    private BuiltCells built() {
        return BuiltCells.of(plan(), evaluation.cost());
    }

    /** Such as "7 × " before what one copy of a layer has; nothing for a single one. */
    private String copies(LayerPlan layer) {
        int copies = evaluation.cost().layers().get(layer.layer()).replicas();
        return copies == 1 ? "" : copies + " × ";
    }

    private void designTable(PageFlow pages) throws IOException {
        Hardware hardware = design().hardware();
        DatasetSummary data = evaluation.dataset();
        pages.table(new Table()
                .text("", 0.19)
                .text("", 0.81)
                .row(
                        "Data set",
                        data.name() + (data.synthetic() ? " (synthetic)" : "") + ", " + Words.count(data.train())
                                + " training and " + Words.count(data.test()) + " test windows")
                .row(
                        "Network",
                        Words.network(design().network()) + "; "
                                + Words.count(design().network().weights()) + " weights")
                .row("Cell", Words.cell(hardware.cell()))
                .row("Polarity", Words.polarity(hardware.polarity()))
                .row("Slices a weight", Words.slices(hardware.slices()))
                .row("Converters", Words.converters(hardware.converters()))
                .row(
                        "Tile",
                        hardware.tile().rows() + " rows × " + hardware.tile().columns() + " columns")
                .row("Ranges", Words.ranges(hardware.ranges()))
                .row("Digital scaling", Words.scaling(hardware.scaling()))
                .row("Inputs", Words.inputs(hardware.inputs(), design().companding()))
                .row("Noise", Words.noise(hardware.noise()))
                .row("Wires", wires())
                .row("Recipe", Words.recipe(design().recipe()))
                .row("Seed", Long.toString(design().seed()))
                .row("Technology", evaluation.cost().technology().identity().label()));
    }

    private String wires() {
        WiredAccuracy wired = evaluation.wired();
        return wired == null ? "no resistance" : wired.wires().text();
    }

    private void accuracy(PageFlow pages) throws IOException {
        List<Double> draws = evaluation.accuracy().draws();
        HistoryFigure history = new HistoryFigure(evaluation.mapped().trained().history());
        pages.section("Accuracy on the test windows", 70);
        pages.table(new Table()
                .number("float", 0.18)
                .number("mean over draws", 0.22)
                .number("standard deviation σ", 0.24)
                .number("worst draw", 0.2)
                .number("draws", 0.16)
                .row(
                        Words.percent(evaluation.floatAccuracy()),
                        Words.percent(evaluation.accuracy().mean()),
                        Words.percent(evaluation.accuracy().standardDeviation()),
                        Words.percent(evaluation.accuracy().worst()),
                        Words.count(draws.size())));
        pages.paragraph(
                "Every draw, a chip each, in %: "
                        + draws.stream()
                                .map(draw -> Words.percent(draw).replace(" %", ""))
                                .collect(Collectors.joining(", ")),
                Canvas.INK);
        withWires(pages);
        if (!evaluation.mapped().trained().history().isEmpty()) {
            pages.figure(history);
        }
    }

    /** Accuracy with IR drop, and how far its approximation is from the exact solution. */
    private void withWires(PageFlow pages) throws IOException {
        WiredAccuracy wired = evaluation.wired();
        if (wired == null) {
            return;
        }
        pages.table(new Table()
                .text("the same chips with IR drop", 0.4)
                .number("mean over draws", 0.2)
                .number("σ", 0.2)
                .number("worst draw", 0.2)
                .row(
                        wired.wires().text(),
                        Words.percent(wired.accuracy().mean()),
                        Words.percent(wired.accuracy().standardDeviation()),
                        Words.percent(wired.accuracy().worst())));
        pages.paragraph(
                "IR drop is approximate: its currents are off from the exact solution of the resistive network by "
                        + wired.error().text() + ", with " + wired.error().inputs()
                        + " evenly distributed inputs on each.",
                Canvas.FAINT);
    }

    private void weights(PageFlow pages) throws IOException {
        LevelLegend legend = new LevelLegend(design().hardware());
        List<WeightFigure> figures = IntStream.range(0, plan().layers().size())
                .mapToObj(layer -> new WeightFigure(evaluation.mapped(), layer, 0))
                .toList();
        pages.section("Polarity of the weights", pages.heightOf(legend) + pages.heightOf(figures.getFirst()));
        pages.figure(legend);
        for (WeightFigure figure : figures) {
            pages.figure(figure);
        }
    }

    private void mapping(PageFlow pages) throws IOException {
        Cost cost = evaluation.cost();
        pages.section("Layers on tiles", 60);
        Table table = new Table()
                .text("layer", 0.125)
                .text("input → output", 0.175)
                .number("rows", 0.06)
                .number("outputs", 0.075)
                .number("tiles", 0.055)
                .number("devices", 0.09)
                .number("used", 0.08)
                .number("vectors", 0.075)
                .number("mm²", 0.095)
                .number("nJ", 0.085)
                .number("µs", 0.085);
        for (LayerPlan layer : plan().layers()) {
            table.row(
                    layer.name(),
                    layer.input() + " → " + layer.output(),
                    Words.count(layer.rows().rows()),
                    Words.count(layer.spec().outputs()),
                    copies(layer) + Words.count(layer.tiles().size()),
                    copies(layer) + Words.count(layer.weightDevices()),
                    Words.shortPercent(CsvTables.utilisation(layer, plan().tile())),
                    Words.count(layer.vectors()),
                    Words.measured(cost.areaSquareMillimetres(layer.layer())),
                    Words.measured(cost.energyNanojoules(layer.layer())),
                    Words.measured(cost.layerLatenciesMicroseconds().get(layer.layer())));
        }
        if (!cost.ofLayer(CostItem.SHARED).isEmpty()) {
            table.row(
                    "shared",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    Words.measured(cost.areaSquareMillimetres(CostItem.SHARED)),
                    Words.measured(cost.energyNanojoules(CostItem.SHARED)),
                    "");
        }
        table.row(
                "network",
                "",
                "",
                "",
                Words.count(built().tiles()),
                Words.count(built().devices()),
                Words.shortPercent(built().utilisation()),
                "",
                Words.measured(cost.areaSquareMillimetres()),
                Words.measured(cost.energyNanojoules()),
                Words.measured(cost.latencyMicroseconds()));
        pages.table(table);
        pages.paragraph(
                "Devices: those that hold weights. Used: these and correction cells over the cells of that many full tiles. "
                        + "Vectors: input vectors an inference. mm², nJ, µs: area, energy and latency of an inference; shared: what all layers use in turn.",
                Canvas.FAINT);
        fullScales(pages);
    }

    private void fullScales(PageFlow pages) throws IOException {
        Table table = new Table()
                .text("full scales", 0.31)
                .number("DAC, A", 0.23)
                .number("weight, R", 0.23)
                .number("ADC, Y", 0.23);
        boolean uniform = design().hardware().ranges() == RangeSharing.UNIFORM;
        for (LayerPlan layer :
                plan().layers().subList(0, uniform ? 1 : plan().layers().size())) {
            Ranges ranges =
                    evaluation.mapped().trained().layers().get(layer.layer()).ranges();
            table.row(
                    uniform ? "all layers" : layer.name(),
                    Words.measured(ranges.dac()),
                    Words.measured(ranges.weight()),
                    Words.measured(ranges.adc()));
        }
        pages.table(table);
    }

    private void cost(PageFlow pages) throws IOException {
        Bill bill = Bill.of(evaluation.cost());
        CostFigure figure = new CostFigure(bill, true);
        pages.section("Cost by component", pages.heightOf(figure));
        pages.figure(figure);
        if (!bill.sources().isEmpty()) {
            pages.section("Sources of the constants", 24);
            for (int i = 0; i < bill.sources().size(); i++) {
                pages.paragraph("[" + (i + 1) + "] " + bill.sources().get(i), Canvas.INK);
            }
        }
    }
}
