package studio.crossbar.search.run;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import studio.crossbar.data.Parts;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

/**
 * Begins the search of a project or goes on with it; what the command line and the window share.
 *
 * @param project whose design is what a new search does not vary
 * @param costing how its designs are costed
 * @param whole its data, of which the search sees the training part
 */
public record SearchSession(Project project, Costing costing, Parts whole) {

    /**
     * Works on the search until the budget is used, nothing is left to do or it is cancelled.
     *
     * @param store opened to write
     * @param asked what the user asks for; of a new search it has a space
     * @param budget over all sessions
     * @param workers trials at a time
     * @param listener told of progress, from any thread, often
     * @throws java.util.concurrent.CancellationException once {@code control} says so; what was done is kept
     * @throws ProjectException if something else is asked for than what the search was begun with, data or costs have
     *     changed, or its front was measured on the test data
     * @throws IllegalArgumentException if a new search has no space, or no design of it can be built
     */
    public SearchRun.Outcome run(
            SearchStore store,
            SearchStart asked,
            Budget budget,
            int workers,
            SearchControl control,
            Consumer<SearchProgress> listener)
            throws IOException {
        Optional<SearchSetup> begun = store.setup();
        SearchSetup setup;
        if (begun.isPresent()) {
            setup = begun.get();
            asked.requireSame(setup, costing, whole);
            requireUntested(store);
        } else {
            setup = asked.begin(project.design(), costing, whole);
            store.begin(setup);
        }
        store.startSession(Provenance.here(workers, setup.dataset().toString(), setup.checksum()));
        return SearchRun.run(
                store,
                setup,
                SearchStart.factory(setup.space(), setup.base(), costing),
                SearchData.of(whole, setup.seed()),
                budget,
                workers,
                control,
                listener);
    }

    private void requireUntested(SearchStore store) throws ProjectException {
        if (!store.testResults().isEmpty()) {
            throw new ProjectException(project.folder()
                    + ": its front was measured on the test data, which nothing chosen from now on could still be judged"
                    + " by; begin a new search in a copy of the project");
        }
    }
}
