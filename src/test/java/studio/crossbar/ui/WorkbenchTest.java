package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobStatus;
import studio.crossbar.study.Draft;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.shell.UncaughtErrors;

/** The whole job in the real window on the real core, by mouse and keyboard. */
class WorkbenchTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TRAINED = Duration.ofMinutes(3);
    /** Line of the project tree, from 0, before which there are data, design and their entries. */
    private static final int FIRST_RUN = 7;

    @TempDir
    Path folder;

    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openWindow() throws Exception {
        window = WindowFixture.withSample(folder, Projects.tinyDesign());
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    @Test
    void theWholeJob() throws Exception {
        window.openSample();
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.DATASET);
        assertThat(window.text("#dataset-train")).isEqualTo("2,880");
        assertThat(colours("#class-balance-chart")).as("bars").hasSizeGreaterThan(3);
        chartsHaveAMenu();
        String first = window.text("#browse-caption");
        robot.clickOn("#tool-browse-next");
        assertThat(window.text("#browse-caption")).isNotEqualTo(first);

        robot.clickOn("#tab-hardware");
        String devices = window.text("#hardware-devices");
        window.reveal("#choice-polarity-positive");
        robot.clickOn("#choice-polarity-positive");
        assertThat(window.text("#hardware-devices")).isNotEqualTo(devices);
        setByField("#field-cell-bits", "3");
        assertThat(window.design().hardware().cell().levels()).isEqualTo(8);
        Slider bits = window.node("#slider-cell-bits");
        robot.clickOn(bits).press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(window.design().hardware().cell().levels()).isNotEqualTo(8);
        int[] before = window.pixels("#cell-chart");
        setByField("#field-programming-noise", "7 %");
        assertThat(window.pixels("#cell-chart")).as("wider levels").isNotEqualTo(before);
        int[] quiet = window.pixels("#converter-chart");
        setByField("#field-read-noise", "10 %");
        assertThat(window.pixels("#converter-chart")).as("with noise").isNotEqualTo(quiet);
        setByField("#field-read-noise", "0 %");
        assertThat(window.design().hardware().noise().programmingSigma()).isEqualTo(0.07);

        robot.clickOn("#tool-train");
        WindowFixture.await(SOON, () -> !window.session().training().epochs().isEmpty());
        WindowFixture.await(TRAINED, () -> window.session().evaluationProperty().get() != null);
        assertThat(window.session().resultIsCurrent()).isTrue();
        assertThat(window.text("#accuracy-mean")).contains("±").contains("%");
        assertThat(colours("#draw-chart")).hasSizeGreaterThan(4);

        robot.clickOn("#tab-tiles");
        assertThat(colours("#floor-plan")).as("shades of cells").hasSizeGreaterThan(6);
        robot.moveTo(window.anyCell());
        assertThat(window.text("#tile-cell")).contains("Layer").contains("µS").contains("weight level");
        assertThat(window.node("#tiles-stale").isVisible()).isFalse();
        robot.interact(
                () -> window.session().designProperty().set(window.design().withSeed(2)));
        assertThat(window.node("#tiles-stale").isVisible()).isTrue();
        Screenshots.write(WindowFixture.call(window::picture), "5-tiles-stale.png");
        robot.interact(() -> window.workbench().revert());

        robot.clickOn("#tab-cost");
        robot.clickOn("#cost-metric-energy");
        TableView<?> bill = window.node("#cost-table");
        assertThat(bill.getItems()).hasSizeGreaterThan(5);
        assertThat(window.text("#cost-energy")).endsWith("nJ");

        robot.clickOn("#tab-report");
        Path target = folder.resolve("exported");
        WindowFixture.call(() -> {
            window.<TextField>node("#export-folder").setText(target.toString());
            return true;
        });
        robot.clickOn("#action-report-files");
        WindowFixture.await(SOON, () -> Files.exists(target.resolve("report.pdf")) && window.newestDone());
        assertThat(Files.readAllBytes(target.resolve("report.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(target.resolve("designs.csv")).isNotEmptyFile();
        assertThat(target.resolve("cost.png")).isNotEmptyFile();
        WindowFixture.await(SOON, () -> seenPages() > 0);
        assertThat(colours("#report-preview")).as("a page with figures").hasSizeGreaterThan(20);

        robot.clickOn("#action-report-bundle");
        WindowFixture.await(SOON, () -> Files.exists(target.resolve("bundle.zip")) && window.newestDone());
        robot.interact(() -> window.<Button>node("#action-copy-command-line").fire());
        assertThat(window.text("#report-command-notice")).isEqualTo("Copied to the clipboard");
        assertThat(WindowFixture.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(window.text("#report-command"))
                .startsWith("crossbar report ")
                .contains(" -o " + target);
        assertThat(window.node("#report-stale").isVisible()).isFalse();
        robot.interact(
                () -> window.session().designProperty().set(window.design().withSeed(12)));
        assertThat(window.node("#report-stale").isVisible()).isTrue();

        Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
        robot.interact(() -> {
            window.<TextField>node("#export-folder").setText(blocked.toString());
            window.<Button>node("#action-report-files").fire();
        });
        assertThat(closeError()).contains("blocked", "choose a folder");
    }

    /** Shift+F10 on a chart opens it. */
    private void chartsHaveAMenu() throws Exception {
        Parent chart = window.node("#class-balance-chart");
        robot.interact(() -> chart.getChildrenUnmodifiable().getFirst().requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        WindowFixture.await(SOON, () -> robot.lookup("#export-csv").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
    }

    /** Pages of the report that are drawn. */
    private long seenPages() {
        return robot.lookup(".report-page .image-view").queryAllAs(ImageView.class).stream()
                .filter(page -> page.getImage() != null)
                .count();
    }

    @Test
    void aTrainingIsPausedAndLoggedInTheDrawerAndCancelledWithinASecond() throws Exception {
        window.openSample();
        WindowFixture.call(() -> {
            window.session()
                    .designProperty()
                    .set(window.design().withRecipe(window.design().recipe().withEpochs(100, 100)));
            return true;
        });
        robot.clickOn("#tool-train");
        WindowFixture.await(SOON, () -> !window.session().training().epochs().isEmpty());
        robot.clickOn("#job-pause");
        WindowFixture.await(
                SOON, () -> window.session().training().pausedProperty().get());
        robot.clickOn("#job-log");
        WindowFixture.await(
                SOON, () -> window.<TextArea>node("#job-log-text").getText().contains("Trained epoch 1 of"));
        robot.clickOn("#job-pause");
        assertThat(window.session().training().pausedProperty().get()).isFalse();
        JobItem job = Objects.requireNonNull(window.workbench().runProperty().get());
        long start = System.nanoTime();
        robot.clickOn("#tool-cancel");
        WindowFixture.await(SOON, () -> job.stateProperty().get() == JobStatus.State.CANCELLED);
        assertThat((System.nanoTime() - start) / 1e9)
                .as("seconds, with the robot's click")
                .isLessThan(2);
        assertThat(window.session().evaluationProperty().get()).isNull();
        assertThat(window.session().training().runningProperty().get()).isFalse();
    }

    @Test
    void aDamagedProjectIsExplainedInADialog() throws Exception {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("project.json"), "{\"schema\": 1, \"name\": ");
        robot.interact(() -> window.workbench().open(damaged));
        WindowFixture.await(
                SOON, () -> robot.lookup("#error-message").tryQuery().isPresent());
        assertThat(robot.lookup("#error-message").<Label>query().getText()).contains("project.json");
        robot.type(KeyCode.ESCAPE);
        WindowFixture.await(
                SOON, () -> robot.lookup("#error-message").tryQuery().isEmpty());
        assertThat(window.session().projectProperty().get()).isNull();
    }

    /** As a listener that throws, or what a job gives its result to. */
    @Test
    void whatNobodyCatchesIsShownInADialog() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            UncaughtErrors.install((Stage) window.scene().getWindow());
            for (int i = 0; i < 3; i++) {
                Platform.runLater(() -> {
                    throw new IllegalStateException("a listener fails");
                });
            }
            assertThat(closeError()).startsWith("IllegalStateException: a listener fails.");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aFailedJobIsMarkedTellsWhyAndIsTriedAgain() throws Exception {
        Path project = folder.resolve("mended");
        Projects.create(project, Projects.tinyDesign());
        String whole = Files.readString(project.resolve("project.json"));
        Files.writeString(project.resolve("project.json"), "{\"schema\": 1, \"name\": ");
        robot.interact(() -> window.workbench().open(project));
        closeError();
        WindowFixture.await(SOON, () -> window.node("#job-retry").isVisible());
        robot.clickOn("#job-reason");
        assertThat(closeError()).contains("project.json").doesNotContain("Unexpected");

        Files.writeString(project.resolve("project.json"), whole);
        robot.clickOn("#job-retry");
        WindowFixture.await(SOON, () -> window.session().projectProperty().get() != null);
    }

    /** Waits for the error dialog, closes it and gives its message. */
    private String closeError() throws Exception {
        WindowFixture.await(
                SOON, () -> robot.lookup("#error-message").tryQuery().isPresent());
        String message = robot.lookup("#error-message").<Label>query().getText();
        robot.type(KeyCode.ESCAPE);
        WindowFixture.await(
                SOON, () -> robot.lookup("#error-message").tryQuery().isEmpty());
        return message;
    }

    @Test
    void lookingAtEveryScreenChangesNothing() throws Exception {
        window.openSample();
        Design opened = window.design();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.session().screenProperty().set(screen));
        }
        assertThat(window.design()).isEqualTo(opened);
        assertThat(window.session().designIsSaved()).isTrue();
    }

    @Test
    void dataAreChosenInADialogAndWhatCannotBeReadIsExplained() throws Exception {
        window.openSample();
        Platform.runLater(() -> window.<Button>node("#action-open-data").fire());
        WindowFixture.await(SOON, () -> robot.lookup("#data-folder").tryQuery().isPresent());
        assertThat(robot.lookup("#data-file").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        WindowFixture.await(SOON, () -> robot.lookup("#data-folder").tryQuery().isEmpty());

        robot.interact(() -> window.workbench().openData(folder.resolve("nowhere")));
        assertThat(closeError()).contains("nowhere", "does not exist");
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b,label\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n");
        robot.interact(() -> window.workbench().openData(table));
        WindowFixture.await(SOON, () -> window.text("#dataset-classes").equals("2"));
    }

    @Test
    void aDataSetIsDownloadedInTheBackgroundAndWhatFailsIsExplained() throws Exception {
        window.openSample();
        Platform.runLater(() -> window.<Button>node("#action-open-data").fire());
        WindowFixture.await(
                SOON, () -> robot.lookup("#data-download").tryQuery().isPresent());
        Platform.runLater(() -> robot.lookup("#data-download").queryButton().fire());
        WindowFixture.await(
                SOON, () -> robot.lookup("#download-start").tryQuery().isPresent());
        assertThat(robot.lookup("#download-summary").queryAs(Label.class).getText())
                .contains("61.0 MB", "uci.edu");
        TextField mirror = robot.lookup("#download-mirror").queryAs(TextField.class);
        robot.interact(() -> mirror.setText("nonsense"));
        assertThat(robot.lookup("#download-start").queryButton().isDisabled()).isTrue();
        robot.interact(() -> {
            robot.lookup("#download-folder").queryAs(TextField.class).setText(folder.toString());
            mirror.setText("http://127.0.0.1:1/mirror");
        });
        robot.interact(() -> robot.lookup("#download-start").queryButton().fire());
        assertThat(closeError()).contains("127.0.0.1", "refuses the connection");
        assertThat(window.session().projectProperty().get()).isNotNull();
    }

    @Test
    void screensWithoutAProjectAskForOne() throws Exception {
        for (Screen screen : Screen.values()) {
            if (screen != Screen.WELCOME) {
                robot.interact(() -> window.session().screenProperty().set(screen));
                assertThat(robot.lookup(".empty-state").queryAllAs(javafx.scene.layout.VBox.class).stream()
                                .filter(box -> org.testfx.util.NodeQueryUtils.isVisible()
                                        .test(box))
                                .flatMap(box -> box.getChildren().stream())
                                .filter(Label.class::isInstance)
                                .map(label -> ((Label) label).getText()))
                        .as("%s", screen)
                        .anyMatch(text -> text.startsWith("Open a project"));
            }
        }

        Menu design = window.<MenuBar>node(".menu-bar").getMenus().get(1);
        robot.interact(design::show);
        robot.interact(() -> design.getItems().stream()
                .filter(item -> "Train".equals(item.getText()))
                .forEach(item -> pointAt(item.getStyleableNode())));
        assertThat(WindowFixture.call(() -> Window.getWindows().stream()
                        .filter(shown -> shown instanceof Tooltip)
                        .map(shown -> ((Tooltip) shown).getText())
                        .toList()))
                .contains("Train is not possible now: open a project first");
        robot.interact(design::hide);
    }

    /** Fired, since the headless platform knows nothing of the pointer over menus. */
    private static void pointAt(Node node) {
        Point2D at = node.localToScene(4, 4);
        Event.fireEvent(node.getScene().getRoot(), Pointer.event(MouseEvent.MOUSE_MOVED, at.getX(), at.getY()));
    }

    @Test
    void aWrongUnitIsRefusedBesideTheField() throws Exception {
        window.openSample();
        setByField("#field-lowest-conductance", "3 kΩ");
        assertThat(window.design().hardware().cell().gMinMicroSiemens()).isEqualTo(0.5);
        assertThat(robot.lookup(".field-reason").queryAllAs(Label.class))
                .anySatisfy(label -> assertThat(label.getText()).contains("kΩ"));
        setByField("#field-lowest-conductance", "1500 nS");
        assertThat(window.design().hardware().cell().gMinMicroSiemens()).isEqualTo(1.5);
    }

    @Test
    void theTechnologyIsCopiedEditedAndRefusedAtItsField() throws Exception {
        window.openSample();
        robot.clickOn("#tab-cost");
        String area = window.text("#cost-area");
        showTechnology();
        WindowFixture.await(
                SOON,
                () -> !window.<TableView<?>>node("#technology-table").getItems().isEmpty());
        robot.clickOn("#action-technology-copy");
        WindowFixture.await(SOON, () -> window.text("#technology-status").startsWith("The project's own file"));
        robot.clickOn("#technology-filter").write("sar › 8 bits › area");
        robot.interact(() -> window.<TableView<?>>node("#technology-table")
                .getSelectionModel()
                .select(0));

        setByField("#technology-value", "15000");
        assertThat(window.text("#technology-value-reason")).startsWith("15000.0 is outside its valid range");
        setByField("#technology-value", "1500");
        assertThat(window.text("#technology-value-reason")).isEmpty();
        assertThat(window.text("#technology-constant")).endsWith("SAR › 8 bits › area");
        assertThat(window.text("#cost-area")).isNotEqualTo(area);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.text("#cost-area"))
                .as("undone by the key of the window")
                .isEqualTo(area);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(window.text("#cost-area")).isNotEqualTo(area);
        WindowFixture.await(SOON, window::newestDone);
        assertThat(Technology.load(window.sample().resolve("rram-32nm.json"))
                        .columns()
                        .table(AdcKind.SAR)
                        .rows()
                        .get(4)
                        .area()
                        .value())
                .isEqualTo(1500);
    }

    @Test
    void finishedTrainingsAreComparedDeletedAndBroughtBack() throws Exception {
        window.openSample();
        robot.clickOn("#tool-train");
        WindowFixture.await(TRAINED, () -> window.session().evaluationProperty().get() != null);
        robot.interact(
                () -> window.session().designProperty().set(window.design().withSeed(7)));
        robot.clickOn("#tool-train");
        WindowFixture.await(TRAINED, () -> window.session().resultIsCurrent());
        TabPane tabs = window.node("#training-tabs");
        robot.interact(() -> tabs.getSelectionModel().selectLast());
        TableView<?> runs = window.node("#runs-table");
        WindowFixture.await(SOON, () -> runs.getItems().size() == 2);
        int[] alone = window.pixels("#accuracy-chart");

        robot.interact(() -> {
            runs.getSelectionModel().select(1);
            runs.requestFocus();
        });
        robot.push(KeyCode.SPACE);
        TableView<?> comparison = window.node("#runs-comparison");
        assertThat(comparison.getColumns().get(2).getText()).isEqualTo("A");
        assertThat(comparison.getColumns().getFirst().getCellData(0)).isEqualTo("Seed");
        assertThat(comparison.getColumns().get(2).getCellData(0)).isEqualTo("1");
        robot.interact(() -> tabs.getSelectionModel().selectFirst());
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.pixels("#accuracy-chart"))
                .as("with another run's curve")
                .isNotEqualTo(alone);

        robot.interact(() -> tabs.getSelectionModel().selectLast());
        robot.interact(runs::requestFocus);
        robot.push(KeyCode.DELETE);
        WindowFixture.await(SOON, () -> runs.getItems().size() == 1);
        assertThat(comparison.getColumns().get(2).isVisible()).isFalse();
        window.take("#runs-table", "menu-bring-run-back");
        WindowFixture.await(SOON, () -> runs.getItems().size() == 2);

        robot.interact(() -> tabs.getSelectionModel().select(2));
        assertThat(window.text("#confusion-caption")).startsWith("Mean over 3 chips, 960 test windows");
        assertThat(colours("#confusion-matrix")).hasSizeGreaterThan(6);
        robot.moveTo("#confusion-matrix");
        WindowFixture.await(SOON, () -> window.text("#confusion-info").contains("Recall of"));
        robot.clickOn("#confusion-float");
        assertThat(window.text("#confusion-caption")).startsWith("960 test windows");

        robot.interact(() -> {
            window.session().screenProperty().set(Screen.COST);
            window.<TreeView<?>>node("#project-tree").getSelectionModel().select(FIRST_RUN);
        });
        assertThat(window.menu("#project-tree")).contains("menu-train", "menu-delete-run");
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.TRAINING);
    }

    private void showTechnology() {
        robot.interact(() -> {
            TabPane inner = (TabPane) window.scene().lookup("#cost-tabs");
            inner.getSelectionModel()
                    .select(inner.getTabs().stream()
                            .filter(tab -> tab.getId().equals("cost-tab-technology"))
                            .findFirst()
                            .orElseThrow());
        });
    }

    @Test
    void costOptionsAreEditedInTheInspectorAndSavedWithTheProject() throws Exception {
        window.openSample();
        robot.clickOn("#tab-cost");
        String area = window.text("#cost-area");
        robot.interact(() ->
                window.<ToggleButton>node("#choice-schedule-layer-parallel").fire());
        assertThat(window.text("#cost-area")).isNotEqualTo(area);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WindowFixture.await(SOON, () -> window.session().designIsSaved());
        assertThat(Project.open(window.sample()).settings().cost().options().schedule())
                .isEqualTo(studio.crossbar.cost.Schedule.LAYER_PARALLEL);
    }

    @Test
    void keyboardChangesThemeAndFindsCommands() throws Exception {
        window.openSample();
        Theme before = window.session().themeProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.T);
        assertThat(window.session().themeProperty().get()).isEqualTo(before.other());
        robot.push(KeyCode.CONTROL, KeyCode.getKeyCode(Integer.toString(Screen.COST.ordinal() + 1)));
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.COST);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("hardw").push(KeyCode.ENTER);
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.HARDWARE);
    }

    @Test
    void chartsAndPicturesWriteAsLargeAsTheWindow() throws Exception {
        window.openSample();
        JFreeChart chart =
                WindowFixture.call(() -> window.<ChartPane>node("#class-balance-chart").getChildren().stream()
                        .filter(ChartViewer.class::isInstance)
                        .map(child -> ((ChartViewer) child).getChart())
                        .findFirst()
                        .orElseThrow());
        assertThat(chart.getLegend().getItemFont().getSize2D()).isEqualTo(12);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.EQUALS);
        WindowFixture.await(SOON, () -> Math.abs(chart.getLegend().getItemFont().getSize2D() - 14.4) < 1e-3);
        assertThat(chart.getTitle().getFont().getSize2D()).isGreaterThan(15);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        WindowFixture.await(SOON, () -> chart.getLegend().getItemFont().getSize2D() == 12);
    }

    @Test
    void keysUndoAnEditByItsNameButATextFieldKeepsItsOwn() throws Exception {
        window.openSample();
        robot.clickOn("#tab-hardware");
        setByField("#field-cell-bits", "3");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.design().hardware().cell().levels()).isEqualTo(16);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(window.design().hardware().cell().levels()).isEqualTo(8);
        robot.write("9");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.design().hardware().cell().levels()).isEqualTo(8);
        assertThat(window.<TextField>node("#field-cell-bits").getText()).doesNotContain("9");
        assertThat(window.<Node>node("#tool-undo").getAccessibleText()).isEqualTo("Undo Cell bits 4 → 3");
        robot.clickOn("#tool-undo");
        assertThat(window.design().hardware().cell().levels()).isEqualTo(16);
        assertThat(window.<Node>node("#tool-undo").isDisabled()).isTrue();

        robot.clickOn("#slider-cell-bits").push(KeyCode.LEFT).push(KeyCode.LEFT);
        int chosen = window.design().hardware().cell().levels();
        assertThat(chosen).isNotEqualTo(16);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("undo cell bits").push(KeyCode.ENTER);
        assertThat(window.design().hardware().cell().levels()).isNotEqualTo(chosen);
    }

    @Test
    void unsavedEditsAreAskedForBeforeAnotherProjectOpensAndBeforeTheWindowCloses() throws Exception {
        window.openSample();
        setByField("#field-programming-noise", "7 %");
        openWithoutWaiting();
        robot.clickOn("#unsaved-stay");
        assertThat(window.design().hardware().noise().programmingSigma()).isEqualTo(0.07);

        openWithoutWaiting();
        robot.clickOn("#unsaved-drop");
        WindowFixture.await(SOON, () -> window.design().hardware().noise().programmingSigma() == 0.05);

        setByField("#field-programming-noise", "8 %");
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        WindowFixture.await(SOON, () -> robot.lookup("#unsaved-save").tryQuery().isPresent());
        robot.clickOn("#unsaved-save");
        WindowFixture.await(SOON, () -> !window.scene().getWindow().isShowing());
        assertThat(Project.open(window.sample()).design().hardware().noise().programmingSigma())
                .isEqualTo(0.08);
    }

    @Test
    void theWindowGoesBeforeWhatIsBeingWrittenEnds() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        robot.interact(() -> window.workbench()
                .jobs()
                .start(
                        Jobs.Lane.FILES,
                        new Job<>("Write", _ -> {
                            written.await();
                            return "";
                        }),
                        "Not written",
                        _ -> {}));
        Window shown = window.scene().getWindow();
        Platform.runLater(() -> shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST)));
        for (int tries = 0; shown.isShowing() && tries < 500; tries++) {
            Thread.sleep(10);
        }
        assertThat(shown.isShowing()).isFalse();
        written.countDown();
    }

    private void openWithoutWaiting() throws Exception {
        Platform.runLater(() -> window.workbench().open(window.sample()));
        WindowFixture.await(SOON, () -> robot.lookup("#unsaved-drop").tryQuery().isPresent());
    }

    @Test
    void theWindowRemembersThemeProjectAndDrawer() throws Exception {
        window.openSample();
        robot.interact(() -> window.session().themeProperty().set(Theme.DARK));
        robot.interact(() -> window.<SplitPane>node("#drawer-split").setDividerPositions(0.6));
        robot.push(KeyCode.CONTROL, KeyCode.J);
        assertThat(window.gone("#jobs-list")).isTrue();
        window.close();
        window = new WindowFixture(folder);
        assertThat(window.gone("#jobs-list")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.J);
        WindowFixture.await(SOON, () -> !window.gone("#jobs-list"));
        assertThat(window.<SplitPane>node("#drawer-split").getDividerPositions()[0])
                .isCloseTo(0.6, within(0.05));
        assertThat(window.session().themeProperty().get()).isEqualTo(Theme.DARK);
        robot.clickOn("#action-open-last-project");
        WindowFixture.await(SOON, () -> window.session().projectProperty().get() != null);
    }

    @Test
    void afterACrashTheProjectIsKnownAndItsEditsAreOfferedOnTheWelcomePage() throws Exception {
        window.openSample();
        Path preferences = folder.resolve("preferences.json");
        WindowFixture.await(
                SOON,
                () -> Files.exists(preferences)
                        && Files.readString(preferences)
                                .contains(window.sample().getFileName().toString()));
        Project stored = Project.open(window.sample());
        window.close();
        new DraftFiles(folder.resolve("unsaved"))
                .write(new Draft(
                        window.sample(),
                        Instant.now(),
                        stored.settings(),
                        stored.design().withSeed(77),
                        null));

        window = new WindowFixture(folder);
        WindowFixture.await(SOON, () -> window.node("#action-go-on-edits-tiny").isVisible());
        robot.interact(() -> window.<Button>node("#action-go-on-edits-tiny").fire());
        WindowFixture.await(SOON, () -> robot.lookup("#restore-yes").tryQuery().isPresent());
        robot.clickOn("#restore-yes");
        WindowFixture.await(SOON, () -> window.design().seed() == 77);
    }

    private void setByField(String query, String text) throws Exception {
        window.reveal(query);
        robot.doubleClickOn(query).push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text).push(KeyCode.ENTER);
    }

    /** Different colours that a node shows. */
    private Set<Integer> colours(String query) throws Exception {
        Set<Integer> colours = new HashSet<>();
        for (int argb : window.pixels(query)) {
            colours.add(argb);
        }
        return colours;
    }
}
