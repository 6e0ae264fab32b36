package studio.crossbar.ui;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.cost.Cost;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.specification.CornerPlan;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.training.Confusion;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;

/**
 * Takes a picture of every screen, light and dark, in two sizes, after a short real training of the sample project:
 * {@code mvn -Dtest=Screenshots test} writes them to {@code target/screenshots}. Not part of the usual tests.
 */
final class Screenshots {

    /** {@code -Dcrossbar.screenshots=assets/screenshots} renews the pictures of README and guide. */
    private static final Path TARGET = Path.of(System.getProperty("crossbar.screenshots", "target/screenshots"));

    @TempDir
    Path folder;

    @Test
    void everyScreen() throws Exception {
        Files.createDirectories(TARGET);
        Path samples = WindowFixture.samples(folder);
        Project sample = Project.open(Path.of("sample-projects", "har-unipolar"));
        Project.create(
                samples.resolve("har-unipolar"),
                sample.settings(),
                sample.design().withRecipe(sample.design().recipe().withEpochs(4, 6)));
        try (WindowFixture window = new WindowFixture(folder)) {
            for (Screen screen : Screen.values()) {
                shoot(window, screen, "empty");
            }
            window.open(samples.resolve("har-unipolar"));
            window.robot().interact(() -> window.workbench().train());
            WindowFixture.await(
                    Duration.ofMinutes(5),
                    () -> window.session().training().epochs().size() > 2);
            shoot(window, Screen.TRAINING, "running");
            WindowFixture.await(
                    Duration.ofMinutes(10),
                    () -> window.session().evaluationProperty().get() != null);
            everySize(window);
            window.robot().interact(() -> {
                window.resizeContent(1280, 800);
                window.session().themeProperty().set(Theme.LIGHT);
            });
            // Last, since its failed job stays in the list.
            closeUps(window);
        }
    }

