package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.TechnologyIdentity;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.EpsilonArchive;
import studio.crossbar.search.front.KneePoint;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.front.VolumeCurve;
import studio.crossbar.search.model.Importance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.StoredSession;
import studio.crossbar.search.store.TestResult;
import studio.crossbar.search.store.TrialCsv;

/** A front and the trials behind it as text, JSON and CSV. */
final class FrontReport {

    /** Rows of a list for people. */
    private static final int MOST_ROWS = 200;

    private final SearchSetup setup;
    private final TechnologyIdentity technology;
    private final List<Metric> objectives;
    private final List<Trial> trials;
    private final int moved;
    private final List<StoredSession> sessions;
    private final ParetoFront front;
    private final boolean finished;
    private final Set<Long> onFront;
    private final long knee;
    private final Map<Long, TestResult> tests = new HashMap<>();

    /**
     * @param technology that trials are costed with
     * @param trials as they are costed now
     * @param moved how many of them the search knew with other costs
     * @param epsilon share of each objective's range within which one design stands for others; null for the whole front
     */
    FrontReport(
            SearchSetup setup,
            TechnologyIdentity technology,
            List<Metric> objectives,
            List<Trial> trials,
            int moved,
            List<TestResult> results,
            List<StoredSession> sessions,
            @Nullable Double epsilon) {
        this.setup = setup;
        this.technology = technology;
        this.objectives = objectives;
        this.trials = trials;
        this.moved = moved;
        this.sessions = sessions;
        ParetoFront trusted = ParetoFront.of(trials, objectives);
        finished = !trusted.trials().isEmpty();
        ParetoFront whole = finished ? trusted : ParetoFront.ofAny(trials, objectives);
        front = epsilon == null
                ? whole
                : new ParetoFront(objectives, EpsilonArchive.of(whole.trials(), range(whole), epsilon));
        onFront = front.trials().stream().map(Trial::id).collect(Collectors.toCollection(HashSet::new));
        knee = KneePoint.of(front).map(Trial::id).orElse(-1L);
        results.forEach(result -> tests.put(result.trial(), result));
    }

    /** Range of the objectives: that of the space, or of the front for objectives that the search did not have. */
    private ObjectiveBox range(ParetoFront whole) {
        return objectives.equals(setup.objectives()) ? setup.box() : ObjectiveBox.of(whole.trials(), objectives);
    }

