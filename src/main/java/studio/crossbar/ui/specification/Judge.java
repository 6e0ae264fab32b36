package studio.crossbar.ui.specification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.specification.Condition;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.Costing;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.specification.JudgedDesign.Whose;

/** Judges the designs of a session by a sheet. */
final class Judge {

    private final Session session;
    private final SpecificationSheet sheet;
    private final OpenProject project;

    Judge(Session session, SpecificationSheet sheet, OpenProject project) {
        this.session = session;
        this.sheet = sheet;
        this.project = project;
    }

    /** The edited design where it is not trained, and the trained one. */
    List<JudgedDesign> own(Design design, Costing costing) {
        List<JudgedDesign> judged = new ArrayList<>();
        TrainedNetwork trained = session.trainedProperty().get();
        boolean same = trained != null && trained.design().equals(design);
        if (!same) {
            // Results of the trained network stand in its own table.
            SpecificationSheet own = trained == null ? sheet : sheet.withMeasured(null);
            judged.add(JudgedDesign.of(
                    Whose.EDITED,
                    VerdictTable.of(
                            Texts.get("specification.table.edited"),
                            sheet.specifications(),
                            costing.of(design),
                            own.untrained())));
        }
        if (trained != null) {
            Evaluation evaluation = session.evaluationProperty().get();
            judged.add(JudgedDesign.of(
                    same ? Whose.CURRENT : Whose.TRAINED,
                    VerdictTable.of(
                            same ? Texts.get("specification.table.current") : Texts.get("specification.table.trained"),
                            sheet.specifications(),
                            evaluation == null ? costing.of(trained.design()) : evaluation.cost(),
                            measured(trained))));
        }
        return judged;
    }

    /** Designs that other screens keep, with what was measured of them. */
    List<JudgedDesign> kept(List<KeptDesign> designs) {
        return designs.stream()
                .map(design -> new JudgedDesign(
                        Whose.KEPT,
                        design.id(),
                        VerdictTable.of(
                                design.title(), sheet.specifications(), design.costs()::get, conditions(design))))
                .toList();
    }

    private List<Condition> conditions(KeptDesign kept) {
        TrainedNetwork trained = session.trainedProperty().get();
        if (trained != null && trained.design().equals(kept.design())) {
            return measured(trained);
        }
        List<Condition> conditions = new ArrayList<>(sheet.withMeasured(null).untrained());
        KeptDesign.@Nullable Measured measured = kept.measured();
        if (measured != null) {
            conditions.set(0, Condition.ofSearch(measured.accuracy(), measured.how()));
        }
        return conditions;
    }

    private List<Condition> measured(TrainedNetwork trained) {
        return sheet.columns(
                trained,
                DatasetSummary.of(project.parts()),
                session.evaluationProperty().get());
    }
}
