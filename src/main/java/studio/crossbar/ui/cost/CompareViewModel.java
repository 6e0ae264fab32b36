package studio.crossbar.ui.cost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.report.ComparedDesign;
import studio.crossbar.report.ReportWriter;
import studio.crossbar.run.Job;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Costing;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/**
 * The edited design beside the saved one, pinned ones and variants, against one of them. All are costed before training, each
 * as its own settings say. Pins last until another project is opened.
 */
public final class CompareViewModel {

    /** Most designs that can be pinned. */
    public static final int MOST_PINNED = 6;

    static final String EDITED = "edited";
    static final String SAVED = "saved";

    private final Workbench workbench;
    private final Session session;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final BooleanProperty variants = new SimpleBooleanProperty(this, "variants", true);
    private final StringProperty baseline = new SimpleStringProperty(this, "baseline", SAVED);
    private final ObjectProperty<CostMetric> metric = new SimpleObjectProperty<>(this, "metric", CostMetric.AREA);
    private final ReadOnlyStringWrapper pinReason = new ReadOnlyStringWrapper(this, "pinReason", "");
    private final ObservableList<ComparedEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<ComparedEntry> entriesView = FXCollections.unmodifiableObservableList(entries);
    private final PinnedDesigns pins = new PinnedDesigns();

    /** Follows the project that is open in {@code workbench}. */
    public CompareViewModel(Workbench workbench) {
        this.workbench = workbench;
        session = workbench.session();
        session.projectProperty().subscribe((before, now) -> {
            pins.clear();
            baseline.set(SAVED);
            update();
        });
        session.designProperty().subscribe((before, now) -> update());
        session.savedProperty().subscribe((before, now) -> update());
        session.savedSettingsProperty().subscribe((before, now) -> update());
        session.costs().costingProperty().subscribe((before, now) -> update());
        session.costs().technologyProperty().subscribe(pins::cost);
        active.subscribe((before, now) -> update());
        variants.subscribe((before, now) -> update());
        update();
    }

    /** Whether someone looks; nothing is costed otherwise. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Whether designs that differ from the edited one by one choice are listed. */
    public BooleanProperty variantsProperty() {
        return variants;
    }

    /** {@link ComparedEntry#id} of the design that the others are compared with; if it is gone, the edited one stands in. */
    public StringProperty baselineProperty() {
        return baseline;
    }

    /** What the bars show. */
    public ObjectProperty<CostMetric> metricProperty() {
        return metric;
    }

    /** The edited design first, then the saved one, pins, and variants. */
    public ObservableList<ComparedEntry> entries() {
        return entriesView;
    }

    /** The pinned designs for other screens. */
    public ObservableList<KeptDesign> kept() {
        return pins.kept();
    }

    /** Why no design can be pinned; empty if one can. */
    public ReadOnlyStringProperty pinReasonProperty() {
        return pinReason.getReadOnlyProperty();
    }

    /** The design that the others are compared with; null without a project. */
    public @Nullable ComparedEntry baseline() {
        return entries.stream()
                .filter(entry -> entry.id().equals(baseline.get()))
                .findFirst()
                .orElse(entries.isEmpty() ? null : entries.getFirst());
    }

    /** Relative change of a figure to the baseline, −1 … ∞; NaN if either has no bill. */
    public double change(ComparedEntry entry, ComparedEntry.Figure figure) {
        ComparedEntry base = baseline();
        return base == null ? Double.NaN : figure.of(entry) / figure.of(base) - 1;
    }

    /** A name for the next pin. */
    public String suggestedName() {
        Design design = session.designProperty().get();
        return Texts.format("cost.compare.pin.name", design == null ? "" : design.name(), pins.next());
    }

    /** Keeps the edited design and how it is costed under {@code name}; a blank name is replaced by a suggestion. */
    public void pin(String name) {
        Design design = session.designProperty().get();
        ProjectSettings settings = session.settingsProperty().get();
        if (design == null || settings == null || pins.full()) {
            return;
        }
        pins.add(
                name.isBlank() ? suggestedName() : name.strip(),
                design,
                settings.cost(),
                taken -> entries.stream().anyMatch(entry -> entry.name().equals(taken)));
        update();
    }

