package studio.crossbar.ui.search;

import java.util.Locale;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.TestResult;
import studio.crossbar.ui.common.Numbers;

/** A trial in words. */
final class TrialText {

    private TrialText() {}

    /** Figures of a trial, one a line. */
    static String of(SearchPicture search, Trial trial) {
        StringBuilder text = new StringBuilder("Trial " + trial.id() + ", " + state(trial.state()));
        if (trial.id() == search.knee()) {
            text.append(", knee of the front");
        } else if (search.onFront().contains(trial.id())) {
            text.append(", on the front");
        }
        for (TrialFigure figure : TrialFigure.values()) {
            double value = figure.of(trial);
            if (figure != TrialFigure.ERROR && !Double.isNaN(value)) {
                text.append('\n').append(figure.label()).append(' ').append(figure.text(value));
            }
        }
        if (!trial.measurements().isEmpty()) {
            Measurement last = trial.measurements().getLast();
            text.append(String.format(
                    Locale.ROOT,
                    "%n%d chips, ± %.2f points from chip to chip, %s epochs",
                    last.draws(),
                    100 * last.deviation(),
                    Numbers.count(last.epochs())));
        }
        TestResult test = search.tests().get(trial.id());
        if (test != null) {
            text.append("\nTest accuracy ").append(Numbers.percent(1 - test.error()));
        }
        if (!trial.reason().isEmpty()) {
            text.append('\n').append(trial.reason());
        }
        return text.toString();
    }

    /** Such as "stopped early". */
    static String state(State state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case RUNNING -> "running";
            case FINISHED -> "finished";
            case STOPPED -> "stopped early";
            case INFEASIBLE -> "refused";
            case FAILED -> "failed";
        };
    }
}
