package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.cost.CostItem;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Evaluation;

class ReportWriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    @TempDir
    private Path folder;

    @Test
    void writesAllFiles() throws IOException {
        Evaluation evaluation = Examples.har("HAR", Polarity.ROW_BLOCK, 2, false);
        List<Path> files = ReportWriter.write(evaluation, folder.resolve("out"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "report.pdf",
                        "designs.csv",
                        "layers.csv",
                        "tiles.csv",
                        "cost.csv",
                        "weights-polarity.png",
                        "cost.png");
        assertThat(files.get(1)).hasContent(CsvTables.designs(List.of(evaluation)));
        for (Path picture : files.subList(5, 7)) {
            assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1600);
        }
        assertThat(files.getFirst())
                .satisfies(pdf -> assertThat(Files.size(pdf)).isLessThan(1_000_000));
        try (var all = Files.list(folder.resolve("out"))) {
            assertThat(all).hasSize(7);
        }
    }

    @Test
    void textIsSearchableAndHoldsTheFigures() throws IOException {
        Evaluation evaluation = Examples.har("Difficult flow, fifth", Polarity.ROW_BLOCK, 2, true);
        try (PDDocument document = written(evaluation)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(
                            "Energy with the conductances that were programmed and inputs spread evenly with a mean square"
                                    + " of 0.333 of full scale.");
            assertThat(text)
                    .contains("Difficult flow, fifth", "2026-03-14", "Synthetic data: the signals were generated")
                    .contains("95.45 %", "93.47 % ± 0.36 %", "92.87 %", "93.51, 93.21, 94.02, 92.87")
                    .contains("4 levels from 0.5 to 10 µS", "programming σ 5.0 %", "128 rows × 128 columns")
                    .contains("conv1d 32 (kernel 5, stride 2, padding 2)")
                    .contains("layer input → output", "2 conv1d 64 64 × 64 → 64 × 32 320 64 4 20,480 31.3 % 32")
                    .contains("block 1, +", "block 4, −", "crossbar row", "epoch (float to 20, hardware to 45)")
                    .contains(figure(evaluation.cost().areaSquareMillimetres()) + " mm²")
                    .contains(figure(evaluation.cost().energyNanojoules()) + " nJ")
                    .contains("page 1 of " + document.getNumberOfPages())
                    .contains("page " + document.getNumberOfPages() + " of " + document.getNumberOfPages());
            assertThat(document.getNumberOfPages()).isBetween(3, 5);
            String flat = text.replaceAll("\\s+", "");
            for (CostItem item : evaluation.cost().items()) {
                assertThat(flat).contains(item.component().label().replace(" ", ""));
                assertThat(flat).containsOnlyOnce("]" + item.source().replaceAll("\\s+", ""));
            }
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Difficult flow, fifth");
        }
    }

    @Test
    void irDropIsStatedWithTheErrorOfItsApproximation() throws IOException {
        Evaluation plain = Examples.har("Wired", Polarity.ROW_BLOCK, 2, true);
        Evaluation wired = new Evaluation(
                plain.mapped(),
                plain.accuracy(),
                new WiredAccuracy(
                        new WireResistance(1, 2.5),
                        new AccuracyUnderNoise(List.of(0.9111, 0.9223)),
                        new WireError(4, 8, 2.1e-6, 7e-6)),
                plain.activity(),
                plain.cost(),
                plain.dataset());
        try (PDDocument document = written(wired)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Wires 1 Ω a word-line, 2.5 Ω a bit-line segment", "91.67 %", "91.11 %")
                    .contains("off from the exact solution of the resistive network by 2.1e-06 (L2)")
                    .contains("on the 4 largest tiles, with 8 evenly distributed inputs");
        }
        try (PDDocument document = written(plain)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Wires no resistance");
        }
    }

    @Test
    void realDataCarryNoSyntheticNote() throws IOException {
        try (PDDocument document = written(Examples.har("HAR", Polarity.POSITIVE, 2, false))) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContainIgnoringCase("synthetic");
        }
    }

    @Test
    void isVectorGraphicsWithEmbeddedFonts() throws IOException {
        try (PDDocument document = written(Examples.har("HAR", Polarity.POSITIVE, 2, false))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getXObjectNames()).isEmpty();
                List<COSName> fonts = new ArrayList<>();
                page.getResources().getFontNames().forEach(fonts::add);
                assertThat(fonts).isNotEmpty();
                for (COSName font : fonts) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void heatmapShowsTheSignsInPlay(Polarity polarity) throws IOException {
        try (PDDocument document = written(Examples.har("HAR", polarity, 2, false))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, 144);
            int darkest = 0;
            int negative = 0;
            // Layer 1 lies between these points of the page, below title and legend.
            for (int y = 2 * 150; y < 2 * 290; y++) {
                for (int x = 2 * 90; x < 2 * 545; x++) {
                    int colour = page.getRGB(x, y) & 0xFFFFFF;
                    darkest += colour == DivergingColourMap.LIGHT.positive() ? 1 : 0;
                    negative += colour == DivergingColourMap.LIGHT.negative() ? 1 : 0;
                }
            }
            assertThat(darkest > 0).isEqualTo(polarity != Polarity.NEGATIVE);
            assertThat(negative > 0).isEqualTo(polarity != Polarity.POSITIVE);
        }
    }

    @Test
    void longNamesAndManyLayersStayOnThePageWithoutOverlap() throws IOException {
        List<Layer> layers = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> {
            layers.add(new Layer.Conv1d(20 + i, 3, 1, 1));
            layers.add(new Layer.ConcatRelu());
        });
        layers.add(new Layer.Dense(6));
        Design design = new Design(
                Examples.LONG_NAME + " \u4e2d\u6587 \ud83d\ude00\n\tend",
                new Network(new Shape(18, 4), layers),
                Examples.hardware(Polarity.DIFFERENTIAL, 8),
                Recipe.standard(),
                1);
        try (PDDocument document = written(Examples.evaluation(design, true))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(8);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<Rectangle2D> glyphs = glyphs(document, page);
                assertThat(glyphs).isNotEmpty();
                Rectangle2D paper = new Rectangle2D.Double(40, 40, 595 - 80, 842 - 80);
                assertThat(glyphs).as("page %d", page).allMatch(paper::contains);
                assertThat(overlaps(glyphs)).as("page %d", page).isZero();
            }
        }
    }

    private PDDocument written(Evaluation evaluation) throws IOException {
        Path pdf = ReportWriter.write(evaluation, folder, DAY).getFirst();
        return Loader.loadPDF(pdf.toFile());
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Boxes of all glyphs but spaces and upright ones only, from the baseline to the height of an x. */
    private static List<Rectangle2D> glyphs(PDDocument document, int page) throws IOException {
        List<Rectangle2D> boxes = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (!text.getUnicode().isBlank() && text.getDir() == 0) {
                    double height = text.getFontSizeInPt() * 0.5;
                    boxes.add(new Rectangle2D.Double(
                            text.getXDirAdj(), text.getYDirAdj() - height, text.getWidthDirAdj(), height));
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return boxes;
    }

    private static int overlaps(List<Rectangle2D> boxes) {
        int overlaps = 0;
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (boxes.get(i).intersects(boxes.get(j))) {
                    Rectangle2D common = boxes.get(i).createIntersection(boxes.get(j));
                    overlaps += common.getWidth() > 0.6 && common.getHeight() > 0.6 ? 1 : 0;
                }
            }
        }
        return overlaps;
    }
}
