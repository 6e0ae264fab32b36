package studio.crossbar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import studio.crossbar.json.JsonFormatException;

class SearchSpaceJsonTest {

    static final List<String> BUNDLED = SearchSpaceJson.BUNDLED;

    private static SearchSpace parse(String parameters, String constraints) throws JsonFormatException {
        return SearchSpaceJson.parse(
                "space.json",
                "{\"schema\": 1, \"parameters\": [" + parameters + "], \"constraints\": [" + constraints + "]}");
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void spacesOfTheApplicationComeBackAsTheyWere(String name) throws JsonFormatException {
        SearchSpace space = SearchSpaceJson.bundled(name);
        assertThat(SearchSpaceJson.parse(name, SearchSpaceJson.write(space))).isEqualTo(space);
    }

    @Test
    void numbersTextsAndFlagsAreValues() throws JsonFormatException {
        SearchSpace space = parse("""
                {"name": "companding", "values": [false, true]},
                {"name": "floatLearningRate", "values": [1e-3, 0.0020, 1]},
                {"name": "rectifier", "values": ["relu"], "when": {"parameter": "companding", "values": [true]}}
                """, "{\"metric\": \"area\", \"limit\": 0.2}");
        assertThat(space.parameters().get(1).values()).containsExactly("0.001", "0.002", "1");
        assertThat(space.parameters().get(2).condition()).isEqualTo(new Condition("companding", List.of("true")));
        assertThat(space.constraints()).containsExactly(new Constraint(Metric.AREA, 0.2));
        assertThat(SearchSpaceJson.parse("space.json", SearchSpaceJson.write(space)))
                .isEqualTo(space);
    }

    @Test
    void refusesWithFilePlaceValueAndRange() {
        assertThatThrownBy(() -> parse("{\"name\": \"dacBits\", \"values\": [8, 14]}", ""))
                .hasMessageContaining("space.json")
                .hasMessageContaining("parameters[0]")
                .hasMessageContaining("dacBits: 14 is outside 1 … 12");
        assertThatThrownBy(() -> parse("{\"name\": \"dacBits\", \"value\": [8]}", ""))
                .hasMessageContaining("value")
                .hasMessageContaining("is unknown");
        assertThatThrownBy(() -> parse("{\"name\": \"dacBits\", \"values\": [[8]]}", ""))
                .hasMessageContaining("parameters[0].values[0]");
        assertThatThrownBy(
                        () -> parse("{\"name\": \"dacBits\", \"values\": [8]}", "{\"metric\": \"size\", \"limit\": 1}"))
                .hasMessageContaining("constraints[0].metric")
                .hasMessageContaining("size is none of error, errorBound, area");
        assertThatThrownBy(
                        () -> parse("{\"name\": \"dacBits\", \"values\": [8]}", "{\"metric\": \"area\", \"limit\": 0}"))
                .hasMessageContaining("constraints[0].limit");
        assertThatThrownBy(() -> SearchSpaceJson.bundled("mnist")).hasMessageContaining("har, har-reduced, cifar");
    }
}
