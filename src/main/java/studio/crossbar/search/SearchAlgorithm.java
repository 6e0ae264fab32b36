package studio.crossbar.search;

import java.util.List;
import java.util.Optional;

/**
 * Decides what to try next. A pure function of its arguments, so that a search that was interrupted goes on as if it never
 * had been.
 */
public interface SearchAlgorithm {

    /** Name on the command line. */
    String name();

    /**
     * The next design to try: one that no trial of the history has.
     *
     * @param space what may vary
     * @param history all trials so far in the order of their ids; those not yet measured count as tried
     * @param seed of the search
     * @param ordinal number of the proposal in its search, from 0
     * @return empty if every design of the space was tried
     */
    Optional<Proposal> propose(SearchSpace space, List<Trial> history, long seed, long ordinal);
}
