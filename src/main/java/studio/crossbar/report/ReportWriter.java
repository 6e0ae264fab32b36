package studio.crossbar.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.crossbar.cost.Cost;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.study.Evaluation;

/** Writes an evaluation as PDF, CSV and PNG. Needs no display. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Writes {@code report.pdf}, {@code designs.csv}, {@code layers.csv}, {@code tiles.csv}, {@code cost.csv},
     * {@code weights-polarity.png} and {@code cost.png}, dated today, over earlier files of these names.
     *
     * @param folder created if it is missing
     * @return the files, in the order above
     * @throws IOException naming path and remedy; earlier files are then as before
     */
    public static List<Path> write(Evaluation evaluation, Path folder) throws IOException {
        return write(evaluation, folder, LocalDate.now(ZoneId.systemDefault()));
    }

    static List<Path> write(Evaluation evaluation, Path folder, LocalDate date) throws IOException {
        return files(evaluation, date).writeTo(folder);
    }

    static FileSet files(Evaluation evaluation, LocalDate date) {
        return new FileSet()
                .add("report.pdf", new PdfReport(evaluation, date)::write)
                .add("designs.csv", text(CsvTables.designs(List.of(evaluation))))
                .add("layers.csv", text(CsvTables.layers(evaluation)))
                .add("tiles.csv", text(CsvTables.tiles(evaluation)))
                .add("cost.csv", text(CsvTables.cost(evaluation.cost())))
                .add("weights-polarity.png", weights(evaluation)::write)
                .add("cost.png", cost(evaluation)::write);
    }

    /** A row an item of a bill: count, unit cost, product and source; RFC 4180. The same columns as {@code cost.csv}. */
    public static String costCsv(Cost cost) {
        return CsvTables.cost(cost);
    }

    /**
     * A row a design with its hardware, area, energy, latency and devices, their changes in percent, and what each component
     * takes; RFC 4180.
     *
     * @param baseline index of the design that the others are compared with
     */
    public static String comparisonCsv(List<ComparedDesign> designs, int baseline) {
        return ComparisonCsv.text(designs, baseline);
    }

    private static FileSet.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FigurePng weights(Evaluation evaluation) {
        MappedNetwork mapped = evaluation.mapped();
        List<Figure> figures = new ArrayList<>();
        figures.add(new LevelLegend(mapped.trained().design().hardware()));
        IntStream.range(0, mapped.plan().layers().size())
                .forEach(layer -> figures.add(new WeightFigure(mapped, layer, FigurePng.PIXEL)));
        return new FigurePng(
                "Polarity of the weights: " + name(evaluation),
                evaluation.dataset().name(),
                evaluation.dataset().synthetic(),
                figures);
    }

    private static FigurePng cost(Evaluation evaluation) {
        return new FigurePng(
                "Cost by component: " + name(evaluation),
                evaluation.cost().technology().identity().label(),
                evaluation.dataset().synthetic(),
                List.of(new CostFigure(Bill.of(evaluation.cost()), false)));
    }

    private static String name(Evaluation evaluation) {
        return evaluation.mapped().trained().design().name();
    }
}
