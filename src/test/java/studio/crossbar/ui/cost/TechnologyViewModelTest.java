package studio.crossbar.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.LocalUndo;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** Editing the technology of a project on the disk; the test's thread stands in for the user interface's. */
@Timeout(60)
class TechnologyViewModelTest {

    private static final String AREA = "columns.adcs.SAR.rows[4].area";

    @TempDir
    Path folder;

    private final HandedOver updates = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(updates, problems::add);
    private TechnologyViewModel model;
    private Project project;

    @BeforeEach
    void open() throws IOException {
        Workbench workbench = new Workbench(new CoreEngine(folder), session, jobs, updates);
        model = new TechnologyViewModel(workbench, updates);
        project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        Evaluation evaluation = Projects.evaluation(Projects.tinyDesign());
        session.opened(new OpenProject(
                project,
                Projects.parts(),
                ProjectCosting.technology(project),
                evaluation.mapped().trained(),
                evaluation,
                null));
        model.activeProperty().set(true);
        updates.runUntil(() -> model.sourceProperty().get() != null);
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private TechnologySource source() {
        return Objects.requireNonNull(model.sourceProperty().get());
    }

    private Constant constant(String path) {
        return source().document().constants().stream()
                .filter(constant -> constant.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void copy() {
        model.copy();
        updates.runUntil(() -> source().own());
    }

    private double resultArea() {
        return Objects.requireNonNull(session.evaluationProperty().get()).cost().areaSquareMillimetres();
    }

    private double storedArea() throws IOException {
        return ProjectCosting.technology(Project.open(project.folder()))
                .columns()
                .table(AdcKind.SAR)
                .rows()
                .get(4)
                .area()
                .value();
    }

    @Test
    void aCarriedFileIsShownButNotEdited() {
        assertThat(source().setting()).isEqualTo(Technology.STANDARD);
        assertThat(source().own()).isFalse();
        assertThat(model.constants()).hasSizeGreaterThan(100);
        assertThat(model.typeValue(constant(AREA), "1300")).contains("copy it to the project");
        assertThat(constant(AREA).quantity().value()).isEqualTo(1200);
        model.filterProperty().set("sar › 8 bits");
        assertThat(model.constants())
                .extracting(Constant::path)
                .containsExactly(AREA, "columns.adcs.SAR.rows[4].energy");
    }

    @Test
    void anEditOfTheCopyCostsTheResultAnewAtOnceAndIsOnTheDisk() throws IOException {
        copy();
        assertThat(source().title()).endsWith("components (rram-32nm)");
        assertThat(session.designIsSaved()).isTrue();
        assertThat(Project.open(project.folder()).settings().technology()).isEqualTo("rram-32nm.json");
        double before = resultArea();
        assertThat(model.typeValue(constant(AREA), "1500 um2")).isEmpty();
        assertThat(source().title()).contains("components (rram-32nm, edited, sha256 ");
        assertThat(resultArea()).isGreaterThan(before);
        updates.runUntil(() -> jobs.items().stream().noneMatch(JobItem::active));
        assertThat(storedArea()).isEqualTo(1500);

        assertThat(model.typeSource(constant(AREA), " layout of 2026 ")).isEmpty();
        assertThat(constant(AREA).quantity().source()).isEqualTo("layout of 2026");
        LocalUndo edits = model.edits();
        assertThat(edits.undoNameProperty().get()).isEqualTo("Source of columns › SAR › 8 bits › area");
        edits.undo();
        assertThat(edits.undoNameProperty().get()).isEqualTo("columns › SAR › 8 bits › area 1,200 → 1,500 um2");
        assertThat(edits.redoNameProperty().get()).startsWith("Source of");
        edits.undo();
        assertThat(edits.undoNameProperty().get()).isEmpty();
        assertThat(resultArea()).isEqualTo(before);
        edits.redo();
        assertThat(resultArea()).isGreaterThan(before);
        assertThat(edits.redoNameProperty().get()).startsWith("Source of");
        edits.undo();
        assertThat(model.typeValue(constant(AREA), "1300")).isEmpty();
        assertThat(edits.redoNameProperty().get()).as("another edit was made").isEmpty();
        edits.undo();
        jobs.close();
        assertThat(storedArea()).isEqualTo(1200);
    }

    @Test
    void whatTheReaderRefusesIsSaidAndChangesNothing() throws IOException {
        copy();
        double before = resultArea();
        assertThat(model.typeValue(constant(AREA), "15000"))
                .startsWith("15000.0 is outside its valid range")
                .contains("widen low and high");
        assertThat(model.typeValue(constant(AREA), "much")).contains("“much” is not a number");
        assertThat(model.typeValue(constant(AREA), "1300 pJ")).contains("“pJ” is not the unit");
        assertThat(model.typeRange(constant(AREA), "1300", "2000")).contains("1200.0 is outside its valid range");
        assertThat(model.typeSource(constant(AREA), "")).startsWith("is blank");
        assertThat(resultArea()).isEqualTo(before);
        assertThat(storedArea()).isEqualTo(1200);
        assertThat(model.edits().undoNameProperty().get()).isEmpty();

        assertThat(model.typeRange(constant(AREA), "100", "20000")).isEmpty();
        assertThat(model.typeValue(constant(AREA), "15000")).isEmpty();
        assertThat(resultArea()).isGreaterThan(before);
    }

    @Test
    void aFileThatWasChangedOutsideIsSeenWhenSomeoneLooksAgain() throws IOException {
        copy();
        double before = resultArea();
        model.activeProperty().set(false);
        Path file = project.folder().resolve("rram-32nm.json");
        Files.writeString(file, source().document().withValue(AREA, 1500).text());
        model.activeProperty().set(true);
        updates.runUntil(() -> constant(AREA).quantity().value() == 1500);
        assertThat(resultArea()).isGreaterThan(before);

        Files.writeString(file, "{\"schema\": 2}");
        model.activeProperty().set(false);
        model.activeProperty().set(true);
        updates.runUntil(() -> model.statusProperty().get().contains("is missing"));
        assertThat(constant(AREA).quantity().value()).isEqualTo(1500);
    }

    @Test
    void anotherTechnologyIsUsedAndCostsAnew() throws IOException {
        double before = resultArea();
        model.use("neurosim-22nm");
        updates.runUntil(() -> source().setting().equals("neurosim-22nm"));
        assertThat(resultArea()).isNotEqualTo(before);
        assertThat(Project.open(project.folder()).settings().technology()).isEqualTo("neurosim-22nm");
        assertThat(session.designIsSaved()).isTrue();
    }
}