    Verb.Report report(boolean all, boolean importance, String exported) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("algorithm", setup.algorithm())
                .put("seed", setup.seed())
                .put("dataset", setup.dataset().toString());
        technology.put(json);
        ArrayNode named = json.putArray("objectives");
        objectives.forEach(metric -> named.add(metric.label()));
        json.put("trials", trials.size()).put("finished", finished).put("costedAnew", moved);
        ArrayNode worked = json.putArray("sessions");
        for (StoredSession session : sessions) {
            ObjectNode entry =
                    worked.addObject().put("started", session.started()).put("seconds", session.seconds());
            entry.setAll(JsonRecords.tree(session.provenance()));
        }
        StringBuilder text = new StringBuilder();
        text.append(summary(json)).append('\n').append(table(all, json.putArray(all ? "designs" : "front")));
        if (importance) {
            text.append('\n').append(importance(json.putArray("importance")));
        }
        return new Verb.Report(text.append(exported).toString(), json);
    }

    private String summary(ObjectNode json) {
        TextTable table = new TextTable()
                .row("Search", setup.algorithm() + ", seed " + setup.seed() + ", " + setup.dataset())
                .row("Trials", Integer.toString(trials.size()))
                .row(
                        "Front",
                        front.trials().size() + " designs"
                                + (finished ? "" : ", none of them trained to the end: not to be trusted yet"))
                .row("Technology", technology.label());
        if (moved > 0) {
            table.row("Costs", "as the project is costed now; the search knew others of " + moved + " trials");
        }
        if (objectives.equals(setup.objectives())) {
            double volume = front.volume(setup.box());
            json.put("hypervolume", volume);
            curve(json.putArray("hypervolumeByTrial"));
            table.row("Hypervolume", Texts.decimals(volume, 4) + " of " + box(setup.box()));
        }
        if (knee >= 0) {
            json.put("knee", knee);
            table.row("Knee", "trial " + knee);
        }
        return table.text();
    }

    /** Where the volume grew, in the order in which trials finished. */
    private void curve(ArrayNode json) {
        double before = 0;
        for (VolumeCurve.Point point : VolumeCurve.of(trials, setup.box(), setup.rungs()::dataShare)) {
            if (point.volume() > before) {
                json.addObject()
                        .put("trial", point.trial())
                        .put("ended", point.ended().toString())
                        .put("epochs", point.epochs())
                        .put("hypervolume", point.volume());
                before = point.volume();
            }
        }
    }

    private static String box(ObjectiveBox box) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < box.objectives().size(); i++) {
            ranges.add(box.objectives().get(i).label() + " "
                    + Texts.significant(box.best().get(i)) + " … "
                    + Texts.significant(box.worst().get(i)));
        }
        return String.join(", ", ranges);
    }

    private String table(boolean all, ArrayNode json) {
        List<Trial> rows = all ? trials : front.trials();
        TextTable table = new TextTable().header(header());
        int shown = 0;
        for (Trial trial : rows) {
            json.add(tree(trial));
            if (shown++ < MOST_ROWS) {
                table.row(cells(trial));
            }
        }
        return table.text()
                + (rows.size() > MOST_ROWS ? "… and " + (rows.size() - MOST_ROWS) + " more; --csv writes all\n" : "");
    }

    private String[] header() {
        List<String> names = new ArrayList<>(List.of("trial"));
        objectives.forEach(metric -> names.add(
                metric == Metric.ERROR || metric == Metric.ERROR_BOUND
                        ? metric.label()
                        : metric.label() + " " + metric.unit()));
        names.addAll(List.of("chips", "epochs", "test error", "state", "origin"));
        return names.toArray(String[]::new);
    }

    private String[] cells(Trial trial) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(trial.id())));
        for (Metric metric : objectives) {
            Double value = trial.metrics().get(metric);
            cells.add(value == null ? "–" : metric.computed() ? Texts.significant(value) : Texts.percent(value));
        }
        Optional<Measurement> last = last(trial);
        cells.add(last.map(m -> Integer.toString(m.draws())).orElse("–"));
        cells.add(last.map(m -> Integer.toString(m.epochs())).orElse("–"));
        TestResult test = tests.get(trial.id());
        cells.add(test == null ? "–" : Texts.percent(test.error()));
        cells.add(trial.state().name().toLowerCase(Locale.ROOT));
        cells.add(lineage(trial));
        return cells.toArray(String[]::new);
    }

    /** Such as "crossover of 3, 7". */
    private static String lineage(Trial trial) {
        String parents = trial.parents().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return trial.origin() + (parents.isEmpty() ? "" : " of " + parents);
    }

    private static Optional<Measurement> last(Trial trial) {
        return trial.measurements().isEmpty()
                ? Optional.empty()
                : Optional.of(trial.measurements().getLast());
    }

    private ObjectNode tree(Trial trial) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("trial", trial.id())
                .put("state", trial.state().name())
                .put("front", onFront.contains(trial.id()))
                .put("origin", trial.origin())
                .put("seed", trial.seed())
                .put("rung", trial.rung())
                .put("reason", trial.reason());
        ArrayNode parents = json.putArray("parents");
        trial.parents().forEach(parents::add);
        ObjectNode metrics = json.putObject("metrics");
        trial.metrics().forEach((metric, value) -> metrics.put(metric.label(), value));
        last(trial)
                .ifPresent(m -> json.put("epochs", m.epochs())
                        .put("draws", m.draws())
                        .put("deviation", m.deviation())
                        .put("seconds", trial.seconds()));
        TestResult test = tests.get(trial.id());
        if (test != null) {
            json.putObject("test")
                    .put("error", test.error())
                    .put("deviation", test.deviation())
                    .put("draws", test.draws());
        }
        ObjectNode values = json.putObject("values");
        setup.space().values(trial.genome()).forEach(values::put);
        return json;
    }

    private String importance(ArrayNode json) {
        StringBuilder text = new StringBuilder();
        for (Metric metric : objectives) {
            try {
                Importance found = Importance.of(setup.space(), trials, metric, setup.seed());
                ObjectNode entry = json.addObject()
                        .put("metric", metric.label())
                        .put("method", found.method())
                        .put("rows", found.rows())
                        .put("samples", found.samples())
                        .put("fit", found.fit());
                ObjectNode effects = entry.putObject("effects");
                TextTable table = new TextTable().header(metric.label(), "share of variance");
                found.effects().forEach(effect -> {
                    effects.put(effect.parameter(), effect.total());
                    table.row(effect.parameter(), Texts.percent(effect.total()));
                });
                text.append(table.text())
                        .append(found.method() + "; " + found.rows() + " trials, " + found.samples() + " samples, fit "
                                + Texts.decimals(found.fit(), 2)
                                + (found.trusted() ? "" : ", too low to be trusted") + "\n\n");
            } catch (IllegalArgumentException e) {
                text.append(metric.label() + ": " + e.getMessage() + "\n\n");
            }
        }
        return text.toString();
    }

    /** Writes the front, or all trials, one a row. */
    void write(Path file, boolean all) throws IOException {
        new TrialCsv(setup, onFront, tests.values()).write(file, all ? trials : front.trials());
    }
}
