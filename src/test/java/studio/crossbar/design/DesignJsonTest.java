package studio.crossbar.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.crossbar.data.Companding;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

class DesignJsonTest {

    private static final Path SAMPLE = Path.of("sample-projects/har-unipolar/design.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Fields that files from before them lack. */
    private static final Set<String> OPTIONAL = Set.of(
            "/companding",
            "/recipe/bitRampEpochs",
            "/recipe/optimiser",
            "/recipe/momentum",
            "/recipe/schedule",
            "/recipe/weightClipping",
            "/recipe/polarityStart",
            "/recipe/device",
            "/recipe/deviceSeconds");

    private static String sample() throws IOException {
        return Files.readString(SAMPLE);
    }

    @Test
    void everyValueSurvivesTheRoundTrip() throws IOException {
        Design design = DesignJson.read(SAMPLE);
        Design other = new Design(
                "other",
                new Network(
                        new Shape(6, 40), List.of(new Layer.Conv1d(3, 4, 2, 1), new Layer.Relu(), new Layer.Dense(5))),
                design.hardware().withCell(new Cell(5, 0.125, 33.3)).withPolarity(Polarity.NEGATIVE),
                design.recipe().withEpochs(3, 0),
                Long.MIN_VALUE);

        assertThat(DesignJson.parse("sample", DesignJson.write(design))).isEqualTo(design);
        assertThat(DesignJson.parse("other", DesignJson.write(other))).isEqualTo(other);
    }

    @Test
    void slicesInputCyclesAndMapsSurviveTheRoundTrip() throws IOException {
        Design design = DesignJson.read(SAMPLE);
        Hardware hardware = design.hardware().withSlices(3).withConverters(new Converters(8, 6, 1));
        PolarityMap map = PolarityMap.filled(
                        design.network(), hardware, PolarityMap.Granularity.TILE, 2, Encoding.POSITIVE)
                .with(0, 1, 0, Encoding.NEGATIVE)
                .with(2, 0, 0, Encoding.OFFSET);
        Design mapped = design.withHardware(hardware.withPolarity(map));
        String json = DesignJson.write(mapped);

        assertThat(DesignJson.parse("mapped", json)).isEqualTo(mapped);
        assertThat(json)
                .contains("\"slices\": 3", "\"inputCycleBits\":1", "\"granularity\": \"tile\"")
                .contains("\"blocks\": [\"P\",\"N\"]");
        Design offset = design.withHardware(design.hardware().withPolarity(Polarity.OFFSET));
        assertThat(DesignJson.parse("offset", DesignJson.write(offset))).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'granularity':'layer','layers':[{'blocks':['P']}]} | hardware.polarity.layers: 1 entries, but the network has 4 layers",
                "{'granularity':'rowBlock','layers':[{'blocks':['P']},{'blocks':['P']},{'blocks':['D']},{'blocks':['D']}]} | hardware.polarity.layers: layer 2, ",
                "{'granularity':'rowBlock','layers':[{'blocks':['P']},{'blocks':['P']},{'blocks':['D']},{'blocks':['D']}]} | , row block 2, column block 1 has no encoding; with tiles of 128 × 128 it needs 3 × 1 (row",
                "{'granularity':'layer','layers':[{'blocks':['P']},{'blocks':['P','N']},{'blocks':['D']},{'blocks':['D']}]} | row block 2, column block 1 is given but does not exist",
                "{'granularity':'layer','layers':[{'blocks':['P']},{'blocks':['x']},{'blocks':['D']},{'blocks':['D']}]} | hardware.polarity.layers[1].blocks: 'x' at row block 1, column block 1 is none of D (DIFFERENTIAL)",
                "{'granularity':'tile','layers':[{'blocks':['PP','N']}]} | hardware.polarity.layers[0].blocks: row block 2 has 1 entries, but row block 1 has 2",
                "{'granularity':'tile','layers':[{'blocks':[]}]} | hardware.polarity.layers[0].blocks: is empty",
                "{'granularity':'tile','layers':[{'blocks':[3]}]} | hardware.polarity.layers[0].blocks[0]: expected text, found 3",
                "{'granularity':'tile','channelGroups':0,'layers':[{'blocks':['P']}]} | hardware.polarity.channelGroups: 0 is outside 1 … 64",
                "{'granularity':'column','layers':[]} | hardware.polarity.granularity: \"column\" is none of layer, rowBlock, columnBlock, tile",
            })
    void aMapThatDoesNotFitIsRefusedByLayerAndSubMatrix(String map, String expected) throws IOException {
        String text = sample().replace("\"rowBlock\"", map.replace('\'', '"'));
        assertThatThrownBy(() -> DesignJson.parse("d.json", text))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("d.json, ")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"polarity\" | \"slices\":5,\"polarity\" | hardware.slices: 5 is outside 1 … 4",
                "\"bits\":2 | \"bits\":8 | hardware.slices: 2 slices of 256 levels give a weight more than 32768 levels",
                "\"adcBits\":8 | \"adcBits\":8,\"inputCycleBits\":13 | hardware.converters.inputCycleBits: 13 is outside 1 … 12",
            })
    void digitsOutsideTheirRangeAreRefused(String original, String changed, String expected) throws IOException {
        String text = sample();
        String sliced =
                expected.contains("256 levels") ? text.replace("\"polarity\"", "\"slices\":2,\"polarity\"") : text;
        assertThat(sliced).contains(original);
        assertThatThrownBy(() -> DesignJson.parse("d.json", sliced.replace(original, changed)))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void theSampleIsWrittenAsPeopleWroteIt() throws IOException {
        assertThat(DesignJson.write(DesignJson.read(SAMPLE))).isEqualTo(sample());
    }

    @Test
    void aFloorIsKeptWhileItIsNotUsed() throws IOException {
        Design design = DesignJson.read(SAMPLE).withCompanding(new Companding(1, 0.02));
        assertThat(DesignJson.parse("d.json", DesignJson.write(design))).isEqualTo(design);
    }

    @Test
    void signalsAreNotCompandedWhereNothingIsSaid() throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(sample());
        json.remove("companding");
        assertThat(DesignJson.parse("d.json", json.toString()).companding()).isEqualTo(Companding.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"bits\":2 | \"bits\":9 | hardware.cell.bits: 9 is outside 1 … 8",
                "\"device\": \"\" | \"device\": \"mram-1999\" | recipe.device: there is no such device as \"mram-1999\"; choose one of ideal,",
                "\"companding\": {\"exponent\":0.3,\"floor\":0.003} | \"companding\": {\"exponent\":0.3,\"floor\":50} | floor: 50.0 is outside 1e-6 … 10",
                "\"bits\":2 | \"levels\":257 | hardware.cell.levels: 257 is outside 2 … 256",
                "\"bits\":2 | \"levels\":4,\"bits\":2 | hardware.cell: has both bits and levels; give bits (1 … 8)",
                "\"bits\":2, | '' | hardware.cell: has neither bits nor levels; give bits (1 … 8)",
                "\"gMaxMicroSiemens\":10 | \"gMaxMicroSiemens\":0.5 | hardware.cell.gMaxMicroSiemens: 0.5 is not above",
                "\"gMaxMicroSiemens\":10 | \"gMaxMicroSiemens\":NaN | hardware.cell.gMaxMicroSiemens: NaN is no finite",
                "\"gMaxMicroSiemens\":10 | \"gMaxMicroSiemens\":1e999 | hardware.cell.gMaxMicroSiemens: Infinity is no",
                "\"dacBits\":8 | \"dacBits\":13 | hardware.converters.dacBits: 13 is outside 1 … 12",
                "\"adcBits\":8 | \"adcBits\":1 | hardware.converters.adcBits: 1 is outside 2 … 12",
                "\"adcBits\":8 | \"adcBits\":2.5 | hardware.converters.adcBits: 2.5 is no whole number",
                "\"adcBits\":8 | \"adcBits\":99999999999999999999 | adcBits: 99999999999999999999 is outside",
                "\"adcBits\":8 | \"adcBist\":8 | adcBist: is unknown; known fields here are dacBits, adcBits",
                "\"rows\":128 | \"rows\":7 | hardware.tile.rows: 7 is outside 8 … 4096",
                "\"rowBlock\" | \"rows\" | hardware.polarity: \"rows\" is none of differential, positive, negative, rowBlock",
                "\"uniform\" | 3 | hardware.ranges: expected one of uniform, perLayer, found 3; write the name in quotation marks",
                "\"programmingSigma\":0.05 | \"programmingSigma\":-0.1 | noise.programmingSigma: -0.1 is outside 0.0 … 0.5",
                "\"channels\":18 | \"channels\":17 | network.input.channels: 17 is no multiple of 2",
                "\"channels\":18 | \"channels\":0 | network.input: shape: 0 × 1 × 128 is not positive",
                "\"outputs\":64,\"kernel\":3 | \"outputs\":64,\"kernel\":300 | network.layers[4].kernel: 300 taps do not fit a width",
                "\"conv1d\",\"outputs\":32 | \"conv3d\",\"outputs\":32 | network.layers[0].type: \"conv3d\" is none of conv1d",
                "\"outputs\":32,\"kernel\":5 | \"outputs\":32,\"kernel\":300 | network.layers[0].kernel: 300 taps do not fit",
                "\"outputs\":6} | \"outputs\":999999999} | network.layers[7]: brings the network to",
                "\"outputs\":6} | \"outputs\":6,\"kernel\":3} | network.layers[7].kernel: is unknown; known fields here are type, outputs",
                "\"floatEpochs\": 10 | \"floatEpochs\": 0 | recipe.floatEpochs: 0 is outside 1 … 1000",
                "\"rampEpochs\": 5 | \"rampEpochs\": 16 | recipe.rampEpochs: 16 is outside 0 … 15",
                "\"exponent\":0.3 | \"exponent\":1.5 | companding.exponent: 1.5 is outside 0.1 … 1",
                "true | 1 | recipe.batchNormalisation: expected true or false, found 1",
                "\"name\": \"har-unipolar\" | \"name\": \"\" | name: is blank",
                "\"schema\": 1 | \"schema\": 7 | schema: 7 is not the supported version 1; open it with a newer",
                "\"seed\": 1, | \"seed\": 1, \"seed\": 2, | line 4, column 20: is no valid JSON (field 'seed' is there twice)",
            })
    void aWrongValueIsRefusedByFileFieldRangeAndValue(String original, String changed, String expected)
            throws IOException {
        String text = sample();
        assertThat(text).contains(original);
        assertThatThrownBy(() ->
                        DesignJson.parse("d.json", text.replaceFirst(java.util.regex.Pattern.quote(original), changed)))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("d.json, ")
                .hasMessageContaining(expected)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsRequiredAndTyped(String path) throws IOException {
        for (Mutation mutation : Mutation.values()) {
            ObjectNode json = (ObjectNode) MAPPER.readTree(sample());
            String field = path.substring(path.lastIndexOf('/') + 1);
            ObjectNode holder = (ObjectNode) json.at(path.substring(0, path.lastIndexOf('/')));
            mutation.apply(holder, field);
            assertThatThrownBy(() -> DesignJson.parse("d.json", json.toString()))
                    .as("%s of %s", mutation, path)
                    .isInstanceOf(JsonFormatException.class)
                    .hasMessageStartingWith("d.json, ")
                    .hasMessageMatching(message(mutation, path));
        }
    }

    /** Every field of the sample, leaf or not, as a JSON pointer; one layer of each kind. */
    static Stream<String> fields() throws IOException {
        List<String> found = new ArrayList<>();
        collect(MAPPER.readTree(sample()), "", found);
        return found.stream().filter(path -> !path.matches(".*/layers/[2-6]/.*") && !OPTIONAL.contains(path));
    }

    private static void collect(JsonNode node, String path, List<String> found) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                found.add(path + "/" + entry.getKey());
                collect(entry.getValue(), path + "/" + entry.getKey(), found);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), path + "/" + i, found);
            }
        }
    }

    private static String message(Mutation mutation, String path) {
        String dotted = path.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        if (path.endsWith("/bits") && mutation != Mutation.OTHER_TYPE) {
            return "d.json, hardware\\.cell: has neither bits nor levels; .*";
        }
        String problem = switch (mutation) {
            case MISSING -> "is missing; add .*";
            case NULL -> "is null; add .*";
            case OTHER_TYPE -> "expected .*, found .*";
        };
        return "d.json, \\Q" + dotted + "\\E: " + problem;
    }

    private enum Mutation {
        MISSING,
        NULL,
        OTHER_TYPE;

        void apply(ObjectNode holder, String field) {
            switch (this) {
                case MISSING -> holder.remove(field);
                case NULL -> holder.putNull(field);
                case OTHER_TYPE -> {
                    if (holder.get(field).isTextual() || holder.get(field).isContainerNode()) {
                        holder.put(field, 42);
                    } else {
                        holder.put(field, "text");
                    }
                }
            }
        }
    }

    @Test
    void whatWasCutOffIsSaidToBeAndTheParsersWordsAreInTheCause() {
        for (String text : java.util.List.of("{\"schema\": 1,", "{\"schema\": 1, \"name\": ", "{\"sche", "{")) {
            assertThatThrownBy(() -> DesignJson.parse("d.json", text))
                    .hasMessageContaining("ends too early, as if it were cut off; complete or restore the file")
                    .hasCauseInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
        }
    }

    @Test
    void everyTruncationIsRefusedInOneLine() throws IOException {
        String text = sample().strip();
        for (int end = 0; end < text.length(); end += 7) {
            String part = text.substring(0, end);
            assertThatThrownBy(() -> DesignJson.parse("d.json", part))
                    .isInstanceOf(JsonFormatException.class)
                    .hasMessageMatching(
                            "d.json(: is empty|, line \\d+, column \\d+: (is no valid JSON|ends too early)).*; .*")
                    .hasMessageNotContaining("Unexpected");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | expected an object, found an array",
                "{} {} | something follows",
                "nonsense | is no valid JSON",
                "{\"schema\":1e400} | schema: Infinity is no finite number",
                "{\"schema\":true} | schema: expected a number, found true",
            })
    void whatIsNoDesignIsRefused(String text, String expected) {
        assertThatThrownBy(() -> DesignJson.parse("d.json", text))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void hostileFilesAreRefusedShortly() {
        for (String text : List.of(
                "[".repeat(100_000),
                "{\"schema\":" + "9".repeat(100_000) + "}",
                "{\"" + "x".repeat(10_000) + "\":1}")) {
            assertThatThrownBy(() -> DesignJson.parse("d.json", text))
                    .isInstanceOf(JsonFormatException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(700));
        }
    }
}
