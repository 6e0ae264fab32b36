package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Designs.HARDWARE;
import static studio.crossbar.cost.Designs.dense;
import static studio.crossbar.cost.Designs.harCnn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;

/** The link between chips: area once, power over the time of an inference. */
class LinkTest {

    private static final Path ASSET = Path.of("assets/technology/rram-32nm.json");
    private static final CostOptions MACROS = CostOptions.STANDARD.withFloorplan(Floorplan.MACROS);
    private static final double MICROWATTS = 10.4e6;

    private static Cost cost(Network network, Technology technology, CostOptions options) {
        return CostModel.cost(MappingPlan.of(network, HARDWARE), HARDWARE, technology, options);
    }

    private static List<CostItem> links(Cost cost) {
        return cost.items().stream()
                .filter(item -> item.source().startsWith("link off the chip"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void isaacsLinkTakesItsPowerForTheTimeBetweenResults(Schedule schedule) throws IOException {
        Technology isaac = Technology.bundled("isaac-32nm");
        Cost cost = cost(harCnn(), isaac, MACROS.withSchedule(schedule));

        assertThat(links(cost)).singleElement().satisfies(item -> {
            assertThat(item.component()).isEqualTo(Component.INTERCONNECT);
            assertThat(item.layer()).isEqualTo(CostItem.SHARED);
            assertThat(item.areaSquareMillimetres()).isCloseTo(22.88, within(1e-12));
            assertThat(item.operations()).isCloseTo(cost.intervalMicroseconds(), within(1e-12));
            assertThat(item.unitEnergyPicojoules()).isEqualTo(MICROWATTS);
            assertThat(item.source())
                    .startsWith("link off the chip, a use is a µs between results: area: ISAAC")
                    .contains("10.4 W a chip");
        });
    }

    /** 10.4 W is 10.4 mJ a second, however short the inference. */
    @Test
    void aShorterInferencePaysLess() throws IOException {
        Technology isaac = Technology.bundled("isaac-32nm");
        Cost shorter = cost(dense(16, 8), isaac, MACROS);
        Cost longer = cost(harCnn(), isaac, MACROS);

        assertThat(longer.intervalMicroseconds()).isGreaterThan(10 * shorter.intervalMicroseconds());
        for (Cost cost : List.of(shorter, longer)) {
            assertThat(links(cost).getFirst().energyNanojoules())
                    .isCloseTo(10.4e3 * cost.intervalMicroseconds(), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rram-32nm, an IoT chip stands alone",
        "analognets-14nm, an IoT chip stands alone",
        "neurosim-22nm, NeuroSim models no chip-to-chip link",
        "mnsim-130nm, MNSIM models no chip-to-chip link"
    })
    void otherTechnologiesHaveNoLinkAndSayWhy(String name, String reason) throws IOException {
        LinkParts link = Technology.bundled(name).macro().link();

        assertThat(link.area().value()).isZero();
        assertThat(link.power().value()).isZero();
        assertThat(link.source()).startsWith(reason);
        // ISAAC's may be put in without widening the range.
        assertThat(link.area().high()).isEqualTo(22.88e6);
        assertThat(link.power().high()).isEqualTo(MICROWATTS);
    }

    @Test
    void macrosOfTheDefaultTechnologyAreNotDominatedByALink() {
        Cost cost = cost(harCnn(), Technology.standard(), MACROS);

        assertThat(links(cost)).isEmpty();
        assertThat(cost.energyByComponent().get(Component.INTERCONNECT)).isLessThan(0.5 * cost.energyNanojoules());
    }

    @Test
    void aLinkThatAUserPutsInIsCharged() throws IOException {
        TechnologyDocument document = TechnologyDocument.bundled("rram-32nm");
        assertThat(document.constants())
                .extracting(TechnologyDocument.Constant::name)
                .contains("macro › link › area", "macro › link › power");

        Technology own = document.withValue("macro.link.power", 1000).technology();
        Cost cost = cost(harCnn(), own, MACROS);
        assertThat(links(cost).getFirst().energyNanojoules()).isCloseTo(cost.intervalMicroseconds(), within(1e-9));
        assertThat(links(cost(harCnn(), own, CostOptions.STANDARD))).isEmpty();
    }

    @Test
    void noNodeScalesIt() throws IOException {
        for (String name : Technology.names()) {
            LinkParts link = Technology.bundled(name).macro().link();
            assertThat(link.area().nodeNanometres()).as(name).isZero();
            assertThat(link.power().nodeNanometres()).as(name).isZero();
            assertThat(Technology.bundled(name).scaledTo(14).macro().link()).isEqualTo(link);
        }
    }

    /** A copy with an energy an inference, and other links that are none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "power": | "energy": | macro.link.energy: is no field of a link, which is charged by its power over the time of an inference; give "power" in "uW" instead, 0 for a chip that stands alone
            "power": | "watts":  | macro.link.watts: unknown field; known here are area, power; remove or rename it
            "unit": "uW" | "unit": "W" | macro.link.power.unit: "W" where "uW" is expected
            "low": 0, "high": 10400000 | "low": -1, "high": 10400000 | macro.link.power.low: -1.0 is outside 0.0 … 1.0E9 uW; correct the number or its unit
            """)
    void otherLinksAreRefusedByName(String found, String replacement, String message) {
        assertRefused(text -> text.replace(found.strip(), replacement.strip()), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"area", "power"})
    void aMissingFigureIsRefusedByName(String field) {
        String figure = "\"" + field + "\": \\{[^}]*\\}";
        assertRefused(
                text -> text.replaceFirst(figure, "\"" + field + "\": null"),
                "macro.link." + field + ": is null; give it a value");
        assertRefused(
                text -> text.replaceFirst(field.equals("area") ? figure + ",\\s*" : ",\\s*" + figure, ""),
                "macro.link." + field + ": is missing; add it");
    }

    private static void assertRefused(UnaryOperator<String> edit, String message) {
        assertThatThrownBy(() -> {
                    String valid = Files.readString(ASSET);
                    int link = valid.indexOf("\"link\"");
                    String edited = valid.substring(0, link) + edit.apply(valid.substring(link));
                    assertThat(edited).isNotEqualTo(valid);
                    Technology.parse("own.json", edited);
                })
                .isInstanceOf(TechnologyException.class)
                .hasMessage("own.json: " + message);
    }
}