    /** The report with its pages: {@code -Dtest=Screenshots#report}. */
    @Test
    void report() throws Exception {
        Design design = ReferenceDesign.of(ReferenceNetwork.HAR_CNN, 2, Polarity.ROW_BLOCK);
        try (WindowFixture window = new WindowFixture(folder)) {
            window.robot().interact(() -> window.session().opened(Projects.open(design, null)));
            shoot(window, Screen.REPORT, "untrained");
            window.robot().interact(() -> window.session().result(Projects.evaluation(design)));
            for (int width : new int[] {1280, 1920}) {
                window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
                for (Theme theme : Theme.values()) {
                    window.robot()
                            .interact(() -> window.session().themeProperty().set(theme));
                    shoot(window, Screen.REPORT, theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
            window.robot().interact(() -> {
                window.session().designProperty().set(design.withSeed(77).withName("Changed"));
                window.<Button>node("#action-copy-command-line").fire();
            });
            shoot(window, Screen.REPORT, "stale");
        }
    }

    /** Hardware and cost of a trained network: {@code -Dtest=Screenshots#hardwareAndCost}. */
    @Test
    void hardwareAndCost() throws Exception {
        Files.createDirectories(TARGET);
        Path samples = WindowFixture.samples(folder);
        Project sample = Project.open(Path.of("sample-projects", "har-unipolar"));
        Project project = Project.create(
                samples.resolve("har-unipolar"),
                sample.settings().withDraws(1),
                sample.design().withRecipe(sample.design().recipe().withEpochs(2, 2)));
        try (WindowFixture window = new WindowFixture(folder)) {
            window.open(project.folder());
            window.robot().interact(() -> window.session().screenProperty().set(Screen.HARDWARE));
            select(window, "#hardware-tabs", 1);
            shoot(window, Screen.HARDWARE, "untrained");
            window.robot().interact(() -> window.workbench().train());
            WindowFixture.await(
                    Duration.ofMinutes(5),
                    () -> window.session().evaluationProperty().get() != null);
            window.robot().interact(() -> window.session().screenProperty().set(Screen.HARDWARE));
            WindowFixture.await(
                    Duration.ofMinutes(1), () -> window.text("#adc-words").contains("conversions"));
            for (int width : new int[] {1280, 1920}) {
                window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
                for (Theme theme : Theme.values()) {
                    window.robot()
                            .interact(() -> window.session().themeProperty().set(theme));
                    shootHardwareAndCost(window, theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
    }

    private static void shootHardwareAndCost(WindowFixture window, String variant) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(Screen.HARDWARE));
        window.robot().interact(() -> window.session().selectedLayerProperty().set(Session.NO_LAYER));
        shoot(window, Screen.HARDWARE, "adc-all-" + variant);
        window.robot().interact(() -> {
            window.session().selectedLayerProperty().set(1);
            ((Slider) window.scene().lookup("#adc-factor")).setValue(-1);
            ((ToggleButton) window.scene().lookup("#levels-of-weight")).fire();
            Design design =
                    Objects.requireNonNull(window.session().designProperty().get());
            window.session()
                    .designProperty()
                    .set(design.withHardware(design.hardware()
                            .withConverters(design.hardware().converters().withAdcBits(5))
                            .withSlices(2)));
        });
        shoot(window, Screen.HARDWARE, "adc-layer-" + variant);
        window.robot().interact(() -> {
            window.workbench().revert();
            ((Slider) window.scene().lookup("#adc-factor")).setValue(0);
            ((ToggleButton) window.scene().lookup("#levels-of-cell")).fire();
            window.session().screenProperty().set(Screen.COST);
        });
        select(window, "#cost-tabs", 0);
        window.robot().interact(() -> ((ToggleButton) window.scene().lookup("#cost-picture-treemap")).fire());
        window.robot().interact(() -> window.scene().lookup("#cost-treemap").requestFocus());
        shoot(window, Screen.COST, "treemap-" + variant);
        window.robot().interact(() -> ((ToggleButton) window.scene().lookup("#cost-metric-energy")).fire());
        shoot(window, Screen.COST, "energy-" + variant);
        window.robot().type(KeyCode.ENTER);
        window.robot()
                .interact(() -> window.<TableView<?>>node("#cost-table")
                        .getSelectionModel()
                        .select(0));
        shoot(window, Screen.COST, "part-" + variant);
        window.robot().interact(() -> {
            ((Button) window.scene().lookup("#action-cost-part-all")).fire();
            ((ToggleButton) window.scene().lookup("#cost-picture-bars")).fire();
            ((ToggleButton) window.scene().lookup("#cost-metric-area")).fire();
        });
        shoot(window, Screen.COST, "bars-" + variant);
        select(window, "#cost-tabs", 1);
        window.robot().interact(() -> ((Button) window.scene().lookup("#compare-pin")).fire());
        shoot(window, Screen.COST, "compare-" + variant);
        select(window, "#cost-tabs", 0);
    }

    private static void select(WindowFixture window, String tabs, int index) {
        WaitForAsyncUtils.waitForFxEvents();
        window.robot()
                .interact(() -> ((TabPane) window.scene().lookup(tabs))
                        .getSelectionModel()
                        .select(index));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A network with branches, unipolar cells and a layer that does not fit. */
    @Test
    void networks() throws Exception {
        Files.createDirectories(TARGET);
        try (WindowFixture window = new WindowFixture(folder)) {
            ReferenceNetwork reference = ReferenceNetwork.RESNET8;
            Design design = ReferenceDesign.of(reference, 4, Polarity.DIFFERENTIAL);
            window.robot()
                    .interact(() -> window.session()
                            .opened(Projects.openWith(
                                    design, Projects.blank(reference.signals(), reference.classes()))));
            for (int width : new int[] {1280, 1920}) {
                window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
                for (Theme theme : Theme.values()) {
                    window.robot()
                            .interact(() -> window.session().themeProperty().set(theme));
                    shootNetwork(window, theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
    }

    /** Every quantity of the tiles of a network of untrained weights whose wires have resistance. */
    @Test
    void tiles() throws Exception {
        Files.createDirectories(TARGET);
        Design design = Project.open(Path.of("sample-projects", "har-unipolar")).design();
        try (WindowFixture window = new WindowFixture(folder)) {
            window.robot().interact(() -> {
                window.session().opened(Projects.open(design, Projects.evaluation(design)));
                window.session()
                        .settingsProperty()
                        .set(Objects.requireNonNull(
                                        window.session().settingsProperty().get())
                                .withWires(new WireResistance(4, 2)));
                window.session().screenProperty().set(Screen.TILES);
            });
            WaitForAsyncUtils.waitForFxEvents();
            for (int width : new int[] {1280, 1920}) {
                window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
                for (Theme theme : Theme.values()) {
                    window.robot()
                            .interact(() -> window.session().themeProperty().set(theme));
                    for (String quantity : List.of("polarity", "weight-level", "error", "ir-drop", "utilisation")) {
                        window.robot()
                                .interact(() ->
                                        ((ToggleButton) window.scene().lookup("#tile-quantity-" + quantity)).fire());
                        Thread.sleep(600);
                        shoot(
                                window,
                                Screen.TILES,
                                quantity + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                    }
                    closeUp(window);
                    Thread.sleep(600);
                    shoot(window, Screen.TILES, "cells-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                    window.robot()
                            .interact(() ->
                                    window.session().selectedLayerProperty().set(Session.NO_LAYER));
                }
            }
        }
    }

    /** Errors of single cells, one of them pointed at. */
    private static void closeUp(WindowFixture window) {
        window.robot().interact(() -> {
            ((ToggleButton) window.scene().lookup("#tile-quantity-error")).fire();
            window.session().selectedLayerProperty().set(1);
        });
        WaitForAsyncUtils.waitForFxEvents();
        window.robot().interact(() -> {
            Node plan = window.scene().lookup("#floor-plan");
            for (int i = 0; i < 2; i++) {
                mouse(plan, MouseEvent.MOUSE_CLICKED, MouseButton.PRIMARY, 2);
            }
            mouse(plan, MouseEvent.MOUSE_MOVED, MouseButton.NONE, 0);
        });
    }

    /** At a used cell of a layer that is shown alone. */
    private static void mouse(Node plan, EventType<MouseEvent> type, MouseButton button, int clicks) {
        // An event without a source has its place in the scene.
        Point2D place = plan.localToScene(
                plan.getLayoutBounds().getWidth() / 2 - 15,
                plan.getLayoutBounds().getHeight() / 5);
        double x = place.getX();
        double y = place.getY();
        Event.fireEvent(
                plan,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        button,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(plan, x, y)));
    }

    private static void shootNetwork(WindowFixture window, String variant) throws Exception {
        // Screens are made when they are shown first; a beat later their controls can be found.
        window.robot().interact(() -> window.session().screenProperty().set(Screen.NETWORK));
        WaitForAsyncUtils.waitForFxEvents();
        window.robot().interact(() -> {
            networkTab(window, 0);
            TableView<?> table = (TableView<?>) window.scene().lookup("#network-table");
            table.getSelectionModel().select(3);
        });
        Thread.sleep(400);
        shoot(window, Screen.NETWORK, "residual-" + variant);
        window.robot().interact(() -> {
            networkTab(window, 1);
            TextField stride = (TextField) window.scene().lookup("#field-stride-height");
            stride.setText("3");
            stride.fireEvent(new ActionEvent());
        });
        Thread.sleep(400);
        shoot(window, Screen.NETWORK, "draft-" + variant);
        window.robot().interact(() -> ((Button) window.scene().lookup("#action-network-discard")).fire());
        Thread.sleep(400);
        shoot(window, Screen.NETWORK, "analysis-" + variant);
    }

    private static void networkTab(WindowFixture window, int index) {
        ((TabPane) window.scene().lookup("#network-tabs")).getSelectionModel().select(index);
    }

    /** Specifications of a tiny project: without targets, measured in its corners, and beside an edited design. */
    @Test
    void specifications() throws Exception {
        Files.createDirectories(TARGET);
        try (WindowFixture window = WindowFixture.withSample(folder, Projects.tinyDesign())) {
            window.open(window.sample());
            Project project = Project.open(window.sample());
            shoot(window, Screen.SPECIFICATIONS, "none");
            window.robot().interact(() -> window.workbench().train());
            WindowFixture.await(
                    Duration.ofMinutes(5),
                    () -> window.session().evaluationProperty().get() != null);
            Cost cost = Objects.requireNonNull(
                            window.session().evaluationProperty().get())
                    .cost();
            SpecificationsFile.write(
                    project,
                    Specifications.NONE
                            .withLimit(Metric.ACCURACY, 0.67)
                            .withLimit(Metric.YIELD, 0.9)
                            .withLimit(Metric.AREA, rounded(cost.areaSquareMillimetres() * 1.2))
                            .withLimit(Metric.ENERGY, rounded(cost.energyNanojoules() / 1.03))
                            .withLimit(Metric.LATENCY, rounded(cost.latencyMicroseconds() / 2))
                            .withPlan(CornerPlan.STANDARD
                                    .withDevice("rram-generic")
                                    .withChips(6)));
            window.robot().interact(() -> window.session().screenProperty().set(Screen.WELCOME));
            window.robot().interact(() -> window.session().screenProperty().set(Screen.SPECIFICATIONS));
            WindowFixture.await(
                    Duration.ofMinutes(1),
                    () -> window.robot()
                            .lookup("#verdict-overall-current")
                            .tryQuery()
                            .isPresent());
            shoot(window, Screen.SPECIFICATIONS, "open");
            window.robot().clickOn("#action-measure-corners");
            WindowFixture.await(
                    Duration.ofMinutes(5),
                    () -> window.text("#spec-remark").startsWith("Least yield")
                            && window.<Button>node("#action-stop-corners").isDisabled());
            specificationsInEverySize(window);
        }
    }

    /** The training screen alone, after several short trainings: {@code -Dtest=Screenshots#training}. */
    @Test
    void training() throws Exception {
        Files.createDirectories(TARGET);
        Design design = Projects.tinyDesign();
        try (WindowFixture window = WindowFixture.withSample(
                folder, design.withRecipe(design.recipe().withEpochs(4, 6)))) {
            window.open(window.sample());
            for (int bits : new int[] {3, 5, 8, 7}) {
                train(window, bits);
            }
            trainingInEverySize(window);
            manyClasses(window);
        }
    }

    private static void train(WindowFixture window, int adcBits) throws Exception {
        window.robot().interact(() -> {
            Design now =
                    Objects.requireNonNull(window.session().designProperty().get());
            window.session()
                    .designProperty()
                    .set(now.withHardware(now.hardware().withConverters(new Converters(8, adcBits))));
            window.workbench().train();
        });
        WindowFixture.await(
                Duration.ofMinutes(5),
                () -> window.session().resultIsCurrent()
                        && !window.session().training().runningProperty().get());
    }

    private static void trainingInEverySize(WindowFixture window) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(Screen.TRAINING));
        trainingTab(window, "runs");
        WindowFixture.await(
                Duration.ofMinutes(1),
                () -> window.<TableView<?>>node("#runs-table").getItems().size() == 4);
        window.robot().interact(() -> {
            TableView<?> table = window.node("#runs-table");
            table.getSelectionModel().select(1);
            table.requestFocus();
        });
        window.robot().push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.SPACE);
        measureAgeing(window);
        for (int width : new int[] {1280, 1920}) {
            window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
            for (Theme theme : Theme.values()) {
                window.robot().interact(() -> window.session().themeProperty().set(theme));
                for (String tab : new String[] {"run", "layers", "confusion", "ageing", "runs"}) {
                    trainingTab(window, tab);
                    Thread.sleep(300);
                    shoot(window, Screen.TRAINING, tab + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
    }

    /** With and without compensation. */
    private static void measureAgeing(WindowFixture window) throws Exception {
        trainingTab(window, "ageing");
        shoot(window, Screen.TRAINING, "ageing-none");
        for (int curves = 1; curves <= 2; curves++) {
            window.robot()
                    .interact(
                            () -> window.<Button>node("#action-measure-ageing").fire());
            WindowFixture.await(
                    Duration.ofMinutes(5),
                    () -> !window.<Button>node("#action-measure-ageing").isDisabled());
            window.robot()
                    .interact(
                            () -> window.<CheckBox>node("#ageing-compensation").fire());
        }
    }

    /** Ten classes, some with long names. */
    private static void manyClasses(WindowFixture window) throws Exception {
        List<String> names = List.of(
                "airplane",
                "automobile",
                "bird",
                "cat",
                "deer",
                "dog",
                "frog on a leaf of a water lily",
                "horse",
                "ship",
                "articulated lorry with trailer");
        Random random = new Random(2);
        int[] labels = IntStream.range(0, 2000).map(i -> i % 10).toArray();
        int[] chosen = IntStream.of(labels)
                .map(label -> random.nextInt(5) == 0 ? Math.min(9, label + random.nextInt(3)) : label)
                .toArray();
        Evaluation made = Projects.evaluation(Projects.tinyDesign());
        Evaluation evaluation = new Evaluation(
                made.mapped(),
                made.accuracy(),
                Confusion.count(labels, chosen, 10),
                null,
                List.of(),
                made.cost(),
                made.dataset());
        Dataset data = new Dataset(
                "Ten", true, new float[10], List.of("c"), 1, 1, new int[10], names, new int[0], "made for a test");
        OpenProject open = Projects.open(Projects.tinyDesign(), evaluation);
        window.robot()
                .interact(() -> window.session()
                        .opened(new OpenProject(
                                open.project(),
                                new Parts("Ten", data, data),
                                open.technology(),
                                open.trained(),
                                evaluation,
                                null)));
        trainingTab(window, "confusion");
        for (int width : new int[] {1280, 1920}) {
            window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
            shoot(window, Screen.TRAINING, "classes-" + width);
        }
    }

    private static void trainingTab(WindowFixture window, String name) {
        window.robot().interact(() -> {
            TabPane tabs = (TabPane) window.scene().lookup("#training-tabs");
            tabs.getTabs().stream()
                    .filter(tab -> ("training-tab-" + name).equals(tab.getId()))
                    .forEach(tabs.getSelectionModel()::select);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** As people set limits: three digits. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }

    private static void specificationsInEverySize(WindowFixture window) throws Exception {
        for (int width : new int[] {1280, 1920}) {
            window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
            for (Theme theme : Theme.values()) {
                window.robot().interact(() -> window.session().themeProperty().set(theme));
                shoot(window, Screen.SPECIFICATIONS, "measured-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
        window.robot().interact(() -> {
            TextField chips = (TextField) window.scene().lookup("#spec-chips");
            chips.setText("8");
            chips.fireEvent(new ActionEvent());
            Design design =
                    Objects.requireNonNull(window.session().designProperty().get());
            window.session()
                    .designProperty()
                    .set(design.withHardware(design.hardware().withCell(Cell.ofBits(3))));
        });
        shoot(window, Screen.SPECIFICATIONS, "stale");
    }

    /** An edited design, cells seen closely, an export and an error. */
    private void closeUps(WindowFixture window) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(Screen.HARDWARE));
        ScrollPane inspector = window.node(".inspector .scroll-pane");
        ButtonBase differential = window.node("#choice-polarity-differential");
        // The sign lies below the edge of the inspector, which the costs were scrolled to before.
        window.robot().interact(() -> {
            inspector.setVvalue(0);
            differential.fire();
        });
        window.robot().clickOn("#slider-programming-noise");
        shoot(window, Screen.HARDWARE, "edited");
        window.robot().interact(() -> window.workbench().revert());
        window.robot().interact(() -> window.session().screenProperty().set(Screen.TILES));
        window.robot()
                .moveTo("#floor-plan")
                .moveBy(-70, -150)
                .doubleClickOn()
                .doubleClickOn()
                .moveBy(11, 13);
        shoot(window, Screen.TILES, "close");
        window.robot().interact(() -> window.session().screenProperty().set(Screen.REPORT));
        window.robot().clickOn("#action-report-files");
        WindowFixture.await(
                Duration.ofMinutes(1),
                () -> window.robot()
                        .lookup("#export-files .hyperlink")
                        .tryQuery()
                        .isPresent());
        shoot(window, Screen.REPORT, "exported");
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("project.json"), "{\"schema\": 1,");
        window.robot().interact(() -> window.workbench().open(damaged));
        WindowFixture.await(
                Duration.ofMinutes(1),
                () -> window.robot().lookup("#error-message").tryQuery().isPresent());
        write(
                WindowFixture.call(() -> window.robot()
                        .lookup("#error-message")
                        .query()
                        .getScene()
                        .snapshot(null)),
                "error.png");
        window.robot().type(KeyCode.ESCAPE);
    }

    private static void everySize(WindowFixture window) throws Exception {
        for (int width : new int[] {1280, 1920}) {
            window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
            for (Theme theme : Theme.values()) {
                window.robot().interact(() -> window.session().themeProperty().set(theme));
                String variant = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                for (Screen screen : Screen.values()) {
                    shoot(window, screen, variant);
                }
                shootSweep(window, variant);
                shootTechnology(window, variant);
            }
        }
    }

    private static void shootSweep(WindowFixture window, String variant) throws Exception {
        showCostTab(window, "cost-tab-sweep");
        WindowFixture.await(
                Duration.ofMinutes(2), () -> window.text("#sweep-status").contains("marks"));
        shoot(window, Screen.COST, "sweep-" + variant);
        showCostTab(window, "cost-tab-bill");
    }

    /** The editor with a refused value, beside the cost options in the inspector. */
    private static void shootTechnology(WindowFixture window, String variant) throws Exception {
        showCostTab(window, "cost-tab-technology");
        WindowFixture.await(
                Duration.ofMinutes(1),
                () -> !window.<TableView<?>>node("#technology-table").getItems().isEmpty());
        window.robot().interact(() -> {
            ((Button) window.scene().lookup("#action-technology-copy")).fire();
            ((ScrollPane) window.scene().lookup(".inspector .scroll-pane")).setVvalue(1);
        });
        WindowFixture.await(
                Duration.ofMinutes(1), () -> window.text("#technology-status").startsWith("The project's own"));
        window.robot().interact(() -> {
            TableView<?> table = (TableView<?>) window.scene().lookup("#technology-table");
            table.getSelectionModel().select(60);
            table.scrollTo(55);
            TextField value = (TextField) window.scene().lookup("#technology-value");
            value.setText("15000000");
            value.fireEvent(new ActionEvent());
        });
        shoot(window, Screen.COST, "technology-" + variant);
        showCostTab(window, "cost-tab-bill");
        shoot(window, Screen.COST, "options-" + variant);
    }

    private static void showCostTab(WindowFixture window, String id) {
        window.robot().interact(() -> window.session().screenProperty().set(Screen.COST));
        window.robot().interact(() -> {
            TabPane inner = (TabPane) window.scene().lookup("#cost-tabs");
            inner.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(inner.getSelectionModel()::select);
        });
    }

    private static void shoot(WindowFixture window, Screen screen, String variant) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(screen));
        WaitForAsyncUtils.waitForFxEvents();
        if (screen == Screen.REPORT && window.session().evaluationProperty().get() != null) {
            awaitPreview(window);
        }
        String name =
                String.format("%d-%s-%s.png", screen.ordinal(), screen.label().toLowerCase(Locale.ROOT), variant);
        write(WindowFixture.call(window::picture), name);
    }

    /** Keeps a picture in {@code target/screenshots}. */
    private static void awaitPreview(WindowFixture window) throws Exception {
        WindowFixture.await(Duration.ofMinutes(1), () -> {
            List<ImageView> pages = List.copyOf(
                    window.robot().lookup(".report-page .image-view").queryAllAs(ImageView.class));
            double width = pages.isEmpty() ? 0 : pages.getFirst().getFitWidth();
            return pages.stream()
                    .filter(page ->
                            page.getImage() != null && Math.abs(page.getImage().getWidth() - width) <= 2)
                    .findFirst()
                    .isPresent();
        });
        window.robot().sleep(500);
    }

    static void write(WritableImage picture, String name) throws IOException {
        Files.createDirectories(TARGET);
        ImageIO.write(
                SwingFXUtils.fromFXImage(picture, null),
                "png",
                TARGET.resolve(name).toFile());
    }

    /** The search screen alone, with two thousand stored trials: {@code -Dtest=Screenshots#search}. */
    @Test
    void search() throws Exception {
        Files.createDirectories(TARGET);
        Project project = StoredSearch.make(folder.resolve("stored"), 2000);
        Project fresh = SmallSearch.project(folder.resolve("fresh"));
        try (WindowFixture window = new WindowFixture(folder)) {
            for (Project one : List.of(fresh, project)) {
                window.open(one.folder());
                window.robot().interact(() -> window.session().screenProperty().set(Screen.SEARCH));
                WindowFixture.await(
                        Duration.ofMinutes(1),
                        () -> !window.<Button>node("#action-start-search").isDisabled());
                if (one.equals(fresh)) {
                    shoot(window, Screen.SEARCH, "none");
                }
            }
            WindowFixture.await(
                    Duration.ofMinutes(1),
                    () -> window.<TableView<?>>node("#search-trials").getItems().size() == 2000);
            for (int width : new int[] {1280, 1920}) {
                window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
                for (Theme theme : Theme.values()) {
                    window.robot()
                            .interact(() -> window.session().themeProperty().set(theme));
                    shootSearch(window, theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
    }

    /** Dialogs: {@code -Dtest=Screenshots#dialogs}. */
    @Test
    void dialogs() throws Exception {
        Files.createDirectories(TARGET);
        Project fresh = SmallSearch.project(folder.resolve("fresh"));
        Path table = Files.writeString(folder.resolve("table.csv"), "ax;ay;person;kind\n0.5;1;1;walk\n0.25;;2;rest\n");
        try (WindowFixture window = new WindowFixture(folder)) {
            window.open(fresh.folder());
            for (Theme theme : Theme.values()) {
                String variant = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
                window.robot().interact(() -> {
                    window.session().themeProperty().set(theme);
                    window.session().screenProperty().set(Screen.SEARCH);
                });
                Platform.runLater(() -> ((Button) window.scene().lookup("#action-edit-space")).fire());
                WindowFixture.await(
                        Duration.ofMinutes(1),
                        () -> window.robot()
                                .lookup("#space-probe")
                                .tryQueryAs(Label.class)
                                .filter(label -> label.getText().contains("of 200"))
                                .isPresent());
                window.robot().interact(() -> {
                    window.<TableView<?>>node("#space-parameters")
                            .getSelectionModel()
                            .select(1);
                    window.<TextField>node("#space-values").setText("1 … 9");
                    window.<Button>node("#space-add-constraint").fire();
                });
                shootDialog(window, "#space-dialog", "dialog-space" + variant);
                window.robot().push(KeyCode.CONTROL, KeyCode.D);
                WindowFixture.await(
                        Duration.ofMinutes(1),
                        () -> window.robot().lookup("#data-download").tryQuery().isPresent());
                Platform.runLater(() ->
                        window.robot().lookup("#data-download").queryButton().fire());
                WindowFixture.await(
                        Duration.ofMinutes(1),
                        () -> window.robot()
                                .lookup("#download-start")
                                .tryQuery()
                                .isPresent());
                shootDialog(window, "#download-dialog", "dialog-download" + variant);
                window.robot().push(KeyCode.CONTROL, KeyCode.N);
                WindowFixture.await(
                        Duration.ofMinutes(1),
                        () -> window.robot()
                                .lookup("#new-project-folder")
                                .tryQuery()
                                .isPresent());
                window.robot().interact(() -> {
                    window.<TextField>node("#new-project-folder")
                            .setText(fresh.folder().toString());
                    window.<TextField>node("#new-project-data").setText(table.toString());
                });
                WindowFixture.await(
                        Duration.ofMinutes(1), () -> window.text("#csv-problem").contains("is missing"));
                shootDialog(window, "#new-project-dialog", "dialog-new" + variant);
                shootCorners(window, variant);
            }
        }
    }

    /** Two corners, one of them wrong. */
    private static void shootCorners(WindowFixture window, String variant) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(Screen.SPECIFICATIONS));
        Platform.runLater(() -> ((Button) window.scene().lookup("#tool-edit-corners")).fire());
        WindowFixture.await(
                Duration.ofMinutes(1),
                () -> window.robot().lookup("#corners-add").tryQuery().isPresent());
        window.robot().interact(() -> {
            window.<Button>node("#corners-add").fire();
            window.<TextField>node("#corner-name-1").setText("hot, ten years");
            window.<TextField>node("#corner-time-1").setText("10y");
            window.<TextField>node("#corner-celsius-1").setText("85 °C");
            window.<Button>node("#corners-add").fire();
            window.<TextField>node("#corner-noise-2").setText("twice");
        });
        shootDialog(window, "#corners-dialog", "dialog-corners" + variant);
    }

    private static void shootDialog(WindowFixture window, String query, String name) throws Exception {
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        write(
                WindowFixture.call(
                        () -> window.robot().lookup(query).query().getScene().snapshot(null)),
                name);
        window.robot().push(KeyCode.ESCAPE);
        WindowFixture.await(
                Duration.ofMinutes(1),
                () -> window.robot().lookup(query).tryQuery().isEmpty());
    }

    private static void shootSearch(WindowFixture window, String variant) throws Exception {
        for (String tab : List.of("trials", "parallel", "importance", "volume", "compare")) {
            window.robot().interact(() -> {
                TableView<?> trials = (TableView<?>) window.scene().lookup("#search-trials");
                if (trials != null && tab.equals("trials")) {
                    trials.getSelectionModel().select(3);
                    ((Button) window.scene().lookup("#tool-pin")).fire();
                    trials.getSelectionModel().select(1);
                    ((Button) window.scene().lookup("#tool-pin")).fire();
                }
                TabPane inner = (TabPane) window.scene().lookup("#search-tabs");
                inner.getTabs().stream()
                        .filter(one -> ("search-tab-" + tab).equals(one.getId()))
                        .forEach(inner.getSelectionModel()::select);
            });
            WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS);
            shoot(window, Screen.SEARCH, tab + "-" + variant);
        }
        window.robot()
                .interact(() -> ((TabPane) window.scene().lookup("#search-tabs"))
                        .getSelectionModel()
                        .select(0));
    }
}