    /** Drops a pinned design. */
    public void unpin(ComparedEntry entry) {
        pins.remove(entry.id());
        update();
    }

    /** Makes a design of the list the edited one, as an edit that can be undone. */
    public void edit(ComparedEntry entry) {
        try {
            session.edits().set(entry.design(), entry.settings());
        } catch (IllegalArgumentException e) {
            workbench.jobs().report(Texts.get("cost.compare.edit.failed"), e);
        }
    }

    /** Writes the list into {@code file}, a row a design that has a bill. */
    public void exportCsv(Path file) {
        List<ComparedDesign> designs = new ArrayList<>();
        ComparedEntry base = baseline();
        int baselineRow = 0;
        for (ComparedEntry entry : entries) {
            ComparedEntry.Bill bill = entry.bill();
            if (bill != null) {
                if (entry.equals(base)) {
                    baselineRow = designs.size();
                }
                designs.add(new ComparedDesign(entry.name(), entry.design(), bill.cost(), bill.devices()));
            }
        }
        if (designs.isEmpty()) {
            return;
        }
        String text = ReportWriter.comparisonCsv(designs, baselineRow);
        workbench
                .jobs()
                .start(
                        Jobs.Lane.FILES,
                        new Job<>(
                                Texts.format("cost.compare.export.job", file.getFileName()),
                                _ -> Files.writeString(file, text)),
                        Texts.get("cost.compare.export.failed"),
                        _ -> {});
    }

    private void update() {
        pinReason.set(
                session.designProperty().get() == null
                        ? Texts.get("cost.compare.pin.reason.none")
                        : pins.full() ? Texts.format("cost.compare.pin.reason.full", MOST_PINNED) : "");
        if (active.get() || session.designProperty().get() == null) {
            entries.setAll(list());
        }
    }

    private List<ComparedEntry> list() {
        Design design = session.designProperty().get();
        Design saved = session.savedProperty().get();
        ProjectSettings settings = session.settingsProperty().get();
        ProjectSettings stored = session.savedSettingsProperty().get();
        if (design == null || settings == null || saved == null || stored == null) {
            return List.of();
        }
        CostSettings cost = settings.cost();
        List<ComparedEntry> list = new ArrayList<>();
        list.add(entry(
                EDITED, ComparedEntry.Origin.EDITED, Texts.get("cost.compare.edited"), () -> design, cost, design));
        list.add(entry(
                SAVED, ComparedEntry.Origin.SAVED, Texts.get("cost.compare.saved"), () -> saved, stored.cost(), saved));
        for (PinnedDesigns.Pin pin : pins.all()) {
            list.add(entry(
                    pin.id(), ComparedEntry.Origin.PINNED, pin.name(), pin::design, pin.settings(), pin.design()));
        }
        if (variants.get()) {
            for (Variants.Variant variant : Variants.of(design)) {
                list.add(entry(
                        variant.id(), ComparedEntry.Origin.VARIANT, variant.name(), variant.design(), cost, design));
            }
        }
        return list;
    }

    /** @param otherwise design that stands in for one that does not exist */
    private ComparedEntry entry(
            String id,
            ComparedEntry.Origin origin,
            String name,
            Supplier<Design> wanted,
            CostSettings settings,
            Design otherwise) {
        Technology technology = session.costs().technologyProperty().get();
        try {
            if (technology == null) {
                throw new IllegalArgumentException(Texts.get("cost.compare.noTechnology"));
            }
            Design design = wanted.get();
            Cost cost = Costing.of(technology, settings).of(design);
            MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
            ComparedEntry.Bill bill =
                    new ComparedEntry.Bill(cost, BuiltCells.of(plan, cost).devices());
            return new ComparedEntry(id, origin, name, design, settings, bill, "");
        } catch (IllegalArgumentException e) {
            return new ComparedEntry(id, origin, name, otherwise, settings, null, String.valueOf(e.getMessage()));
        }
    }
}
