package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.design.Design;
import studio.crossbar.study.Project;
import studio.crossbar.study.RunStore;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.LayerReading;
import studio.crossbar.training.Ranges;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.TrainingLog;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** A thousand epochs of a run with two curves a chart and six compared runs, drawn anew with each epoch. */
class RunChartsSpeedTest {

    private static final int EPOCHS = 1000;
    private static final int UPDATES = 41;

    /** Time that one update may take of the window's thread. */
    private static final long MOST_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir
    Path folder;

    @Test
    void thousandEpochsOfEightCurvesStayInteractive() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Project project = stored();
        Session session = new Session();
        RunCharts charts =
                WaitForAsyncUtils.asyncFx(() -> show(stage, project, session)).get(60, TimeUnit.SECONDS);
        long[] nanoseconds =
                WaitForAsyncUtils.asyncFx(() -> measure(charts, session)).get(120, TimeUnit.SECONDS);
        WaitForAsyncUtils.asyncFx(() -> {
                    stage.hide();
                    stage.setScene(null);
                    return true;
                })
                .get(60, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
        Arrays.sort(nanoseconds);
        assertThat(nanoseconds[UPDATES / 2])
                .as("nanoseconds of processor time, median")
                .isLessThan(MOST_NANOSECONDS);
    }

    private Project stored() throws IOException {
        Design design = Projects.tinyDesign();
        Project project = Projects.create(folder.resolve("tiny"), design);
        for (int number = 1; number <= RunsViewModel.MOST_COMPARED; number++) {
            new RunStore(project).keep(StoredRuns.run(design.withSeed(number), number, EPOCHS));
        }
        return project;
    }

    private static RunCharts show(Stage stage, Project project, Session session) {
        Queue<Runnable> reading = new ConcurrentLinkedQueue<>();
        Workbench workbench = new Workbench(
                new CoreEngine(project.folder()),
                session,
                new Jobs(Platform::runLater, problem -> {}),
                Platform::runLater);
        RunsViewModel runs = new RunsViewModel(workbench, reading::add);
        OpenProject open = Projects.open(project.design(), null);
        session.opened(new OpenProject(project, open.parts(), open.technology(), null, null, null));
        while (runs.rows().size() < RunsViewModel.MOST_COMPARED) {
            Runnable update = reading.poll();
            if (update == null) {
                Thread.onSpinWait();
            } else {
                update.run();
            }
        }
        runs.rows().forEach(row -> row.checkedProperty().set(true));
        for (int i = 1; i < EPOCHS - UPDATES; i++) {
            session.training().epochs().add(epoch(i));
        }
        for (int i = 0; i < 20 * EPOCHS; i++) {
            session.training().batches().add(new TrainingLog.BatchLoss(i / (20.0 * EPOCHS), Math.random()));
        }
        RunCharts charts = new RunCharts(
                new TrainingViewModel(session),
                runs,
                new SimpleObjectProperty<>(Theme.LIGHT),
                new SimpleBooleanProperty(true));
        stage.setScene(new Scene(charts, 980, 480));
        stage.show();
        return charts;
    }

    private static long[] measure(RunCharts charts, Session session) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < UPDATES; i++) {
            charts.update();
        }
        long[] nanoseconds = new long[UPDATES];
        for (int i = 0; i < UPDATES; i++) {
            session.training().epochs().add(epoch(EPOCHS - UPDATES + i));
            long start = threads.getCurrentThreadCpuTime();
            charts.update();
            nanoseconds[i] = threads.getCurrentThreadCpuTime() - start;
        }
        return nanoseconds;
    }

    private static Epoch epoch(int index) {
        return new Epoch(
                index <= EPOCHS / 2 ? Epoch.Phase.FLOAT : Epoch.Phase.HARDWARE,
                index,
                EPOCHS,
                1.0 / index,
                1 - 0.5 / index,
                1 - 0.6 / index,
                1e-3,
                0.05,
                List.of(new LayerReading(new Ranges(2, 0.5f, 4), 0)));
    }
}
