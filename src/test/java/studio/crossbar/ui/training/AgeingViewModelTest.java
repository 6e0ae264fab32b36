package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.Parts;
import studio.crossbar.run.JobStatus;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.study.AgeingFile;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.SampleNetworks;
import studio.crossbar.study.SyntheticWindows;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** Ageing of a stored network on real data; the test's thread stands in for the user interface's. */
@Timeout(120)
class AgeingViewModelTest {

    @TempDir
    Path folder;

    private final HandedOver updates = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(updates, problems::add);
    private final TrainedNetwork trained = SampleNetworks.of(Projects.tinyDesign(), 1);
    private AgeingViewModel model;
    private Project project;
    private Parts parts;

    @BeforeEach
    void create() throws IOException {
        model = new AgeingViewModel(new Workbench(new CoreEngine(folder), session, jobs, updates), updates);
        project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        parts = SyntheticWindows.ALL;
        new ResultStore(project).save(new TrainedResult(trained, DatasetSummary.of(parts)));
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private void open() throws IOException {
        session.opened(new OpenProject(project, parts, ProjectCosting.technology(project), trained, null, null));
        updates.runUntil(() -> !model.devices().isEmpty());
    }

    @Test
    void curvesAreMeasuredKeptWithTheNetworkAndShownAgain() throws IOException {
        assertThat(model.reasonProperty().get()).isEqualTo("train the design first");
        open();
        assertThat(model.reasonProperty().get()).isEmpty();
        assertThat(model.devices()).contains("rram-wan-2022").doesNotContain("rram-generic", "ideal");
        model.deviceProperty().set("pcm-hermes-two-devices");
        model.chipsProperty().set(2);
        model.measure();
        assertThat(model.reasonProperty().get()).contains("a measurement is running");
        assertThat(model.stopReasonProperty().get()).isEmpty();
        updates.runUntil(
                () -> model.measuringProperty().get() == null && !model.curves().isEmpty());
        assertThat(problems).isEmpty();
        AgeingCurve curve = model.curves().getFirst();
        assertThat(curve.chips()).isEqualTo(2);
        assertThat(curve.driftCompensation()).isTrue();
        assertThat(problems).isEmpty();
        assertThat(AgeingFile.read(new ResultStore(project))).containsExactly(curve);
        assertThat(AgeingChart.data(model.curves()).rows())
                .hasSameSizeAs(curve.ages())
                .first()
                .asInstanceOf(LIST)
                .contains(curve.ages().getFirst().seconds());

        model.compensationProperty().set(false);
        model.chipsProperty().set(1);
        model.measure();
        updates.runUntil(() -> model.curves().size() == 2);
        updates.runUntil(() -> model.measuringProperty().get() == null);
        model.measure();
        updates.runUntil(() -> model.measuringProperty().get() == null);
        assertThat(model.curves()).as("a repetition takes the place").hasSize(2);

        session.trained(null);
        assertThat(model.curves()).isEmpty();
        open();
        updates.runUntil(() -> model.curves().size() == 2);
        assertThat(model.curves().getFirst()).isEqualTo(curve);
    }

    @Test
    void cellsThatCannotHoldTheLevelsAreRefusedBeforeAJobBegins() throws IOException {
        open();
        model.deviceProperty().set("rram-isaac");
        assertThat(model.reasonProperty().get())
                .isEqualTo("levels: 16 states are outside 2 … 4, the resolutions for which rram-isaac is described");
        model.measure();
        assertThat(jobs.items()).isEmpty();
        model.deviceProperty().set("pcm-hermes-two-devices");
        assertThat(model.reasonProperty().get()).isEmpty();
    }

    @Test
    void devicesThatCannotBeReadAreExplained() throws IOException {
        AgeingViewModel other =
                new AgeingViewModel(new Workbench(new CoreEngine(folder), session, jobs, updates), updates, () -> {
                    throw new IOException("rram-wan-2022.json: is damaged; correct it");
                });
        session.opened(new OpenProject(project, parts, ProjectCosting.technology(project), trained, null, null));
        assertThat(other.reasonProperty().get()).isEqualTo("the devices are being read");
        updates.runUntil(() -> !other.problemProperty().get().isEmpty());
        assertThat(other.problemProperty().get()).isEqualTo("rram-wan-2022.json: is damaged; correct it");
        assertThat(other.reasonProperty().get()).isEqualTo("the devices cannot be read");
    }

    @Test
    void aStoppedMeasurementLeavesNothingBehind() throws IOException {
        open();
        model.chipsProperty().set(AgeingViewModel.MOST_CHIPS);
        model.measure();
        model.cancel();
        updates.runUntil(() -> model.measuringProperty().get() == null);
        assertThat(jobs.items().getFirst().stateProperty().get()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(model.curves()).isEmpty();
        assertThat(AgeingFile.read(new ResultStore(project))).isEmpty();
        assertThat(problems).isEmpty();
    }
}
