package studio.crossbar.ui.training;

import java.util.List;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** The measurement of ageing chips. */
public final class AgeingActions {

    final Action measure;
    final Action stop;

    public AgeingActions(AgeingViewModel model) {
        measure = new Action(
                "measure-ageing",
                Texts.get("training.ageing.measure"),
                "fth-clock",
                null,
                Texts.get("training.ageing.measure.help"),
                model.reasonProperty(),
                model::measure);
        stop = new Action(
                "stop-ageing",
                Texts.get("training.ageing.stop"),
                "fth-square",
                null,
                Texts.get("training.ageing.stop.help"),
                model.stopReasonProperty(),
                model::cancel);
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(measure, stop);
    }
}
