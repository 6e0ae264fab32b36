package studio.crossbar.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    private final Map<Key, String> texts = new LinkedHashMap<>();

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
            accuracies.texts.put(
                    new Key(entry.integer("bits"), entry.choice("case", ClaimCase.class)),
                    String.format(
                            Locale.ROOT,
                            "%.2f ± %.2f %%, %d draws, %d seed%s",
                            100 * entry.number("mean"),
                            100 * entry.number("std"),
                            entry.integer("draws"),
                            entry.integer("seeds"),
                            entry.integer("seeds") == 1 ? "" : "s"));
        }
        return accuracies;
    }

    /** Accuracy of a case in words, or that it was not measured. */
    public String text(int bits, ClaimCase which) {
        return texts.getOrDefault(new Key(bits, which), "not measured");
    }
}
