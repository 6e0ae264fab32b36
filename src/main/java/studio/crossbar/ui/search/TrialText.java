package studio.crossbar.ui.search;

import studio.crossbar.search.Measurement;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.TestResult;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** A trial in words. */
final class TrialText {

    private TrialText() {}

    /** Figures of a trial, one a line. */
    static String of(SearchPicture search, Trial trial) {
        StringBuilder text = new StringBuilder(title(search, trial));
        for (TrialFigure figure : TrialFigure.values()) {
            double value = figure.of(trial);
            if (figure != TrialFigure.ERROR && !Double.isNaN(value)) {
                text.append('\n').append(Texts.format("search.trial.figure", figure.label(), figure.text(value)));
            }
        }
        if (!trial.measurements().isEmpty()) {
            Measurement last = trial.measurements().getLast();
            text.append('\n')
                    .append(Texts.format(
                            "search.trial.chips", last.draws(), 100 * last.deviation(), Numbers.count(last.epochs())));
        }
        TestResult test = search.tests().get(trial.id());
        if (test != null) {
            text.append('\n').append(Texts.format("search.trial.test", Numbers.percent(1 - test.error())));
        }
        if (!trial.reason().isEmpty()) {
            text.append('\n').append(trial.reason());
        }
        return text.toString();
    }

    private static String title(SearchPicture search, Trial trial) {
        String state = state(trial.state());
        if (trial.id() == search.knee()) {
            return Texts.format("search.trial.titleKnee", trial.id(), state);
        }
        return search.onFront().contains(trial.id())
                ? Texts.format("search.trial.titleFront", trial.id(), state)
                : Texts.format("search.trial.title", trial.id(), state);
    }

    /** Such as "stopped early". */
    static String state(State state) {
        return switch (state) {
            case QUEUED -> Texts.get("search.trial.state.queued");
            case RUNNING -> Texts.get("search.trial.state.running");
            case FINISHED -> Texts.get("search.trial.state.finished");
            case STOPPED -> Texts.get("search.trial.state.stopped");
            case INFEASIBLE -> Texts.get("search.trial.state.infeasible");
            case FAILED -> Texts.get("search.trial.state.failed");
        };
    }
}
