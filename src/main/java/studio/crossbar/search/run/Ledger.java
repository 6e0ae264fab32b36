package studio.crossbar.search.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.algorithm.SuccessiveHalving;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.ProjectException;

/** The trials of a running search: in memory what the store has on the disk, changed there first. Not for several threads. */
final class Ledger {

    /** Why trials end that were paused when the budget was used; a greater budget takes them up again. */
    static final String BUDGET_ENDED = "not promoted before the budget was used";

    private final SearchStore store;
    private final TreeMap<Long, Trial> trials = new TreeMap<>();

    Ledger(SearchStore store) throws ProjectException {
        this.store = store;
        store.trials().forEach(trial -> trials.put(trial.id(), trial));
    }

    /** All trials in the order of their ids. */
    List<Trial> all() {
        return List.copyOf(trials.values());
    }

    /** Trials of those ids that are there. */
    List<Trial> of(List<Long> ids) {
        List<Trial> found = new ArrayList<>();
        for (long id : ids) {
            Trial trial = trials.get(id);
            if (trial != null) {
                found.add(trial);
            }
        }
        return found;
    }

    long nextId() {
        return trials.isEmpty() ? 1 : trials.lastKey() + 1;
    }

    void add(Trial trial, @Nullable Design design) throws ProjectException {
        store.add(trial, design);
        trials.put(trial.id(), trial);
    }

    void save(Trial trial, double seconds) throws ProjectException {
        store.save(trial, seconds);
        trials.put(trial.id(), trial);
    }

    private void save(List<Trial> changed) throws ProjectException {
        store.save(changed);
        changed.forEach(trial -> trials.put(trial.id(), trial));
    }

    /** Pauses again what was stopped only because a budget was used. */
    void reopen() throws ProjectException {
        save(trials.values().stream()
                .filter(trial ->
                        trial.state() == State.STOPPED && trial.reason().equals(BUDGET_ENDED))
                .map(trial -> trial.with(State.QUEUED, ""))
                .toList());
    }

    /** Stops what is paused, as the budget is used. */
    void close() throws ProjectException {
        save(trials.values().stream()
                .filter(SuccessiveHalving::paused)
                .map(trial -> trial.with(State.STOPPED, BUDGET_ENDED))
                .toList());
    }

    void stop(List<Trial> dominated) throws ProjectException {
        save(dominated.stream()
                .map(trial ->
                        trial.with(State.STOPPED, "dominated, even if its error fell as much as any other trial's"))
                .toList());
    }

    /** Passes over the whole training data that all measurements took. */
    double epochs(RungPlan rungs) {
        double sum = 0;
        for (Trial trial : trials.values()) {
            int before = 0;
            for (Measurement measurement : trial.measurements()) {
                sum += (measurement.epochs() - before) * rungs.dataShare(measurement.rung());
                before = measurement.epochs();
            }
        }
        return sum;
    }

    /** Trials that were not refused before training. */
    int feasible() {
        return (int) trials.values().stream()
                .filter(trial -> trial.state() != State.INFEASIBLE)
                .count();
    }
}
