package studio.crossbar.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.tiles.TilesActions;
import studio.crossbar.ui.tiles.TilesView;
import studio.crossbar.ui.tiles.TilesViewModel;

/**
 * Frames a second of the tiles screen with ten million cells, panned and zoomed by mouse events, with JavaFX's software
 * renderer on its headless platform. A frame is a pulse of the toolkit, which waits for the one before to be rendered; no
 * pulse comes more often than 60 times a second. The processor's time a frame, of the window's thread and of the whole
 * process with the renderer and what else runs, says what the machine would give if nothing else ran on it.
 */
final class TileFramesBench {

    private static final int OUTPUTS = 4352;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final double seconds;
    private final Session session = new Session();
    private final Jobs jobs =
            new Jobs(Platform::runLater, problem -> Bench.print("%s: %s", problem.title(), problem.message()));

    private TileFramesBench(double seconds) {
        this.seconds = seconds;
    }

    /** What a frame does. */
    private interface Frame {
        void at(Node plan, double share);
    }

    /** @param args seconds a movement, 3 if not given */
    static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        new TileFramesBench(args.length > 0 ? Double.parseDouble(args[0]) : 3).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Design design = Projects.tinyDesign();
        design = new Design(
                "ten million cells",
                new Network(new Shape(9, 128), List.of(new Layer.Dense(OUTPUTS))),
                design.hardware().withTile(new TileShape(128, 128)),
                design.recipe(),
                1);
        Evaluation evaluation = Projects.evaluation(design);
        long before = usedMegabytes();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Design shown = design;
        for (int[] size : new int[][] {{1000, 800}, {1920, 1080}}) {
            Stage[] stage = new Stage[1];
            TilesView view = call(() -> {
                Application.setUserAgentStylesheet(session.themeProperty().get().styleSheet());
                Action none = new Action("none", "None", "fth-grid", null, "", new ReadOnlyStringWrapper(""), () -> {});
                TilesViewModel model = new TilesViewModel(session, jobs, Platform::runLater);
                TilesView made = new TilesView(
                        model,
                        new TilesActions(model, jobs, (title, name, type) -> null),
                        session.themeProperty(),
                        none,
                        none);
                Group holder = new Group(made);
                holder.setAutoSizeChildren(false);
                stage[0] = new Stage();
                stage[0].setScene(new Scene(holder, Math.min(size[0], 1000), Math.min(size[1], 1000)));
                stage[0].show();
                made.resize(size[0], size[1]);
                if (session.evaluationProperty().get() == null) {
                    session.opened(Projects.open(shown, evaluation));
                }
                return made;
            });
            Bench.print(
                    "%n%,d cells on %,d tiles, %d × %d pixels%s",
                    evaluation.mapped().plan().devices(),
                    evaluation.mapped().tiles().size(),
                    size[0],
                    size[1],
                    size[0] > 1000 ? ", of which the headless screen shows 1000 × 1000" : "");
            Bench.print(
                    "%-34s %8s %10s %10s %12s %12s %14s",
                    "movement", "frames/s", "median/s", "worst, ms", "thread, ms", "its worst", "process, ms");
            for (String quantity : List.of("polarity", "error")) {
                measure(view, quantity);
            }
            call(() -> {
                stage[0].hide();
                return true;
            });
        }
        Bench.print("%nheap: %,d MB with the network, %,d MB with its pyramids", before, usedMegabytes());
    }

    private void measure(TilesView view, String quantity) throws Exception {
        Node plan = call(() -> {
            ((ToggleButton) view.lookup("#tile-quantity-" + quantity)).fire();
            return view.lookup("#floor-plan");
        });
        frames(plan, quantity + ": first seconds", (node, share) -> pan(node, 3, 1));
        frames(plan, quantity + ": whole chip, pan", (node, share) -> pan(node, Math.sin(20 * share) * 9, 3));
        frames(plan, quantity + ": chip to cell", (node, share) -> zoom(node, 7));
        frames(plan, quantity + ": cells, pan", (node, share) -> pan(node, 9, Math.sin(20 * share) * 7));
        frames(plan, quantity + ": cell to chip", (node, share) -> zoom(node, -7));
    }

    private void frames(Node plan, String name, Frame frame) throws Exception {
        List<Long> times = new ArrayList<>();
        List<Long> work = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        long before = SYSTEM.getProcessCpuTime();
        Platform.runLater(() -> new AnimationTimer() {
            private long cpu = THREADS.getCurrentThreadCpuTime();

            @Override
            public void handle(long now) {
                times.add(System.nanoTime());
                long used = THREADS.getCurrentThreadCpuTime();
                work.add(used - cpu);
                cpu = used;
                double share = (times.getLast() - times.getFirst()) * 1e-9 / seconds;
                if (share >= 1) {
                    stop();
                    done.countDown();
                } else {
                    frame.at(plan, share);
                }
            }
        }.start());
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no frames for a minute");
        }
        long all = SYSTEM.getProcessCpuTime() - before;
        double[] between = new double[times.size() - 1];
        double[] thread = new double[between.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = (times.get(i + 1) - times.get(i)) * 1e-6;
            thread[i] = work.get(i + 1) * 1e-6;
        }
        Arrays.sort(between);
        Arrays.sort(thread);
        Bench.print(
                "%-34s %8.1f %10.1f %10.1f %12.2f %12.2f %14.2f",
                name,
                between.length / seconds,
                1e3 / between[between.length / 2],
                between[between.length - 1],
                thread[thread.length / 2],
                thread[thread.length - 1],
                all * 1e-6 / between.length);
    }

    private static void zoom(Node plan, double delta) {
        double x = plan.getLayoutBounds().getWidth() / 2;
        double y = plan.getLayoutBounds().getHeight() / 2;
        Point2D screen = plan.localToScreen(x, y);
        Event.fireEvent(
                plan,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        screen.getX(),
                        screen.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(plan, x, y)));
    }

    private static void pan(Node plan, double dx, double dy) {
        mouse(plan, MouseEvent.MOUSE_PRESSED, 300, 300);
        mouse(plan, MouseEvent.MOUSE_DRAGGED, 300 + dx, 300 + dy);
    }

    private static void mouse(Node plan, javafx.event.EventType<MouseEvent> type, double x, double y) {
        Point2D screen = plan.localToScreen(x, y);
        Event.fireEvent(
                plan,
                new MouseEvent(
                        type,
                        x,
                        y,
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(plan, x, y)));
    }

    private static <T> T call(java.util.concurrent.Callable<T> work) throws Exception {
        java.util.concurrent.FutureTask<T> task = new java.util.concurrent.FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
    }
}
