package studio.crossbar.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.hardware.Cell;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/** Accuracies of a claim's cases as they were measured: the project's {@value #FILE}, which a benchmark writes. */
public final class ClaimAccuracies {

    /** Name of the file. */
    public static final String FILE = "accuracies.json";

    /** Version of the file's layout. */
    public static final int SCHEMA = 2;

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
    private final String otherwise;

    /** @param otherwise what is said of a case without accuracy */
    private ClaimAccuracies(String otherwise) {
        this.otherwise = otherwise;
    }

    /**
     * Those of {@code project}, none if it has no such file or another design than the one they were measured of. What
     * cases choose themselves does not count: {@link #alike}.
     *
     * @throws JsonFormatException naming file, field and remedy
     */
    public static ClaimAccuracies of(Project project) throws JsonFormatException {
        Path file = project.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return new ClaimAccuracies("not measured");
        }
        JsonFields json = JsonText.read(file, "schema", "conditions", "design", "cases");
        json.requireSchema(SCHEMA);
        json.text("conditions");
        if (!alike(DesignJson.read(json, "design"), project.design())) {
            return new ClaimAccuracies("of another design");
        }
        ClaimAccuracies accuracies = new ClaimAccuracies("not measured");
        for (JsonFields entry : json.objects("cases", "bits", "case", "mean", "std", "draws", "seeds")) {
            accuracies.cases.put(
                    new Key(entry.integer("bits"), entry.choice("case", ClaimCase.class)),
                    new Measured(
                            entry.number("mean"), entry.number("std"), entry.integer("draws"), entry.integer("seeds")));
        }
        return accuracies;
    }

    /** Whether the cases of a claim are the same of both: they choose levels, signs and ranges; seeds are those of the file. */
    public static boolean alike(Design one, Design other) {
        return choices(one).equals(choices(other));
    }

    private static Design choices(Design design) {
        Cell cell = design.hardware().cell();
        Cell any = new Cell(2, cell.gMinMicroSiemens(), cell.gMaxMicroSiemens());
        return design.withName("any")
                .withSeed(0)
                .withHardware(ClaimCase.CONVENTIONAL.hardware(design.hardware().withCell(any)));
    }

    /** Accuracy of a case, unless it was not measured. */
    public Optional<Measured> measured(int bits, ClaimCase which) {
        return Optional.ofNullable(cases.get(new Key(bits, which)));
    }

    /** Accuracy of a case in words, or why there is none. */
    public String text(int bits, ClaimCase which) {
        return measured(bits, which).map(Measured::text).orElse(otherwise);
    }
}
