package studio.crossbar.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How many random designs of a space can be built.
 *
 * @param asked designs that were tried
 * @param buildable of them
 * @param reason an example of the commonest reason why others cannot; null if all can
 * @param alike how often that reason was given, whatever its numbers
 */
public record SpaceProbe(int asked, int buildable, @Nullable String reason, int alike) {

    /** Reasons that differ in numbers only. */
    private static final class Kind {
        private final String example;
        private int count;

        Kind(String example) {
            this.example = example;
        }
    }

    /**
     * Tries {@code count} random designs; the same seed tries the same ones.
     *
     * @param factory of designs of {@code space}
     */
    public static SpaceProbe of(SearchSpace space, DesignFactory factory, int count, long seed) {
        Random random = new Random(seed);
        Map<String, Kind> kinds = new LinkedHashMap<>();
        int buildable = 0;
        for (int i = 0; i < count; i++) {
            switch (factory.build(space.random(random))) {
                case Candidate _ -> buildable++;
                case Refusal refusal ->
                    kinds.computeIfAbsent(
                                    refusal.reason().replaceAll("\\d+([.,]\\d+)*", "#"),
                                    _ -> new Kind(refusal.reason()))
                            .count++;
            }
        }
        Kind commonest = null;
        for (Kind kind : kinds.values()) {
            if (commonest == null || kind.count > commonest.count) {
                commonest = kind;
            }
        }
        return commonest == null
                ? new SpaceProbe(count, buildable, null, 0)
                : new SpaceProbe(count, buildable, commonest.example, commonest.count);
    }
}
