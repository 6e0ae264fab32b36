package studio.crossbar.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/** Accuracies of a claim's cases as they were measured: the project's {@value #FILE}, which a benchmark writes. */
public final class ClaimAccuracies {

    /** Name of the file. */
    public static final String FILE = "accuracies.json";

    private static final int SCHEMA = 1;

    private record Key(int bits, ClaimCase which) {}

    /**
     * Accuracy of a case over programmed chips of all seeds.
     *
     * @param mean 0 … 1
     * @param std standard deviation over the chips
     * @param draws chips a seed
     * @param seeds trainings
     */
    public record Measured(double mean, double std, int draws, int seeds) {

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%.2f ± %.2f %%, %d draws, %d seed%s",
                    100 * mean,
                    100 * std,
                    draws,
                    seeds,
                    seeds == 1 ? "" : "s");
        }
    }

    private final Map<Key, Measured> cases = new LinkedHashMap<>();

    private ClaimAccuracies() {}

    /**
     * Those of {@code project}, none if it has no such file.
     *
     * @throws JsonFormatException naming file, field and remedy
     */
    public static ClaimAccuracies of(Project project) throws JsonFormatException {
        ClaimAccuracies accuracies = new ClaimAccuracies();
        Path file = project.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return accuracies;
        }
        JsonFields json = JsonText.read(file, "schema", "conditions", "cases");
        json.requireSchema(SCHEMA);
        json.text("conditions");
        for (JsonFields entry : json.objects("cases", "bits", "case", "mean", "std", "draws", "seeds")) {
            accuracies.cases.put(
                    new Key(entry.integer("bits"), entry.choice("case", ClaimCase.class)),
                    new Measured(
                            entry.number("mean"), entry.number("std"), entry.integer("draws"), entry.integer("seeds")));
        }
        return accuracies;
    }

    /** Accuracy of a case, unless it was not measured. */
    public Optional<Measured> measured(int bits, ClaimCase which) {
        return Optional.ofNullable(cases.get(new Key(bits, which)));
    }

    /** Accuracy of a case in words, or that it was not measured. */
    public String text(int bits, ClaimCase which) {
        return measured(bits, which).map(Measured::text).orElse("not measured");
    }
}
