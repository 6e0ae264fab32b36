package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.Specifications;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.report.ReportActions;
import studio.crossbar.ui.report.ReportViewModel;

/** What the palette reaches of every screen. */
class ScreenActionsTest {

    private static final List<String> LAYERS = List.of(
            "conv1d",
            "conv2d",
            "depthwise",
            "dense",
            "relu",
            "relu-n",
            "concat-relu",
            "hard-tanh",
            "max-pool",
            "average-pool",
            "mean",
            "flatten",
            "dropout",
            "residual");

    @TempDir
    Path folder;

    private final HandedOver handedOver = new HandedOver();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(handedOver, problem -> {});

    @AfterEach
    void close() {
        jobs.close();
    }

    private Map<Screen, List<Action>> actions() {
        Workbench workbench = new Workbench(new CoreEngine(folder), session, jobs, handedOver);
        ScreenModels models = new ScreenModels(
                workbench, new RecentProjects(List.of(), handedOver), new DraftFiles(folder), handedOver);
        return new ScreenActions(models, workbench, (title, name, extension) -> null, () -> {
                    throw new AssertionError("no action of this test opens a dialog");
                })
                .byScreen();
    }

    private List<Action> of(Screen screen) {
        return Objects.requireNonNull(actions().get(screen));
    }

    private static List<String> insertions(String place) {
        return LAYERS.stream()
                .map(layer -> "network-insert-" + place + "-" + layer)
                .toList();
    }

