package studio.crossbar.ui.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.specification.CornerPlan;
import studio.crossbar.specification.SpecificationEdit;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.VerdictCsv;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/**
 * Targets of the open project and the verdicts on its designs. Edits are judged at once and written; corners are measured in
 * a job and stored one by one. Call on the user interface's thread.
 */
public final class SpecificationViewModel {

    private final Session session;
    private final SheetViewModel files;
    private final MeasuringViewModel measuring;
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final List<ObservableList<KeptDesign>> kept;
    private final ObservableList<JudgedDesign> designs = FXCollections.observableArrayList();
    private final ObservableList<JudgedDesign> designsView = FXCollections.unmodifiableObservableList(designs);

    /**
     * Follows the project, the designs and the costs of {@code workbench}.
     *
     * @param kept designs that other screens keep, which are judged too
     * @param ui runs updates on the user interface's thread
     */
    public SpecificationViewModel(Workbench workbench, List<ObservableList<KeptDesign>> kept, Executor ui) {
        session = workbench.session();
        this.kept = List.copyOf(kept);
        files = new SheetViewModel(workbench, ui);
        measuring = new MeasuringViewModel(workbench, files, ui);
        files.sheetProperty().subscribe((was, now) -> show());
        files.refusalProperty().subscribe((was, now) -> showRemark());
        session.projectProperty().subscribe((was, now) -> {
            files.clear();
            read();
        });
        session.screenProperty().subscribe((was, now) -> {
            if (now == Screen.SPECIFICATIONS) {
                read();
            }
        });
        session.designProperty().subscribe((was, now) -> show());
        session.costs().costingProperty().subscribe((was, now) -> show());
        session.trainedProperty().subscribe((was, now) -> show());
        session.evaluationProperty().subscribe((was, now) -> show());
        kept.forEach(list -> list.addListener((InvalidationListener) observable -> show()));
        read();
    }

    /** What the project's files say; null while none is read. They are read whenever the screen comes to the front. */
    public ReadOnlyObjectProperty<@Nullable SpecificationSheet> sheetProperty() {
        return files.sheetProperty();
    }

    /** Why the project's files cannot be read; empty while they can. */
    public ReadOnlyStringProperty refusalProperty() {
        return files.refusalProperty();
    }

    /** Verdicts: the edited design's where it is not trained, the trained one's, and those that other screens keep. */
    public ObservableList<JudgedDesign> designs() {
        return designsView;
    }

    /** The verdicts as CSV; empty while there are none. */
    String csv() {
        List<VerdictTable> tables = designs.stream()
                .map(JudgedDesign::table)
                .filter(table -> !table.rows().isEmpty())
                .toList();
        return tables.isEmpty() ? "" : VerdictCsv.of(tables);
    }

    /** The job that measures corners, while there is one. */
    public ReadOnlyObjectProperty<@Nullable JobItem> measuringProperty() {
        return measuring.measuringProperty();
    }

    /** Why corners cannot be measured now; empty if they can. */
    public ReadOnlyStringProperty measureReasonProperty() {
        return measuring.measureReasonProperty();
    }

    /** Whether all that is missing to measure corners is a trained network. */
    ReadOnlyBooleanProperty untrainedProperty() {
        return measuring.untrainedProperty();
    }

    /** Why nothing can be cancelled; empty while corners are measured. */
    public ReadOnlyStringProperty cancelReasonProperty() {
        return measuring.cancelReasonProperty();
    }

    /** The yield in the worst corner with its interval, and what does not count; or the last refusal. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** The open design; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    /**
     * Takes what was typed.
     *
     * @param field as in {@link SpecificationEdit#apply}
     * @return why it is refused; empty if it is taken
     */
    public String type(String field, String text) {
        try {
            return files.edit(
                    now -> now.withSpecifications(SpecificationEdit.apply(now.specifications(), field, text)));
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Has other corners measured; empty for all. */
    public void chooseCorners(List<String> names) {
        editPlan(plan -> plan.withCorners(names));
    }

    /** Has chips with or without drift compensation measured. */
    public void compensateDrift(boolean value) {
        editPlan(plan -> plan.withDriftCompensation(value));
    }

    /** Has chips of other cells measured; null for the design's own. */
    public void useDevice(@Nullable String device) {
        editPlan(plan -> plan.withDevice(device));
    }

    private void editPlan(UnaryOperator<CornerPlan> change) {
        String refused = files.edit(now -> now.withSpecifications(
                now.specifications().withPlan(change.apply(now.specifications().plan()))));
        if (!refused.isEmpty()) {
            files.refuse(refused);
        }
    }

    /** A new editor of the project's own corners. */
    CornersViewModel corners() {
        return new CornersViewModel(files);
    }

    /** Measures the corners that have no current result. */
    public void measure() {
        measuring.measure();
    }

    /** Asks the job that measures corners to stop. */
    public void cancel() {
        measuring.cancel();
    }

    /** Reads the project's files. */
    public void read() {
        files.read();
        show();
    }

    private void show() {
        List<JudgedDesign> shown = new ArrayList<>();
        SpecificationSheet now = files.sheetProperty().get();
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        Costing costing = session.costs().costingProperty().get();
        if (now != null && project != null && design != null && costing != null) {
            Judge judge = new Judge(session, now, project);
            shown.addAll(judge.own(design, costing));
            kept.forEach(list -> shown.addAll(judge.kept(list)));
        }
        if (!shown.equals(designs)) {
            designs.setAll(shown);
        }
        showRemark();
    }

    /** About the last of the project's own designs. */
    private void showRemark() {
        SpecificationSheet now = files.sheetProperty().get();
        String refusal = files.refusalProperty().get();
        String summary = now == null
                ? ""
                : designs.stream()
                        .filter(judged -> judged.whose() != JudgedDesign.Whose.KEPT)
                        .reduce((first, second) -> second)
                        .map(judged -> VerdictSummary.of(judged.table(), now.specifications()))
                        .orElse("");
        remark.set(refusal.isEmpty() ? summary : refusal);
    }
}
