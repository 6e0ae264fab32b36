package studio.crossbar.search.run;

import java.util.List;
import java.util.function.Consumer;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.store.SearchSetup;

/** Tells how far a search is. */
final class ProgressMeter {

    private final Ledger ledger;
    private final SearchSetup setup;
    private final Budget budget;
    private final double earlierSeconds;
    private final Pause pause;
    private final Consumer<SearchProgress> listener;
    private final long start = System.nanoTime();
    private double shareAtStart = Double.NaN;

    /**
     * @param earlierSeconds that other sessions have worked
     * @param pause knows for how long this one did not
     */
    ProgressMeter(
            Ledger ledger,
            SearchSetup setup,
            Budget budget,
            double earlierSeconds,
            Pause pause,
            Consumer<SearchProgress> listener) {
        this.ledger = ledger;
        this.setup = setup;
        this.budget = budget;
        this.earlierSeconds = earlierSeconds;
        this.pause = pause;
        this.listener = listener;
    }

    /** Of this session, without pauses. */
    double seconds() {
        return Math.max(0, (System.nanoTime() - start) * 1e-9 - pause.seconds());
    }

    /** Of all sessions. */
    double allSeconds() {
        return earlierSeconds + seconds();
    }

    /** What {@code trials} took, in full trainings of a trial. */
    private double work(List<Trial> trials) {
        double sum = 0;
        for (Trial trial : trials) {
            sum += trial.state() == State.FAILED ? work(trial.rung()) : 0;
            for (Measurement measurement : trial.measurements()) {
                sum += work(measurement.rung());
            }
        }
        return sum;
    }

    private double work(int rung) {
        return setup.rungs().epochShare(rung) * setup.rungs().dataShare(rung);
    }

    /** What a budget of trials takes if as many go on from each rung as should. */
    private double allWork() {
        double sum = 0;
        for (int rung = 0; rung <= setup.rungs().top(); rung++) {
            sum += budget.amount() * Math.pow(setup.rungs().reduction(), -rung) * work(rung);
        }
        return sum;
    }

    /** Something was measured or has begun; the caller guards the ledger. */
    SearchProgress update() {
        return update(false);
    }

    /** The budget is used, or nothing is left to do. */
    SearchProgress end() {
        return update(true);
    }

    private SearchProgress update(boolean ended) {
        List<Trial> trials = ledger.all();
        int done = 0;
        int infeasible = 0;
        int finished = 0;
        for (Trial trial : trials) {
            done += !trial.measurements().isEmpty() || trial.state() == State.FAILED ? 1 : 0;
            infeasible += trial.state() == State.INFEASIBLE ? 1 : 0;
            finished += trial.state() == State.FINISHED ? 1 : 0;
        }
        ParetoFront front = ParetoFront.of(trials, setup.objectives());
        double epochs = ledger.epochs(setup.rungs());
        double used = switch (budget.unit()) {
            case SECONDS -> allSeconds();
            case TRIALS -> work(trials);
            case EPOCHS -> epochs;
        };
        double share =
                ended ? 1 : Math.min(1, used / (budget.unit() == Budget.Unit.TRIALS ? allWork() : budget.amount()));
        if (Double.isNaN(shareAtStart)) {
            shareAtStart = share;
        }
        double left = share > shareAtStart ? (1 - share) / (share - shareAtStart) * seconds() : Double.NaN;
        SearchProgress progress = new SearchProgress(
                done, infeasible, finished, front.trials().size(), front.volume(setup.box()), epochs, share, left);
        listener.accept(progress);
        return progress;
    }
}
