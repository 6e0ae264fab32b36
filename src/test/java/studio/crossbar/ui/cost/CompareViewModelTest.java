package studio.crossbar.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.InputDrive;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.specification.Metric;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.cost.ComparedEntry.Figure;
import studio.crossbar.ui.cost.ComparedEntry.Origin;
import studio.crossbar.ui.shell.CoreEngine;

/** The test's thread stands in for the user interface's. */
@Timeout(60)
class CompareViewModelTest {

    @TempDir
    Path folder;

    private final Design design = Projects.tinyDesign();
    private final HandedOver updates = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(updates, problems::add);
    private CompareViewModel model;

    @BeforeEach
    void open() {
        model = new CompareViewModel(new Workbench(new CoreEngine(folder), session, jobs, updates));
        model.activeProperty().set(true);
        session.opened(Projects.open(design, null));
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private ComparedEntry entry(String id) {
        return model.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void edit(Polarity polarity) {
        session.designProperty().set(design.withHardware(design.hardware().withPolarity(polarity)));
    }

    @Test
    void theEditedDesignIsComparedWithTheSavedOneAndVariants() {
        assertThat(model.entries())
                .extracting(ComparedEntry::id)
                .containsExactly(
                        "edited",
                        "saved",
                        "polarity-positive",
                        "polarity-row_block",
                        "polarity-offset",
                        "bits-2",
                        "ranges");
        assertThat(entry("polarity-positive").origin()).isEqualTo(Origin.VARIANT);
        assertThat(model.baseline()).isEqualTo(entry("saved"));
        assertThat(model.change(entry("edited"), Figure.AREA)).isZero();
        assertThat(model.change(entry("polarity-positive"), Figure.DEVICES)).isEqualTo(-0.5);
        assertThat(model.change(entry("polarity-positive"), Figure.AREA)).isNegative();

        edit(Polarity.POSITIVE);
        assertThat(model.entries()).extracting(ComparedEntry::id).contains("polarity-differential");
        assertThat(model.change(entry("edited"), Figure.DEVICES)).isEqualTo(-0.5);
        assertThat(model.change(entry("polarity-differential"), Figure.DEVICES)).isZero();
        model.variantsProperty().set(false);
        assertThat(model.entries()).extracting(ComparedEntry::id).containsExactly("edited", "saved");
    }

    @Test
    void whatIsDoneWithALineIsDoneWithTheChosenOne() {
        CompareActions actions = new CompareActions(model, (title, name, extension) -> null);
        assertThat(actions.edit.disabledReason().getValue()).isEqualTo("choose a line of the comparison first");
        actions.chosenProperty().set("edited");
        assertThat(actions.edit.disabledReason().getValue()).isEqualTo("it is the edited design");
        assertThat(actions.unpin.disabledReason().getValue()).isEqualTo("it is not pinned");
        actions.pin.run();
        actions.chosenProperty().set("pin-1");
        actions.baseline.run();
        assertThat(model.baseline()).isEqualTo(entry("pin-1"));
        assertThat(actions.baseline.disabledReason().getValue()).isEqualTo("it is the baseline");
        edit(Polarity.POSITIVE);
        actions.edit.run();
        assertThat(session.designProperty().get()).isEqualTo(design);
        actions.unpin.run();
        assertThat(model.entries()).extracting(ComparedEntry::id).doesNotContain("pin-1");
        assertThat(actions.unpin.disabledReason().getValue()).contains("choose a line");
    }

    @Test
    void figuresAreThoseOfTheBill() {
        double area = Objects.requireNonNull(session.projectProperty().get())
                .estimate(design)
                .areaSquareMillimetres();
        assertThat(Figure.AREA.of(entry("edited"))).isCloseTo(area, within(1e-12));
        assertThat(Figure.DEVICES.of(entry("edited"))).isEqualTo(72 * 16 + 8 * 12);
    }

    @Test
    void aPinKeepsTheDesignAndItsCostOptions() {
        edit(Polarity.POSITIVE);
        model.pin(" Positive ");
        double energy = Figure.ENERGY.of(entry("pin-1"));
        ProjectSettings settings =
                Objects.requireNonNull(session.settingsProperty().get());
        session.settingsProperty()
                .set(settings.withCost(
                        CostSettings.STANDARD.withOptions(CostOptions.STANDARD.withDrive(InputDrive.PULSE_WIDTH))));
        edit(Polarity.DIFFERENTIAL);

        ComparedEntry pinned = entry("pin-1");
        assertThat(pinned.name()).isEqualTo("Positive");
        assertThat(model.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo("pin-1");
            assertThat(kept.title()).isEqualTo("Pinned, Positive");
            assertThat(kept.design()).isEqualTo(pinned.design());
            assertThat(kept.costs()).containsEntry(Metric.ENERGY, energy);
        });
        assertThat(pinned.design().hardware().polarity()).isEqualTo(Polarity.POSITIVE);
        assertThat(Figure.ENERGY.of(pinned)).isEqualTo(energy);
        assertThat(Figure.ENERGY.of(entry("edited"))).isNotEqualTo(Figure.ENERGY.of(entry("saved")));

        model.edit(pinned);
        assertThat(session.designProperty().get()).isEqualTo(pinned.design());
        assertThat(Objects.requireNonNull(session.settingsProperty().get()).cost())
                .isEqualTo(pinned.settings());
        session.history().undo();
        session.history().undo();
        assertThat(session.designProperty().get()).isEqualTo(design);
    }

    @Test
    void sixPinsAtMostAndEachHasANameOfItsOwn() {
        model.pin("");
        model.pin("Same");
        model.pin("Same");
        model.pin("Edited design");
        model.pin("a");
        assertThat(model.pinReasonProperty().get()).isEmpty();
        model.pin("b");
        assertThat(model.pinReasonProperty().get()).startsWith("6 designs are pinned");
        model.pin("c");
        assertThat(model.entries().stream().filter(entry -> entry.origin() == Origin.PINNED))
                .extracting(ComparedEntry::name)
                .containsExactly("tiny 1", "Same", "Same 2", "Edited design 2", "a", "b");
        model.unpin(entry("pin-2"));
        assertThat(model.pinReasonProperty().get()).isEmpty();
        assertThat(model.entries()).extracting(ComparedEntry::name).doesNotContain("Same");
    }

    @Test
    void pinsAreGoneWithTheirProject() {
        model.pin("a");
        model.baselineProperty().set("pin-1");
        session.opened(Projects.open(design, null));
        assertThat(model.entries()).extracting(ComparedEntry::origin).doesNotContain(Origin.PINNED);
        assertThat(model.kept()).isEmpty();
        assertThat(model.baselineProperty().get()).isEqualTo("saved");
    }

    @Test
    void anotherBaselineTurnsTheChangesRound() {
        model.baselineProperty().set("polarity-positive");
        assertThat(model.change(entry("edited"), Figure.DEVICES)).isEqualTo(1);
        assertThat(ComparedEntry.percent(1)).isEqualTo("+100 %");
        assertThat(ComparedEntry.percent(-0.123)).isEqualTo("−12.3 %");
        model.variantsProperty().set(false);
        assertThat(model.baseline()).as("stands in for what is gone").isEqualTo(entry("edited"));
    }

    /** Four slices of 16 levels are more levels than a weight can have, so one variant cannot be; the others can. */
    @Test
    void aVariantThatCannotBeSaysWhy() {
        session.designProperty()
                .set(design.withHardware(
                        design.hardware().withCell(Cell.ofBits(3)).withSlices(4)));
        ComparedEntry impossible = entry("bits-4");
        assertThat(impossible.bill()).isNull();
        assertThat(impossible.problem()).contains("slices");
        assertThat(model.change(impossible, Figure.AREA)).isNaN();
        assertThat(entry("bits-2").bill()).isNotNull();
    }

    @Test
    void nothingIsCostedUntilSomeoneLooks() {
        model.activeProperty().set(false);
        List<ComparedEntry> before = List.copyOf(model.entries());
        edit(Polarity.POSITIVE);
        assertThat(model.entries()).isEqualTo(before);
        model.activeProperty().set(true);
        assertThat(model.entries()).isNotEqualTo(before);
    }

    @Test
    void anEditIsComparedWithinFiftyMilliseconds() {
        for (int i = 0; i < CompareViewModel.MOST_PINNED; i++) {
            model.pin("");
        }
        int edits = 50;
        long start = System.nanoTime();
        for (int i = 0; i < edits; i++) {
            session.designProperty().set(design.withSeed(i));
        }
        assertThat((System.nanoTime() - start) / 1e6 / edits).isLessThan(50);
    }

    @Test
    void theListIsExported() throws IOException {
        Path file = folder.resolve("comparison.csv");
        model.baselineProperty().set("polarity-positive");
        model.exportCsv(file);
        JobItem job = jobs.items().getFirst();
        updates.runUntil(() -> job.stateProperty().get().terminal());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + model.entries().size());
        assertThat(lines.getFirst())
                .startsWith("name,baseline,design,network,levels")
                .contains("area_mm2,area_mm2_change_percent")
                .contains("energy_nJ_adc");
        assertThat(lines.get(1)).startsWith("Edited design,false,tiny,").contains(",100.0,");
        assertThat(lines.get(3)).startsWith("Only positive,true,tiny,").contains(",0.0,");
        assertThat(problems).isEmpty();
    }
}
