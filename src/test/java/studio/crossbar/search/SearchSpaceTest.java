package studio.crossbar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    private static final SearchSpace SPACE = new SearchSpace(
            List.of(
                    new Parameter("depth", List.of("1", "2", "3")),
                    new Parameter("width1", List.of("8", "16")),
                    new Parameter("width2", List.of("8", "16", "32")),
                    new Parameter("width3", List.of("8", "16", "32", "64")),
                    new Parameter("polarity", List.of("differential", "alternating")),
                    new Parameter(
                            "polarityGranularity",
                            List.of("layer", "rowBlock"),
                            new Condition("polarity", List.of("alternating")))),
            List.of());

    @Test
    void countsDesignsNotCombinations() {
        // Widths: 2 at depth 1, 2 · 3 at depth 2, 2 · 3 · 4 at depth 3; polarities: 1 + 2.
        assertThat(SPACE.size()).isEqualTo(BigInteger.valueOf((2 + 6 + 24) * 3));
        Set<Genome> all = new HashSet<>();
        SPACE.forEach(all::add);
        assertThat(all)
                .hasSize(96)
                .allMatch(genome -> SPACE.genome(genome.indices()).equals(genome));
    }

    @Test
    void genomesThatDifferInInactiveParametersAreOne() {
        Genome genome = SPACE.genome(List.of(0, 1, 2, 3, 0, 1));
        assertThat(genome).isEqualTo(new Genome(List.of(0, 1, 0, 0, 0, 0)));
        assertThat(SPACE.values(genome))
                .containsExactlyInAnyOrderEntriesOf(Map.of("depth", "1", "width1", "16", "polarity", "differential"));
    }

    @Test
    void valuesAndTextGiveTheGenomeBack() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Genome genome = SPACE.random(random);
            assertThat(SPACE.genome(SPACE.values(genome))).isEqualTo(genome);
            assertThat(Genome.parse(genome.toString())).isEqualTo(genome);
        }
    }

    @Test
    void everyValueOfAnActiveParameterIsEquallyLikely() {
        Random random = new Random(2);
        int[] counts = new int[3];
        for (int i = 0; i < 3000; i++) {
            counts[SPACE.random(random).index(0)]++;
        }
        // Five standard deviations of a binomial count, √(3000 · ⅓ · ⅔) = 26.
        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 1000) < 130);
    }

    @Test
    void refusesByNameAndRange() {
        assertThatThrownBy(() -> new Parameter("cellBits", List.of("2", "9")))
                .hasMessage("cellBits: 9 is outside 1 … 8");
        assertThatThrownBy(() -> new Parameter("polarity", List.of("both")))
                .hasMessage("polarity: both is none of differential, offset, positive, negative, alternating");
        assertThatThrownBy(() -> new Parameter("cellBit", List.of("2")))
                .hasMessageContaining("cellBit is none of depth")
                .hasMessageContaining("cellBits");
        assertThatThrownBy(() -> new Parameter("cellBits", List.of("2", "2"))).hasMessageContaining("value 2 twice");
        assertThatThrownBy(() -> new SearchSpace(
                        List.of(
                                new Parameter("width1", List.of("8"), new Condition("depth", List.of("1"))),
                                new Parameter("depth", List.of("1"))),
                        List.of()))
                .hasMessage("width1.when: depth is no parameter before this one; put it further up");
        assertThatThrownBy(() -> new SearchSpace(
                        List.of(new Parameter("depth", List.of("2")), new Parameter("width3", List.of("8"))),
                        List.of()))
                .hasMessageContaining("width3: no value of depth reaches stage 3");
        assertThatThrownBy(() -> new SearchSpace(
                        List.of(new Parameter("width2", List.of("8")), new Parameter("depth", List.of("1", "2"))),
                        List.of()))
                .hasMessageContaining("depth: stands behind width2; put it before");
        assertThatThrownBy(() -> SPACE.genome(Map.of("depth", "1", "width1", "8")))
                .hasMessage("polarity: is missing; give a value");
        assertThatThrownBy(() -> SPACE.genome(Map.of("deep", "1"))).hasMessageContaining("deep: is no parameter");
        assertThatThrownBy(() ->
                        SPACE.genome(Map.of("depth", "1", "width1", "8", "width2", "8", "polarity", "differential")))
                .hasMessage("width2: is inactive here; leave it out");
        assertThatThrownBy(() -> new Constraint(Metric.ERROR, 0.1)).hasMessageContaining("only known after training");
    }
}
