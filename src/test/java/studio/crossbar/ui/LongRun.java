package studio.crossbar.ui;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;

/**
 * Uses the real window for a long time: projects are opened by turns and trained, and while losses and accuracies come in,
 * every screen is shown, the design is edited and taken back, dialogs are opened and the theme is changed. A window that
 * holds on to what it no longer shows grows by that.
 */
public final class LongRun implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** After a screen has come and after an edit: as quick as people are who know the keys. */
    private static final int PAUSE = 60;

    private static final int COLLECTIONS = 3;
    private static final Census.Bounds BOUNDS = new Census.Bounds(4096, 10, 2, 2, 1);

    private final List<Path> projects = new ArrayList<>();
    private final List<WeakReference<OpenProject>> closed = new ArrayList<>();
    private final List<Census> run = new ArrayList<>();
    private final WindowFixture window;
    private final FxRobot robot;
    private final Session session;
    private final long start = System.nanoTime();
    private int turns;

    /** Opens the window on two small projects in {@code folder}. */
    LongRun(Path folder) throws Exception {
        Path samples = WindowFixture.samples(folder);
        Design design = Projects.tinyDesign();
        for (String name : List.of("first", "second")) {
            projects.add(samples.resolve(name));
            Projects.create(
                    samples.resolve(name), design.withRecipe(design.recipe().withEpochs(500, 500)));
        }
        window = new WindowFixture(folder);
        robot = window.robot();
        session = window.session();
    }

    /** Arguments: minutes, 30 if missing. Ends with an error if something grew. */
    public static void main(String[] args) throws Exception {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 30;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("testfx.robot", "glass");
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createTempDirectory("crossbar-long-run");
        List<String> grown;
        try (LongRun run = new LongRun(folder)) {
            System.out.print(Census.table(List.of()));
            run.use(
                    2,
                    Duration.ofMillis((long) (minutes * 60_000)),
                    Duration.ofMinutes(1),
                    census -> System.out.println(census.line()));
            grown = Census.grown(run.run, BOUNDS);
        }
        System.out.println(grown.isEmpty() ? "Nothing grew" : "Grown: " + String.join("; ", grown));
        System.exit(grown.isEmpty() ? 0 : 1);
    }

    /**
     * Uses the window for {@code length}, but at least {@code least} turns, and counts what it holds: after the first turn
     * and {@code every} so often.
     */
    List<Census> use(int least, Duration length, Duration every, Consumer<Census> told) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        long next = System.nanoTime();
        while (System.nanoTime() < end || turns < least) {
            turn();
            if (System.nanoTime() >= next) {
                Census census = count();
                run.add(census);
                told.accept(census);
                next = System.nanoTime() + every.toNanos();
            }
        }
        return run;
    }

    /** One project opened, trained, looked at from all sides and left. */
    private void turn() throws Exception {
        open(projects.get(turns % projects.size()));
        window.awaitParts();
        on(() -> window.workbench().train());
        WindowFixture.await(SOON, () -> session.training().runningProperty().get());
        for (Screen screen : Screen.values()) {
            on(() -> session.screenProperty().set(screen));
            robot.sleep(PAUSE);
            String noise = (1 + (turns + screen.ordinal()) % 9) + " %";
            on(() -> {
                TextField field = window.node("#field-programming-noise");
                field.setText(noise);
                field.fireEvent(new ActionEvent());
            });
            robot.sleep(PAUSE);
        }
        Theme theme = turns % 2 == 0 ? Theme.DARK : Theme.LIGHT;
        on(() -> session.themeProperty().set(theme));
        dialog(KeyCode.CONTROL, KeyCode.N);
        dialog(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        on(() -> {
            session.history().undo();
            window.workbench().revert();
            window.workbench().cancel();
        });
        WindowFixture.await(SOON, () -> !session.training().runningProperty().get());
        turns++;
    }

    private void open(Path folder) throws Exception {
        OpenProject before = session.projectProperty().get();
        on(() -> window.workbench().open(folder));
        WindowFixture.await(SOON, () -> {
            OpenProject now = session.projectProperty().get();
            return now != null && !now.equals(before) && now.folder().equals(folder);
        });
        if (before != null) {
            closed.add(new WeakReference<>(before));
        }
    }

    private void dialog(KeyCode... keys) throws Exception {
        int windows = WindowFixture.call(() -> Window.getWindows().size());
        robot.push(keys);
        WindowFixture.await(SOON, () -> Window.getWindows().size() > windows);
        robot.push(KeyCode.ESCAPE);
        WindowFixture.await(SOON, () -> Window.getWindows().size() <= windows);
    }

    private static void on(Runnable work) throws Exception {
        WindowFixture.call(() -> {
            work.run();
            return true;
        });
    }

    private Census count() throws Exception {
        on(() -> session.screenProperty().set(Screen.WELCOME));
        window.awaitParts();
        robot.sleep(300);
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            robot.sleep(100);
        }
        closed.removeIf(reference -> reference.get() == null);
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        return WindowFixture.call(() -> new Census(
                (System.nanoTime() - start) * 1e-9,
                heap,
                Window.getWindows().stream()
                        .mapToInt(one -> one.getScene() == null
                                ? 0
                                : nodes(one.getScene().getRoot()))
                        .sum(),
                Listeners.ofAll(session)
                        + Listeners.ofAll(session.training())
                        + Listeners.ofAll(session.history())
                        + Listeners.of(window.workbench().jobs().items()),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                closed.size()));
    }

    private static int nodes(Node node) {
        return 1
                + (node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .mapToInt(LongRun::nodes)
                                .sum()
                        : 0);
    }

    @Override
    public void close() throws Exception {
        window.close();
    }
}
