package studio.crossbar.ui.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.run.JobStatus;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.Interval;
import studio.crossbar.specification.Assessment;
import studio.crossbar.specification.Condition;
import studio.crossbar.specification.MeanAccuracy;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.specification.Tolerance;
import studio.crossbar.specification.Verdict;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.SyntheticWindows;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;
import studio.crossbar.ui.specification.JudgedDesign.Whose;

/** Specifications of a project on the disk; the test's thread stands in for the user interface's. */
@Timeout(120)
class SpecificationViewModelTest {

    @TempDir
    Path folder;

    private final HandedOver updates = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(updates, problems::add);
    private final ObservableList<KeptDesign> kept = FXCollections.observableArrayList();
    private SpecificationViewModel model;
    private Project project;
    private Parts parts;

    @BeforeEach
    void open() throws IOException {
        model = new SpecificationViewModel(
                new Workbench(new CoreEngine(folder), session, jobs, updates), List.of(kept), updates);
        project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        parts = SyntheticWindows.ALL;
    }

    private void show(@Nullable Evaluation evaluation) throws IOException {
        session.opened(new OpenProject(
                project,
                parts,
                ProjectCosting.technology(project),
                evaluation == null ? null : evaluation.mapped().trained(),
                evaluation,
                null));
        updates.runUntil(() -> model.sheetProperty().get() != null);
    }