    @Test
    void everyActionOfAScreenIsRegisteredWithIt() throws IOException {
        Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        Map<Screen, List<String>> ids = new EnumMap<>(Screen.class);
        actions()
                .forEach((screen, actions) ->
                        ids.put(screen, actions.stream().map(Action::id).toList()));

        List<String> network = new ArrayList<>(List.of(
                "network-move-up",
                "network-move-down",
                "network-delete",
                "network-apply",
                "network-discard",
                "network-fit-input"));
        for (ReferenceNetwork reference : ReferenceNetwork.values()) {
            network.add("network-preset-" + reference.label());
        }
        network.addAll(insertions("before"));
        network.addAll(insertions("after"));
        assertThat(ids)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Screen.WELCOME,
                        List.of("open-sample-tiny", "train-sample-tiny"),
                        Screen.DATASET,
                        List.of("browse-previous", "browse-next"),
                        Screen.NETWORK,
                        network,
                        Screen.HARDWARE,
                        List.of("adc-factor-learned", "adc-retry"),
                        Screen.TRAINING,
                        List.of("measure-ageing", "stop-ageing", "compare-run", "delete-run", "bring-run-back"),
                        Screen.TILES,
                        List.of(
                                "tiles-zoom-in",
                                "tiles-zoom-out",
                                "tiles-fit",
                                "tiles-all-layers",
                                "tiles-pointed-layer",
                                "tiles-pointed-tile",
                                "tiles-export-png",
                                "tiles-export-svg",
                                "tiles-export-pdf",
                                "tiles-export-csv",
                                "tiles-export-csv-all"),
                        Screen.SEARCH,
                        List.of(
                                "start-search",
                                "pause-or-resume-search",
                                "stop-search",
                                "edit-space",
                                "from-targets",
                                "hold-targets",
                                "open-design",
                                "pin",
                                "unpin",
                                "compare-with-trial",
                                "export-trials"),
                        Screen.SPECIFICATIONS,
                        List.of("read-again", "edit-corners", "measure-corners", "stop-corners"),
                        Screen.COST,
                        List.of(
                                "cost-part-all",
                                "pin-design",
                                "compare-edit",
                                "compare-unpin",
                                "compare-baseline",
                                "compare-export",
                                "technology-copy",
                                "technology-undo",
                                "technology-redo"),
                        Screen.REPORT,
                        List.of("report-folder", "report-files", "report-bundle", "copy-command-line")));
    }

    @Test
    void withoutAProjectEveryActionSaysWhyItCannotBeDone() {
        assertThat(actions().values().stream().flatMap(List::stream))
                .allSatisfy(action -> assertThat(action.tooltip()).contains("is not possible now: "));
    }

    @Test
    void noTwoActionsOfTheWindowAndTheScreensShareAnId() {
        Actions ofWindow = new Actions(
                new Workbench(new CoreEngine(folder), session, jobs, handedOver),
                new NoWindow(),
                new RecentProjects(List.of(), handedOver),
                new DesktopTheme(session.themeProperty(), new SimpleObjectProperty<>(), null),
                new TextSize(TextSize.USUAL));
        assertThat(Stream.concat(
                                ofWindow.all().stream(),
                                actions().values().stream().flatMap(List::stream))
                        .map(Action::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void thePaletteFindsAnActionByTheNameOfItsScreen() {
        Action stop = of(Screen.SPECIFICATIONS).getLast();
        PaletteEntry entry = new PaletteEntry(stop, Screen.SPECIFICATIONS);
        assertThat(entry.matches("specifications: stop")).isTrue();
        assertThat(entry.matches("search")).isFalse();
        assertThat(entry.text()).isEqualTo("Specifications: Stop measuring  –  no corners are being measured");
    }

    @Test
    void aLayerIsMovedFromThePalette() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        List<Action> network = of(Screen.NETWORK);
        Action insert = network.stream()
                .filter(action -> action.id().equals("network-insert-after-dropout"))
                .findFirst()
                .orElseThrow();
        insert.run();
        assertThat(session.history().undoNameProperty().get()).isNotEmpty();
        assertThat(network.getFirst().disabledReason().getValue()).isEqualTo("it is the first layer of its chain");
        network.get(1).run();
        assertThat(network.getFirst().enabled()).isTrue();
    }

    private static Action find(List<Action> actions, String id) {
        return actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Design design() {
        return Objects.requireNonNull(session.designProperty().get());
    }

    @Test
    void aReferenceNetworkThatSuitsTheDataIsTakenFromThePalette() {
        List<Action> network = of(Screen.NETWORK);
        Action start = find(network, "network-preset-har-cnn");
        assertThat(start.disabledReason().getValue()).isEqualTo("open a project first");
        session.opened(Projects.openWith(Projects.tinyDesign(), Projects.blank(new Shape(9, 128), 6)));
        assertThat(find(network, "network-preset-lenet").disabledReason().getValue())
                .contains("made for samples of");
        assertThat(start.enabled()).isTrue();
        start.run();
        assertThat(design().network().weighted()).hasSize(4);
        assertThat(find(network, "network-fit-input").tooltip()).contains("the input already is that of");
    }

    @Test
    void theInputIsFittedToTheDataFromThePalette() {
        session.opened(Projects.openWith(Projects.tinyDesign(), Projects.blank(new Shape(9, 64), 6)));
        Action fit = find(of(Screen.NETWORK), "network-fit-input");
        assertThat(fit.enabled()).isTrue();
        fit.run();
        assertThat(design().network().input()).isEqualTo(new Shape(9, 64));
        assertThat(fit.enabled()).isFalse();
    }

    @Test
    void samplesAreSteppedThroughAndTargetsHeldFromThePalette() {
        List<Action> dataset = of(Screen.DATASET);
        List<Action> search = of(Screen.SEARCH);
        assertThat(find(search, "hold-targets").disabledReason().getValue()).contains("no target of area");
        session.opened(Projects.open(Projects.tinyDesign(), null));
        assertThat(find(dataset, "browse-next").enabled()).isTrue();
        session.requirementsProperty()
                .set(new Requirements(Specifications.NONE.withLimit(Metric.AREA, 2.0), List.of()));
        assertThat(find(search, "hold-targets").enabled()).isTrue();
        assertThat(find(search, "from-targets").enabled()).isTrue();
        assertThat(find(search, "edit-space").enabled()).isTrue();
    }

    @Test
    void aResultIsExportedFromThePaletteAndAMissingFolderSaidOnTheScreen() {
        Workbench workbench = new Workbench(new CoreEngine(folder), session, jobs, handedOver);
        ReportViewModel model = new ReportViewModel(workbench, handedOver);
        List<Action> report = new ReportActions(model, () -> {
                    throw new AssertionError("no dialog is opened");
                })
                .all();
        Action files = find(report, "report-files");
        assertThat(files.disabledReason().getValue()).isEqualTo("train and evaluate a design first");
        session.opened(Projects.open(Projects.tinyDesign(), Projects.evaluation(Projects.tinyDesign())));
        model.folderProperty().set(" ");
        files.run();
        assertThat(model.refusalProperty().get()).isEqualTo("Name a folder for the report.");
        Path target = folder.resolve("exported");
        model.folderProperty().set(target.toString());
        files.run();
        assertThat(model.refusalProperty().get()).isEmpty();
        handedOver.runUntil(() -> !model.written().isEmpty());
        assertThat(target.resolve("report.pdf")).isNotEmptyFile();
        assertThat(target.resolve("designs.csv")).isNotEmptyFile();
    }
}
