package studio.crossbar.search.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.Trial;

/** Trials as a CSV file, one a row, with all metrics and every parameter of the space. */
public final class TrialCsv {

    private final SearchSetup setup;
    private final Set<Long> front;
    private final Map<Long, TestResult> tests = new HashMap<>();

    /**
     * @param front ids of the trials that are on it
     * @param results on the test data, the oldest first
     */
    public TrialCsv(SearchSetup setup, Set<Long> front, Collection<TestResult> results) {
        this.setup = setup;
        this.front = front;
        results.forEach(result -> tests.put(result.trial(), result));
    }

    /** Writes {@code trials} into {@code file}, replacing what is there. */
    public void write(Path file, List<Trial> trials) throws IOException {
        List<Parameter> parameters = setup.space().parameters();
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            List<String> header = new ArrayList<>(List.of(
                    "trial", "front", "state", "origin", "parents", "seed", "rung", "epochs", "draws", "deviation"));
            for (Metric metric : Metric.values()) {
                header.add(metric.label());
            }
            header.addAll(List.of("testError", "testDraws"));
            parameters.forEach(parameter -> header.add(parameter.name()));
            header.add("reason");
            writer.writeRecord(header);
            for (Trial trial : trials) {
                writer.writeRecord(row(trial, parameters));
            }
        }
    }

    private List<String> row(Trial trial, List<Parameter> parameters) {
        List<String> row = new ArrayList<>(List.of(
                Long.toString(trial.id()),
                Boolean.toString(front.contains(trial.id())),
                trial.state().name(),
                trial.origin(),
                trial.parents().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                Long.toString(trial.seed()),
                Integer.toString(trial.rung())));
        Optional<Measurement> last = trial.measurements().isEmpty()
                ? Optional.empty()
                : Optional.of(trial.measurements().getLast());
        row.add(last.map(m -> Integer.toString(m.epochs())).orElse(""));
        row.add(last.map(m -> Integer.toString(m.draws())).orElse(""));
        row.add(last.map(m -> Double.toString(m.deviation())).orElse(""));
        for (Metric metric : Metric.values()) {
            Double value = trial.metrics().get(metric);
            row.add(value == null ? "" : value.toString());
        }
        TestResult test = tests.get(trial.id());
        row.add(test == null ? "" : Double.toString(test.error()));
        row.add(test == null ? "" : Integer.toString(test.draws()));
        Map<String, String> values = setup.space().values(trial.genome());
        parameters.forEach(parameter -> row.add(values.getOrDefault(parameter.name(), "")));
        row.add(trial.reason());
        return row;
    }
}