    private static Evaluation evaluation() {
        return Projects.evaluation(Projects.tinyDesign());
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    /** The news that a measurement has ended may overtake its last results, which wait for the thread then. */
    private void runUntilMeasured() {
        updates.runUntil(() -> model.measuringProperty().get() == null);
        while (updates.size() > 0) {
            updates.runNext();
        }
    }

    private SpecificationSheet sheet() {
        return Objects.requireNonNull(model.sheetProperty().get());
    }

    private void edit(Design design) {
        session.designProperty().set(design);
    }

    private static Design wider() {
        return Projects.tinyDesign()
                .withHardware(Projects.tinyDesign().hardware().withCell(Cell.ofBits(3)));
    }

    @Test
    void whatIsTypedIsJudgedAtOnceAndWritten() throws IOException {
        show(null);
        assertThat(model.designs().getFirst().table().rows()).isEmpty();
        assertThat(model.csv()).isEmpty();
        assertThat(model.type("ACCURACY", "93 %")).isEmpty();
        assertThat(model.type("AREA", "100 mm²")).isEmpty();
        assertThat(model.type("AREA", "3 kg")).contains("no unit of area");
        VerdictTable table = model.designs().getFirst().table();
        assertThat(model.designs()).extracting(JudgedDesign::whose).containsExactly(Whose.EDITED);
        assertThat(table.rows()).extracting(row -> row.worst().verdict()).containsExactly(Verdict.OPEN, Verdict.PASS);
        updates.runUntil(() -> jobs.items().size() == 2
                && jobs.items().stream().allMatch(item -> item.stateProperty().get() == JobStatus.State.DONE));
        assertThat(SpecificationsFile.read(project)).isEqualTo(sheet().specifications());
        assertThat(model.type("ACCURACY", " ")).isEmpty();
        assertThat(sheet().specifications().target(Metric.ACCURACY)).isEmpty();
        assertThat(model.measureReasonProperty().get()).isEqualTo("train the design first");
    }

    @Test
    void costsFollowTheEditsAndTheTrainedDesignStaysBesideThem() throws IOException {
        show(evaluation());
        model.type("energy", "1 J");
        model.type("accuracy", "91 %");
        assertThat(model.designs()).extracting(JudgedDesign::whose).containsExactly(Whose.CURRENT);
        assertThat(model.designs()
                        .getFirst()
                        .table()
                        .rows()
                        .getFirst()
                        .each()
                        .getFirst()
                        .value())
                .as("the stored evaluation")
                .isCloseTo(0.92, within(1e-12));
        edit(wider());
        assertThat(model.designs()).extracting(JudgedDesign::whose).containsExactly(Whose.EDITED, Whose.TRAINED);
        assertThat(model.designs().getFirst().table().rows().getFirst().worst().note())
                .contains("train the design first");
        double edited =
                model.designs().getFirst().table().rows().getLast().worst().value();
        assertThat(edited)
                .isNotEqualTo(model.designs()
                        .getLast()
                        .table()
                        .rows()
                        .getLast()
                        .worst()
                        .value());
    }

    @Test
    void pinnedDesignsAndTrialsAreJudgedByWhatTheyHaveMeasured() throws IOException {
        show(evaluation());
        model.type("accuracy", "91 %");
        model.type("area", "1 mm²");
        model.chooseCorners(List.of("nominal"));
        String remark = model.remarkProperty().get();
        kept.setAll(
                new KeptDesign("pin-1", "Pinned, wider", wider(), Map.of(Metric.AREA, 2.0), null),
                new KeptDesign("pin-2", "Pinned, trained", Projects.tinyDesign(), Map.of(Metric.AREA, 0.5), null),
                new KeptDesign(
                        "trial-7",
                        "Trial 7",
                        null,
                        Map.of(),
                        new KeptDesign.Measured(
                                new MeanAccuracy(0.9, new Interval(0.88, 0.92)), "3 chips, on data held out")));
        assertThat(model.designs())
                .extracting(JudgedDesign::id)
                .containsExactly("current", "pin-1", "pin-2", "trial-7");
        assertThat(verdicts("pin-1")).containsExactly(Verdict.OPEN, Verdict.FAIL);
        assertThat(judged("pin-1").conditions()).extracting(Condition::state).containsOnly(Condition.State.MISSING);
        assertThat(judged("pin-2").rows().getFirst().each().getFirst().value())
                .as("the stored evaluation is of this design")
                .isCloseTo(0.92, within(1e-12));
        VerdictTable trial = judged("trial-7");
        assertThat(trial.conditions()).extracting(Condition::name).containsExactly(Condition.SEARCH, "nominal");
        assertThat(trial.rows().getFirst().each())
                .extracting(Assessment::verdict)
                .containsExactly(Verdict.NEAR, Verdict.OPEN);
        assertThat(trial.rows().getFirst().each().getFirst().undecided()).isTrue();
        assertThat(trial.rows().getLast().worst().note()).isEqualTo("not known");
        assertThat(model.remarkProperty().get()).as("of the trained design").isEqualTo(remark);
        assertThat(model.csv())
                .startsWith("design,target,")
                .contains("\n\"Pinned, wider\",area,atMost,1.0,mm²,\"all\",current,fail,2.0,-1.0,,\n");
        kept.clear();
        assertThat(model.designs()).hasSize(1);
    }

    private VerdictTable judged(String id) {
        return model.designs().stream()
                .filter(design -> design.id().equals(id))
                .findFirst()
                .orElseThrow()
                .table();
    }

    private List<Verdict> verdicts(String id) {
        return judged(id).rows().stream().map(row -> row.worst().verdict()).toList();
    }

    @Test
    void cornersAreMeasuredInAJobKeptAndStaleOnceSomethingChanges() throws IOException {
        show(evaluation());
        model.type("accuracy", "1 %");
        model.type("chips", "2");
        model.chooseCorners(List.of("nominal", "noise × 1.5"));
        assertThat(model.measureReasonProperty().get()).isEmpty();
        model.measure();
        assertThat(model.measureReasonProperty().get()).isEqualTo("the corners are being measured");
        assertThat(model.cancelReasonProperty().get()).isEmpty();
        runUntilMeasured();
        assertThat(problems).isEmpty();
        VerdictTable table = model.designs().getFirst().table();
        assertThat(table.conditions()).extracting(Condition::state).containsOnly(Condition.State.CURRENT);
        assertThat(table.rows().getFirst().each()).hasSize(3);
        assertThat(model.measureReasonProperty().get()).isEqualTo("all corners have a current result");
        assertThat(model.remarkProperty().get()).startsWith("Least yield").contains("of 2 chips, 95 % interval");

        session.opened(Objects.requireNonNull(session.projectProperty().get()));
        updates.runUntil(() -> model.sheetProperty().get() != null);
        assertThat(model.designs().getFirst().table()).as("opened again").isEqualTo(table);

        model.type("chips", "3");
        VerdictTable stale = model.designs().getFirst().table();
        assertThat(stale.conditions())
                .extracting(Condition::state)
                .containsExactly(Condition.State.CURRENT, Condition.State.STALE, Condition.State.STALE);
        assertThat(stale.overall()).isEqualTo(Verdict.OPEN);
        assertThat(model.remarkProperty().get()).contains("2 of 3 columns stale, measure again");
        model.type("chips", "2");
        assertThat(model.designs().getFirst().table()).isEqualTo(table);
    }

    @Test
    void aCancelledMeasurementStopsWithinASecondAndKeepsWhatIsDone() throws IOException {
        show(evaluation());
        model.type("accuracy", "1 %");
        model.type("chips", "100000");
        model.chooseCorners(List.of("nominal"));
        model.measure();
        JobItem item = Objects.requireNonNull(model.measuringProperty().get());
        updates.runUntil(() -> item.stateProperty().get() == JobStatus.State.RUNNING
                && item.doneProperty().get() > 0);
        long start = System.nanoTime();
        model.cancel();
        runUntilMeasured();
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(2);
        assertThat(item.stateProperty().get()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(model.measureReasonProperty().get()).isEmpty();
        assertThat(project.results().resolve("corners.json")).doesNotExist();
    }

    @Test
    void cornersThatTheCellsCannotBeInAreLeftOutAndADeviceBringsThemIn() throws IOException {
        show(evaluation());
        model.type("accuracy", "1 %");
        model.type("chips", "1");
        model.chooseCorners(List.of("aged one day"));
        model.measure();
        runUntilMeasured();
        Condition aged = model.designs().getFirst().table().conditions().getLast();
        assertThat(aged.state()).isEqualTo(Condition.State.LEFT_OUT);
        assertThat(aged.note()).contains("do not age");
        model.useDevice("pcm-nandakumar-2019");
        updates.runUntil(() -> sheet().options().device() != null);
        assertThat(model.designs().getFirst().table().conditions().getLast().note())
                .isEqualTo("not measured since: measured with another device");
        model.measure();
        runUntilMeasured();
        assertThat(model.designs().getFirst().table().conditions().getLast().state())
                .isEqualTo(Condition.State.CURRENT);
    }

    @Test
    void aDamagedFileIsNamedAndReadAgainWhenItIsMended() throws IOException {
        Path file = project.folder().resolve(SpecificationsFile.NAME);
        Files.writeString(
                file, "{\"schema\": 1, \"targets\": [{\"metric\": \"size\", \"limit\": 1, \"unit\": \"mm²\"}]}");
        session.opened(new OpenProject(project, parts, ProjectCosting.technology(project), null, null, null));
        updates.runUntil(() -> !model.refusalProperty().get().isEmpty());
        assertThat(model.refusalProperty().get()).contains("specifications.json, targets[0].metric");
        assertThat(model.sheetProperty().get()).isNull();
        assertThat(model.type("area", "3")).isNotEmpty();
        assertThat(Files.readString(file)).as("not overwritten").contains("size");
        Files.writeString(file, "{\"schema\": 1, \"targets\": []}");
        session.screenProperty().set(Screen.SPECIFICATIONS);
        updates.runUntil(() -> model.sheetProperty().get() != null);
        assertThat(model.refusalProperty().get()).isEmpty();
    }

    @Test
    void aDeviceThatThereIsNotIsRefusedAndTheOldOneStays() throws IOException {
        show(evaluation());
        model.type("accuracy", "1 %");
        model.useDevice("missing.json");
        updates.runUntil(() -> !model.refusalProperty().get().isEmpty());
        assertThat(model.refusalProperty().get()).contains("missing.json");
        assertThat(sheet().specifications().plan().device()).isNull();
        updates.runUntil(() -> jobs.items().getFirst().stateProperty().get() == JobStatus.State.DONE);
        assertThat(SpecificationsFile.read(project).plan().device()).isNull();
    }

    private Specifications written() throws IOException {
        updates.runUntil(() ->
                jobs.items().stream().allMatch(item -> item.stateProperty().get() == JobStatus.State.DONE));
        return SpecificationsFile.read(project);
    }

    private String undoName() {
        return session.history().undoNameProperty().get();
    }

    @Test
    void editsAreUndoneAndDoneAgainByNameAndWrittenEachTime() throws IOException {
        show(null);
        assertThat(undoName()).as("reading is no edit").isEmpty();
        model.type("accuracy", "93 %");
        assertThat(undoName()).isEqualTo("Target accuracy none → 93 %");
        model.type("accuracy", "94 %");
        assertThat(undoName()).isEqualTo("Target accuracy 93 % → 94 %");
        session.history().undo();
        assertThat(sheet().specifications()
                        .target(Metric.ACCURACY)
                        .orElseThrow()
                        .limit())
                .isEqualTo(0.93);
        assertThat(model.designs().getFirst().table().rows().getFirst().target().limit())
                .isEqualTo(0.93);
        assertThat(written()).isEqualTo(sheet().specifications());
        session.history().undo();
        assertThat(written().targets()).isEmpty();
        session.history().redo();
        session.history().redo();
        assertThat(session.history().redoNameProperty().get()).isEmpty();
        assertThat(written().target(Metric.ACCURACY).orElseThrow().limit()).isEqualTo(0.94);
        model.chooseCorners(List.of("nominal"));
        assertThat(undoName()).isEqualTo("Corners measured");
        model.type("chips", "7");
        assertThat(undoName()).isEqualTo("Chips a corner 20 → 7");
        model.compensateDrift(true);
        assertThat(undoName()).isEqualTo("Drift compensation off → on");
    }

    @Test
    void editsOfDesignAndTargetsAreUndoneInTheirOrder() throws IOException {
        show(null);
        edit(wider());
        model.type("area", "1 mm²");
        assertThat(undoName()).isEqualTo("Target area none → 1 mm²");
        session.history().undo();
        assertThat(sheet().specifications().targets()).isEmpty();
        assertThat(session.designProperty().get()).isEqualTo(wider());
        assertThat(undoName()).isEqualTo("Cell bits 4 → 3");
        session.history().undo();
        assertThat(session.designProperty().get()).isEqualTo(Projects.tinyDesign());
        session.history().redo();
        session.history().redo();
        assertThat(sheet().specifications().target(Metric.AREA)).isPresent();
    }

    @Test
    void anotherDeviceIsUndoneToo() throws IOException {
        show(null);
        model.useDevice("pcm-nandakumar-2019");
        updates.runUntil(() -> sheet().options().device() != null);
        assertThat(undoName()).isEqualTo("Cells of the chips the design's own → pcm-nandakumar-2019");
        session.history().undo();
        updates.runUntil(() -> sheet().options().device() == null);
        assertThat(written().plan().device()).isNull();
    }

    @Test
    void whatOthersWroteIsAnEditThatCanBeUndone() throws IOException {
        show(null);
        model.type("area", "1 mm²");
        Specifications mine = written();
        SpecificationsFile.write(project, mine.withLimit(Metric.AREA, 2.0));
        session.screenProperty().set(Screen.SPECIFICATIONS);
        updates.runUntil(
                () -> sheet().specifications().target(Metric.AREA).orElseThrow().limit() == 2);
        assertThat(undoName()).isEqualTo("Specifications changed outside");
        session.history().undo();
        assertThat(written()).isEqualTo(mine);
    }

    private Verdict firstVerdict() {
        return model.designs()
                .getFirst()
                .table()
                .rows()
                .getFirst()
                .each()
                .getFirst()
                .verdict();
    }

    @Test
    void tolerancesAreTypedAndChangeTheVerdict() throws IOException {
        show(evaluation());
        model.type("accuracy", "94 %");
        assertThat(firstVerdict()).as("two points below").isEqualTo(Verdict.FAIL);
        assertThat(model.type("accuracyTolerance", "2 pp")).isEmpty();
        assertThat(firstVerdict()).isEqualTo(Verdict.NEAR);
        assertThat(undoName()).isEqualTo("Accuracy tolerance 1 % → 2 %");
        assertThat(model.type("costTolerance", "101")).contains("0 … 100");
        assertThat(model.type("costTolerance", "7.5 %")).isEmpty();
        assertThat(written().tolerance()).isEqualTo(new Tolerance(0.075, 0.02));
        assertThat(model.type("costTolerance", "")).isEmpty();
        assertThat(written().tolerance().relative()).isEqualTo(0.05);
    }

    @Test
    void cornersAreEditedWrittenAndUndone() throws IOException {
        show(evaluation());
        model.type("accuracy", "1 %");
        model.chooseCorners(List.of("nominal"));
        CornersViewModel corners = model.corners();
        CornerRow row = corners.add();
        row.nameProperty().set("nominal");
        assertThat(corners.problemProperty().get()).contains("name of another corner");
        row.nameProperty().set("noisy");
        row.noiseProperty().set("three");
        assertThat(row.problemProperty().get()).contains("three", "1.5");
        row.noiseProperty().set("3");
        assertThat(corners.problemProperty().get()).isEmpty();
        corners.save();
        assertThat(undoName()).isEqualTo("Add corner “noisy”");
        assertThat(model.designs().getFirst().table().conditions())
                .extracting(Condition::name)
                .containsExactly("evaluation", "nominal", "noisy");
        written();
        assertThat(CornersFile.all(project).getLast()).isEqualTo(new Corner("noisy", 0, 25, 3, null, null));

        session.history().undo();
        written();
        assertThat(CornersFile.all(project)).isEqualTo(Corner.STANDARD);
        assertThat(sheet().specifications().plan().corners()).containsExactly("nominal");
        session.history().redo();
        CornersViewModel again = model.corners();
        again.remove(again.rows().getFirst());
        again.save();
        assertThat(undoName()).isEqualTo("Remove corner “noisy”");
        assertThat(written().plan().corners()).containsExactly("nominal");
    }

    @Test
    void aDeviceThatCannotHoldTheLevelsIsRefusedBeforeAJobBegins() throws IOException {
        show(evaluation());
        model.type("accuracy", "1 %");
        model.useDevice("rram-isaac");
        updates.runUntil(() -> sheet().options().device() != null);
        assertThat(model.measureReasonProperty().get()).contains("16 states are outside 2 … 4", "rram-isaac");
        model.useDevice("rram-generic");
        updates.runUntil(() -> model.measureReasonProperty().get().isEmpty());
    }
}
