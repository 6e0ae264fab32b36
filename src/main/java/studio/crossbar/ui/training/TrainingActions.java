package studio.crossbar.ui.training;

import java.util.List;
import java.util.stream.Stream;
import studio.crossbar.ui.common.Action;

/** Actions of the screen's parts; those of the training itself belong to the window. */
public record TrainingActions(AgeingActions ageing, RunActions runs) {

    /** All of them. */
    public List<Action> all() {
        return Stream.concat(ageing.all().stream(), runs.all().stream()).toList();
    }
}
