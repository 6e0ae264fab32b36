package studio.crossbar.search.run;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Buildable;
import studio.crossbar.search.Candidate;
import studio.crossbar.search.DesignFactory;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.Refusal;
import studio.crossbar.search.SearchAlgorithm;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.Algorithms;
import studio.crossbar.search.algorithm.SuccessiveHalving;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.study.ProjectException;

/**
 * What a search does next: go on with an interrupted trial, promote one to its next rung, or try a new design. Which of
 * them follows from the trials alone; a clock only ends a search whose budget is time. Not for several threads.
 */
final class Agenda {

    /** Designs refused in a row after which a space is taken to hold no others. */
    private static final int MOST_REFUSALS = 1000;

    private final SearchSetup setup;
    private final DesignFactory factory;
    private final SearchAlgorithm algorithm;
    private final SuccessiveHalving halving;
    private final Budget budget;
    private final Ledger ledger;
    private final ProgressMeter meter;
    private final Pause pause;
    private int refusals;
    private String lastRefusal = "";
    private String end = "the budget is used";

    /**
     * @param factory builds what is proposed
     * @param ledger takes new trials and those that are stopped
     * @param pause asked between designs that are refused
     */
    Agenda(SearchSetup setup, DesignFactory factory, Budget budget, Ledger ledger, ProgressMeter meter, Pause pause) {
        this.setup = setup;
        this.factory = factory;
        this.budget = budget;
        this.ledger = ledger;
        this.meter = meter;
        this.pause = pause;
        algorithm = Algorithms.named(setup.algorithm(), setup.objectives(), factory);
        halving = setup.halving();
    }

    /** Whether nothing may be begun; a number of trials limits new designs alone. */
    boolean exhausted() {
        return switch (budget.unit()) {
            case SECONDS -> meter.allSeconds() >= budget.amount();
            case EPOCHS -> ledger.epochs(setup.rungs()) >= budget.amount();
            case TRIALS -> false;
        };
    }

    /** The trial to work on, at the rung where it goes on; null if nothing is to be done before another trial ends. */
    @Nullable
    Trial next() throws ProjectException {
        List<Trial> all = ledger.all();
        for (Trial trial : all) {
            if (trial.state() == State.QUEUED && !SuccessiveHalving.paused(trial)) {
                return trial;
            }
        }
        ledger.stop(halving.dominated(all));
        Optional<Trial> promoted = halving.promotion(ledger.all());
        if (promoted.isPresent()) {
            return promoted.get().withRung(promoted.get().rung() + 1);
        }
        return budget.unit() == Budget.Unit.TRIALS && ledger.feasible() >= budget.amount() ? null : propose();
    }

    /** A new design that can be built; null if there is none. */
    private @Nullable Trial propose() throws ProjectException {
        while (refusals < MOST_REFUSALS && !pause.cancelled()) {
            long id = ledger.nextId();
            Optional<Proposal> proposal = algorithm.propose(setup.space(), ledger.all(), setup.seed(), id - 1);
            if (proposal.isEmpty()) {
                end = "every design of the space was tried";
                return null;
            }
            long seed = new SplittableRandom(setup.seed() ^ (id << Integer.SIZE)).nextLong(1L << Integer.SIZE);
            Buildable built = factory.build(proposal.get().genome());
            switch (built) {
                case Candidate candidate -> {
                    refusals = 0;
                    Trial trial = Trial.queued(id, proposal.get(), seed, candidate.metrics());
                    ledger.add(trial, candidate.design().withSeed(seed));
                    return trial;
                }
                case Refusal refusal -> {
                    refusals++;
                    lastRefusal = refusal.reason();
                    ledger.add(Trial.infeasible(id, proposal.get(), seed, refusal.metrics(), refusal.reason()), null);
                }
            }
        }
        if (refusals >= MOST_REFUSALS) {
            end = MOST_REFUSALS + " designs in a row were refused, the last one because of " + lastRefusal;
        }
        return null;
    }

    /** Why nothing is left to do, once nothing is. */
    String end() {
        return end;
    }
}
