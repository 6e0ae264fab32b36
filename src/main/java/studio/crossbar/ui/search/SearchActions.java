package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Texts;

/** What can be done with the search, its space and its trials. */
public final class SearchActions {

    final Action start;
    final Action pause;
    final Action stop;
    final SpaceActions space;
    final TrialActions trials;

    /**
     * Actions of {@code search}.
     *
     * @param files asks where to export to
     * @param owner of the editor's window
     */
    public SearchActions(SearchViewModel search, FileRequest files, Supplier<Window> owner) {
        RunViewModel model = search.run();
        ObservableValue<String> running = Bindings.createStringBinding(
                () -> model.runningProperty().get() ? "" : Texts.get("search.run.idle"), model.runningProperty());
        start = new Action(
                "start-search",
                Texts.get("search.run.start.name"),
                "fth-play",
                null,
                Texts.get("search.run.start.help"),
                model.startReasonBinding(),
                model::start);
        pause = new Action(
                "pause-or-resume-search",
                Texts.get("search.run.pause.name"),
                "fth-pause",
                null,
                Texts.get("search.run.pause.help"),
                running,
                model::pauseOrResume);
        stop = new Action(
                "stop-search",
                Texts.get("search.run.stop.name"),
                "fth-square",
                null,
                Texts.get("search.run.stop.help"),
                running,
                model::stop);
        space = new SpaceActions(search, owner);
        trials = new TrialActions(search, files);
    }

    /** All of them. */
    public List<Action> all() {
        List<Action> all = new ArrayList<>(List.of(start, pause, stop));
        all.addAll(space.all());
        all.addAll(trials.all());
        return all;
    }
}
