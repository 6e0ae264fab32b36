package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

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
        return new ScreenActions(models, jobs, (title, name, extension) -> null).byScreen();
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
    void everyActionOfAScreenIsRegisteredWithIt() {
        Map<Screen, List<String>> ids = new EnumMap<>(Screen.class);
        actions()
                .forEach((screen, actions) ->
                        ids.put(screen, actions.stream().map(Action::id).toList()));

        List<String> network = new ArrayList<>(
                List.of("network-move-up", "network-move-down", "network-delete", "network-apply", "network-discard"));
        network.addAll(insertions("before"));
        network.addAll(insertions("after"));
        assertThat(ids)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Screen.NETWORK,
                        network,
                        Screen.TRAINING,
                        List.of("measure-ageing", "stop-ageing", "delete-run", "bring-run-back"),
                        Screen.TILES,
                        List.of(
                                "tiles-zoom-in",
                                "tiles-zoom-out",
                                "tiles-fit",
                                "tiles-all-layers",
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
                                "open-design",
                                "pin",
                                "export-trials"),
                        Screen.SPECIFICATIONS,
                        List.of("read-again", "measure-corners", "stop-corners"),
                        Screen.COST,
                        List.of(
                                "pin-design",
                                "compare-export",
                                "technology-copy",
                                "technology-undo",
                                "technology-redo"),
                        Screen.REPORT,
                        List.of("copy-command-line")));
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
}
