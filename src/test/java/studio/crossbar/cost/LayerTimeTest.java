package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Project;

class LayerTimeTest {

    private static final CostOptions REPLICATED = CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL_REPLICATED);

    private static List<Integer> copies(List<LayerTime> times) {
        return times.stream().map(LayerTime::replicas).toList();
    }

    private static Cost harUnipolar(Technology technology) throws IOException {
        Design design = Project.open(Path.of("sample-projects", "har-unipolar")).design();
        return CostModel.cost(
                MappingPlan.of(design.network(), design.hardware()), design.hardware(), technology, REPLICATED);
    }

    /** 40 copies have two vectors in turn at most, as 32 have. */
    @Test
    void noCopyIsBuiltThatSavesNoTurn() {
        List<LayerTime> times = List.of(new LayerTime(64, 10, 1), new LayerTime(1, 10, 1));

        assertThat(copies(LayerTime.balanced(times, 40))).containsExactly(32, 1);
        assertThat(copies(LayerTime.balanced(times, 64))).containsExactly(64, 1);
    }

    /** The first layer takes 4 · 31.25 = 125 ns with all copies; the others need fewer to keep up with that. */
    @Test
    void layersFollowTheOneThatTheLimitOfCopiesHoldsUp() {
        List<LayerTime> times = List.of(
                new LayerTime(64, 31.25, 1),
                new LayerTime(32, 32.25, 1),
                new LayerTime(16, 32.25, 1),
                new LayerTime(1, 29.6875, 1));

        List<LayerTime> balanced = LayerTime.balanced(times, 16);
        assertThat(copies(balanced)).containsExactly(16, 11, 6, 1);
        assertThat(balanced).allMatch(time -> time.intervalMicroseconds() <= 0.125);
    }

    /** Copies share the bus: 64 vectors of 3 ns there need 192 ns, which six of 31.25 ns in turn keep. */
    @Test
    void copiesDoNotSpeedUpTheBus() {
        List<LayerTime> times = List.of(new LayerTime(64, 31.25, 0, 3, false, 1), new LayerTime(1, 30, 1));

        List<LayerTime> balanced = LayerTime.balanced(times, 64);
        assertThat(copies(balanced)).containsExactly(11, 1);
        assertThat(balanced.getFirst().intervalMicroseconds()).isCloseTo(0.192, within(1e-12));
    }

    /** Copies with buses of their own feed themselves: a vector of 40 ns on the bus takes that, and 10 in turn 400 ns. */
    @Test
    void copiesWithBusesOfTheirOwnSpeedThemUp() {
        List<LayerTime> times = List.of(new LayerTime(64, 31.25, 0, 40, true, 1), new LayerTime(10, 40, 1));

        LayerTime first = LayerTime.balanced(times, 64).getFirst();
        assertThat(first.replicas()).isEqualTo(7);
        assertThat(first.computeMicroseconds()).isCloseTo(10 * 0.03125, within(1e-12));
        assertThat(first.busMicroseconds()).isCloseTo(10 * 0.04, within(1e-12));
        assertThat(first.intervalMicroseconds()).isEqualTo(first.busMicroseconds());
    }

    /** The longer of the two times, and what an overlapped pipeline takes to fill, are the latency. */
    @Test
    void computeBusAndFillingGiveTheLatency() {
        LayerTime limited = new LayerTime(8, 20, 5, 25, false, 2);
        assertThat(limited.computeMicroseconds()).isCloseTo(0.08, within(1e-12));
        assertThat(limited.busMicroseconds()).isCloseTo(0.2, within(1e-12));
        assertThat(limited.fillMicroseconds()).isCloseTo(0.005, within(1e-12));
        assertThat(limited.latencyMicroseconds()).isCloseTo(0.205, within(1e-12));
        // 1024 rows of 8 bits at 256 bits a ns.
        LayerTime wide = dense(1024).layers().getFirst();
        assertThat(wide.busMicroseconds()).isCloseTo(0.032, within(1e-12));
        assertThat(wide.computeMicroseconds()).isCloseTo(0.03125, within(1e-12));
    }

    /** The second layer's 320 rows of 8 bits at 256 bits a ns are 10 ns, 32 of them 320 ns: 16 copies take 64.5 ns. */
    @Test
    void aReplicatedScheduleClaimsNoIntervalThatItsBusCannotFeed() throws IOException {
        Cost cost = harUnipolar(Technology.standard());

        assertThat(cost.layers().getFirst().busNanoseconds()).isCloseTo(90 * 8 / 256.0, within(1e-12));
        assertThat(cost.intervalMicroseconds()).isCloseTo(0.320, within(1e-12));
        // 10 vectors of 31.25 ns, or 9 of 32.25 ns, in turn keep within 320 ns.
        assertThat(copies(cost.layers())).containsExactly(7, 4, 2, 1);
    }

    /** A layer alone: 128 rows in 8 tiles and 1024 · 8 bits at 256 bits a ns, 32 ns; a read and digital work 31.25 ns. */
    @Test
    void aLayerTakesAtLeastTheTimeOfItsBus() {
        assertThat(dense(1024).latencyMicroseconds()).isCloseTo(0.032, within(1e-12));
        // 896 rows: 28 ns on the bus; 20 + 6.25 ns and five cycles.
        assertThat(dense(896).latencyMicroseconds()).isCloseTo(0.03125, within(1e-12));
    }

    private static Cost dense(int inputs) {
        return CostModel.cost(
                MappingPlan.of(Designs.dense(inputs, 8), Designs.HARDWARE),
                Designs.HARDWARE,
                Technology.standard(),
                CostOptions.STANDARD);
    }

    @Test
    void aTechnologyWithoutABusSetsNoLimit(@TempDir Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode technology = (ObjectNode)
                json.readTree(Path.of("assets", "technology", "rram-32nm.json").toFile());
        for (JsonNode constant : technology.path("memory").path("wire")) {
            ((ObjectNode) constant).put("value", 0.0).put("low", 0.0);
        }
        Path file = folder.resolve("no-bus.json");
        json.writeValue(file.toFile(), technology);
        Technology without = Technology.load(file);

        Cost cost = harUnipolar(without);
        assertThat(cost.intervalMicroseconds()).isCloseTo(0.125, within(1e-12));
        assertThat(copies(cost.layers())).containsExactly(16, 11, 6, 1);
    }
}
