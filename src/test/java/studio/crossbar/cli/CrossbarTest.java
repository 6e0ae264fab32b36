package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.tensor.NpyFile;
import studio.crossbar.ui.Projects;

/** Every verb on a tiny project that was trained once. */
class CrossbarTest {

    @TempDir
    static Path folder;

    private static Path trained;

    @BeforeAll
    static void train() throws IOException {
        trained = folder.resolve("tiny");
        Projects.create(trained, Projects.tinyDesign());
        assertThat(CommandRun.of("train", trained).code()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void newMakesAProjectThatCanBeCosted(ReferenceNetwork network) throws IOException {
        Path project = folder.resolve(network.label());
        CommandRun made = CommandRun.of(
                "new", project, "--network", network.label(), "--bits", 2, "--polarity", "row_block", "--json");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.json().get("weights").asLong())
                .isEqualTo(Project.open(project).design().network().weights());
        assertThat(CommandRun.of("cost", project, "--json")
                        .json()
                        .get("area_mm2")
                        .asDouble())
                .isPositive();
        CommandRun again = CommandRun.of("new", project, "--network", network.label());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("holds a project already").hasLineCount(1);
    }

    @Test
    void newRefusesWhatItDoesNotKnow() {
        Path project = folder.resolve("unknown");
        assertThat(CommandRun.of("new", project, "--network", "alexnet"))
                .returns(2, CommandRun::code)
                .satisfies(ended -> assertThat(ended.err()).contains("\"alexnet\" is none of har-cnn, har-mlp"));
        assertThat(CommandRun.of("new", project, "--network", "lenet", "--bits", 9))
                .returns(2, CommandRun::code)
                .satisfies(ended -> assertThat(ended.err()).contains("9 is outside 1 … 8"));
        assertThat(project).doesNotExist();
    }

    @Test
    void theWholeJobEndsWithAReportInANamedFolder() throws IOException {
        Path project = folder.resolve("whole");
        Projects.create(project, Projects.tinyDesign());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Crossbar.wholeJob(new PrintWriter(out), new PrintWriter(err), project))
                .isZero();
        Path report = project.resolve("results").resolve("report");
        assertThat(out.toString()).contains(report.toString()).contains("worst", "µS", "Kept in");
        assertThat(report)
                .isDirectoryContaining("glob:**/*.pdf")
                .isDirectoryContaining("glob:**/*.csv")
                .isDirectoryContaining("glob:**/*.png");
    }

    @Test
    void theWholeJobStopsAtTheFirstFailure() {
        StringWriter err = new StringWriter();
        assertThat(Crossbar.wholeJob(
                        new PrintWriter(new StringWriter()), new PrintWriter(err, true), folder.resolve("nowhere")))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "evaluate", "map", "cost", "report"})
    void aFolderThatIsNoProjectIsOneLineAndExitCode1(String verb) {
        CommandRun ended = CommandRun.of(verb, folder.resolve("nowhere"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("crossbar: ")
                .contains("nowhere", "does not exist", "give the folder of a project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "map", "report"})
    void aProjectWithoutTrainingIsOneLineAndExitCode1(String verb) throws IOException {
        Path project = folder.resolve("untrained-" + verb);
        Projects.create(project, Projects.tinyDesign());
        CommandRun ended = CommandRun.of(verb, project, "--json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).singleElement().asString().contains("train the design first");
    }

    @Test
    void aTileBecomesANetlistOfItsDevices() throws IOException {
        Path netlist = folder.resolve("tile.cir");
        Object[] spice = {"spice", trained, "--tile", 0, "--r-wordline", 1, "--r-bitline", 1, "--out", netlist, "--json"
        };
        JsonNode exact = CommandRun.of(spice).json();
        String text = Files.readString(netlist);
        MappedNetwork mapped = MappedNetwork.of(
                new ResultStore(Project.open(trained)).trained().network());
        Tile tile = mapped.tiles().getFirst();

        assertThat(exact.get("rows").asInt()).isEqualTo(tile.slot().rows());
        assertThat(exact.get("columns").asInt()).isEqualTo(tile.slot().deviceColumns());
        double ohm = text.lines()
                .filter(line -> line.startsWith("Rx0_0 "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
        assertThat(1e6 / ohm).isCloseTo(tile.conductanceMicroSiemens(0, 0), offset(1e-5));
        assertThat(text.lines().filter(line -> line.startsWith("Rx")))
                .hasSize((int) tile.slot().devices());

        Object[] aged = Arrays.copyOf(spice, spice.length + 4);
        aged[spice.length] = "--device";
        aged[spice.length + 1] = "pcm-nandakumar-2019";
        aged[spice.length + 2] = "--seconds";
        aged[spice.length + 3] = 3600;
        assertThat(CommandRun.of(aged).json().get("title").asText()).contains("pcm-nandakumar-2019, 3600.0 s, seed 1");
        String first = Files.readString(netlist);
        assertThat(first).isNotEqualTo(text);
        CommandRun.of(aged);
        assertThat(Files.readString(netlist)).isEqualTo(first);
    }

    @Test
    void aTileThatIsNotThereOrADeviceThatDoesNotFitIsOneLine() {
        Object[] spice = {
            "spice", trained, "--r-wordline", 1, "--r-bitline", 1, "--out", folder.resolve("no.cir"), "--tile"
        };
        for (List<String> wrong : List.of(
                List.of("99999", "--tile: 99999 is outside 0"),
                List.of("0 --device rram-milo-2021", "µS of device 0 is outside 50 … 225 µS"),
                List.of("0 --device rram-wan-2022 --seconds 1e9", "1 … 172800 s"),
                List.of("0 --design-seed 5 --hardware-epochs 99", "train again, with --seed 5 --hardware-epochs 99"),
                List.of("0 --device telepathy", "--device: there is no such device"))) {
            Object[] more = wrong.getFirst().split(" ");
            Object[] all = Arrays.copyOf(spice, spice.length + more.length);
            System.arraycopy(more, 0, all, spice.length, more.length);
            CommandRun ended = CommandRun.of(all);
            boolean usage = wrong.getLast().startsWith("--");
            assertThat(ended.code()).isEqualTo(usage ? 2 : 1);
            assertThat(ended.err().lines()).singleElement().asString().contains(wrong.getLast());
        }
    }

    @Test
    void wrongUsageIsOneLineAndExitCode2() {
        for (CommandRun ended : List.of(
                CommandRun.of("learn", "x"),
                CommandRun.of("train"),
                CommandRun.of("cost", trained, "--draws", "3"),
                CommandRun.of("map", trained, "--seed=x"))) {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("crossbar: ")
                    .contains("--help");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "evaluate, --draws, 0",
        "evaluate, --draws, 1001",
        "report, --draws, -3",
        "train, --float-epochs, 0",
        "train, --hardware-epochs, -1",
        "map, --hardware-epochs, 1001"
    })
    void anOptionOutOfRangeIsWrongUsage(String verb, String option, String value) {
        CommandRun ended = CommandRun.of(verb, trained, option + "=" + value);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).singleElement().asString().contains(value + " is outside", verb + " --help");
    }

    @Test
    void helpAndVersionAreNoFailure() {
        assertThat(CommandRun.of("--help").code()).isZero();
        assertThat(CommandRun.of("evaluate", "--help").out()).contains("--draws", "--json", "--data", "--seed");
        assertThat(CommandRun.of("--version").out()).startsWith("Crossbar Studio ");
        assertThat(CommandRun.of().code()).isEqualTo(2);
    }

    @Test
    void evaluateGivesThePromisedKeysAndTheNumbersOfItsText() {
        JsonNode json = CommandRun.of("evaluate", trained, "--json").json();
        assertThat(names(json))
                .contains(
                        "accuracy",
                        "floatAccuracy",
                        "area_mm2",
                        "energy_nJ",
                        "latency_us",
                        "devices",
                        "tiles",
                        "dataset",
                        "seed");
        assertThat(names(json.get("accuracy"))).contains("mean", "std", "min", "draws");
        assertThat(names(json.get("dataset"))).containsExactlyInAnyOrder("name", "synthetic", "train", "test");
        assertThat(json.at("/accuracy/draws").intValue()).isEqualTo(3);
        assertThat(json.at("/dataset/synthetic").booleanValue()).isTrue();
        assertThat(json.get("seed").longValue()).isEqualTo(1);

        String text = CommandRun.of("evaluate", trained).out();
        assertThat(text)
                .contains(Texts.percent(json.at("/accuracy/mean").doubleValue()))
                .contains("± " + Texts.percent(json.at("/accuracy/std").doubleValue()))
                .contains("worst " + Texts.percent(json.at("/accuracy/min").doubleValue()))
                .contains(Texts.percent(json.get("floatAccuracy").doubleValue()))
                .contains(Texts.significant(json.get("area_mm2").doubleValue()) + " mm²")
                .contains(Texts.significant(json.get("energy_nJ").doubleValue()) + " nJ")
                .contains(Texts.significant(json.get("latency_us").doubleValue()) + " µs")
                .contains(json.get("devices") + " that hold weights in " + json.get("tiles") + " tiles")
                .contains(json.at("/dataset/train") + " training and " + json.at("/dataset/test") + " test windows");
    }

    @Test
    void theNumberOfDrawsIsTheOneAskedFor() {
        JsonNode json =
                CommandRun.of("evaluate", trained, "--draws", "2", "--json").json();
        assertThat(json.at("/accuracy/draws").intValue()).isEqualTo(2);
        assertThat(json.at("/accuracy/values")).hasSize(2);
    }

    @Test
    void mapGivesTheNumbersOfItsText() {
        JsonNode json = CommandRun.of("map", trained, "--json").json();
        String text = CommandRun.of("map", trained).out();
        assertThat(text)
                .contains(json.get("devices") + " devices that hold weights in " + json.get("tiles") + " tiles");
        assertThat(json.get("layers")).hasSize(2);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < 2; i++) {
            JsonNode layer = json.get("layers").get(i);
            assertThat(lines.get(i + 1))
                    .startsWith(layer.get("name").textValue())
                    .contains(
                            layer.get("rows").asText(),
                            layer.get("columns").asText(),
                            layer.get("devices").asText())
                    .endsWith(Texts.decimals(layer.get("meanConductance_uS").doubleValue(), 2));
        }
    }

    @Test
    void mapWritesLevelsAndConductancesForNumpy() throws IOException {
        Path target = folder.resolve("arrays");
        JsonNode json = CommandRun.of("map", trained, "--json", "--npy", target).json();
        assertThat(json.get("npy")).hasSize(4);
        double step = 9.5 / 15;
        for (int layer = 1; layer <= 2; layer++) {
            NpyFile cells = NpyFile.decode(Files.readAllBytes(target.resolve("layer-" + layer + "-conductances.npy")));
            JsonNode entry = json.get("layers").get(layer - 1);
            int rows = entry.get("rows").intValue();
            int outputs = entry.get("columns").intValue();
            assertThat(cells.shape()).containsExactly(rows, 2 * outputs);
            double mean = 0;
            for (float conductance : cells.values()) {
                mean += conductance / (double) cells.values().length;
            }
            assertThat(mean).isCloseTo(entry.get("meanConductance_uS").doubleValue(), offset(1e-6 * mean));
            short[] levels = int16(Files.readAllBytes(target.resolve("layer-" + layer + "-levels.npy")), rows, outputs);
            for (int i = 0; i < levels.length; i++) {
                double difference = cells.values()[2 * i] - (double) cells.values()[2 * i + 1];
                assertThat(difference).as("G+ − G− of weight " + i).isCloseTo(step * levels[i], offset(1e-5));
            }
        }
        assertThat(CommandRun.of("map", trained, "--npy", target).out()).contains("4 arrays in " + target);
    }

    private static short[] int16(byte[] file, int rows, int outputs) {
        int start = 10 + file[8] + 256 * file[9];
        assertThat(new String(file, 10, start - 10, StandardCharsets.ISO_8859_1))
                .contains("'<i2'", "(" + rows + ", " + outputs + ")");
        short[] values = new short[rows * outputs];
        ByteBuffer.wrap(file, start, file.length - start)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(values);
        return values;
    }

    @Test
    void costGivesTheNumbersOfItsTextAndTheLayersAddUp() {
        JsonNode json = CommandRun.of("cost", trained, "--json").json();
        String text = CommandRun.of("cost", trained).out();
        assertThat(text)
                .contains(Texts.significant(json.get("area_mm2").doubleValue()) + " mm²")
                .contains(Texts.significant(json.get("energy_nJ").doubleValue()) + " nJ")
                .contains(Texts.significant(json.get("latency_us").doubleValue()) + " µs");
        for (String part : List.of("components", "layers")) {
            double area = 0;
            for (JsonNode entry : json.get(part)) {
                area += entry.get("area_mm2").doubleValue();
                assertThat(text)
                        .contains(Texts.significant(entry.get("area_mm2").doubleValue()))
                        .contains(Texts.significant(entry.get("energy_nJ").doubleValue()));
            }
            assertThat(area).isCloseTo(json.get("area_mm2").doubleValue(), offset(1e-9 * area));
        }
    }

    @Test
    void costTakesTheCircuitsChoicesAndGivesThroughputAndTiles() {
        JsonNode serial = CommandRun.of("cost", trained, "--json").json();
        JsonNode parallel = CommandRun.of(
                        "cost", trained, "--json", "--schedule", "layer_parallel", "--columns-per-adc", "2")
                .json();
        assertThat(names(serial))
                .contains(
                        "inferences_per_s",
                        "tops",
                        "tops_per_W",
                        "tops_per_mm2",
                        "power_mW",
                        "utilisation",
                        "programming_energy_uJ",
                        "programming_time_ms");
        assertThat(parallel.get("area_mm2").doubleValue())
                .isGreaterThan(serial.get("area_mm2").doubleValue());
        assertThat(parallel.get("inferences_per_s").doubleValue())
                .isGreaterThan(serial.get("inferences_per_s").doubleValue());
        assertThat(serial.get("byTile")).hasSize(serial.get("tiles").intValue());
        assertThat(CommandRun.of("cost", trained, "--technology", "neurosim-22nm", "--json")
                        .json()
                        .get("technology")
                        .textValue())
                .isEqualTo("neurosim-22nm");
        assertThat(CommandRun.of("cost", trained, "--node", "14", "--json")
                        .json()
                        .get("area_mm2")
                        .doubleValue())
                .isLessThan(serial.get("area_mm2").doubleValue());
        assertThat(CommandRun.of("cost", trained, "--columns-per-adc", "0.5").code())
                .isEqualTo(2);
        assertThat(CommandRun.of("cost", trained, "--columns-per-adc=-1").err())
                .contains("--columns-per-adc: -1 is outside");
        for (String node : List.of("NaN", "-7", "5", "131", "Infinity")) {
            CommandRun refused = CommandRun.of("cost", trained, "--node", node);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err().strip())
                    .startsWith("crossbar: --node: " + Double.parseDouble(node)
                            + " is outside 7 … 130 nm, which the scaling tables cover; choose a node within")
                    .hasLineCount(1);
        }
        assertThat(CommandRun.of("cost", trained, "--adc", "FLASH").err().strip())
                .startsWith("crossbar: --adc: FLASH of ")
                .contains("; choose adcBits in that range or one of [SAR")
                .hasLineCount(1);
        assertThat(CommandRun.of("cost", trained, "--columns-per-adc", "5000").err())
                .startsWith("crossbar: --columns-per-adc: 5000 is outside 0 … 4096");
        for (String missing : List.of("none", "none.json")) {
            CommandRun refused = CommandRun.of("cost", trained, "--technology", missing);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err().strip())
                    .startsWith("crossbar: --technology: \"" + missing + "\" is none of ")
                    .contains("isaac-32nm", "neurosim-22nm", "for the project's, rram-32nm")
                    .hasLineCount(1);
        }
    }

    @Test
    void choicesAreTakenAsFilesWriteThemToo() throws IOException {
        for (String polarity : List.of("rowBlock", "ROW_BLOCK", "row-block", "row_block")) {
            Path project = folder.resolve("written-" + polarity);
            CommandRun made = CommandRun.of("new", project, "--network=har-mlp", "--polarity", polarity);
            assertThat(made.code()).as(made.err()).isZero();
            assertThat(Project.open(project).design().hardware().polarity()).isEqualTo(Polarity.ROW_BLOCK);
        }
        assertThat(CommandRun.of("cost", trained, "--schedule", "layerParallel", "--json")
                        .json()
                        .get("schedule")
                        .asText())
                .isEqualTo("layerParallel");
        CommandRun refused = CommandRun.of("cost", trained, "--schedule", "sometimes");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--schedule", "LAYER_SERIAL, LAYER_PARALLEL", "'sometimes'")
                .hasLineCount(1);
    }

    /** The conventional bill, at 4 bits. */
    private static double claimed(Object... options) throws IOException {
        Object[] command = new Object[options.length + 4];
        command[0] = "cost";
        command[1] = trained;
        command[2] = "--claim";
        command[3] = "--json";
        System.arraycopy(options, 0, command, 4, options.length);
        CommandRun run = CommandRun.of(command);
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("cases").get(0).get("area_mm2").asDouble();
    }

    @Test
    void claimsAreCostedWithTheOptionsOfTheProject() throws IOException {
        double standard = claimed();
        Path file = trained.resolve(Project.FILE);
        String settings = Files.readString(file);
        try {
            Files.writeString(file, settings.replaceFirst("\\{", "{\"cost\": {\"columnsPerAdc\": 2},"));
            double shared = claimed();
            assertThat(shared).as("more converters").isGreaterThan(standard);
            assertThat(claimed("--columns-per-adc", "0")).isEqualTo(standard);
        } finally {
            Files.writeString(file, settings);
        }
        assertThat(claimed("--columns-per-adc", "2")).isGreaterThan(standard);
        CommandRun kind = CommandRun.of("cost", trained, "--claim", "--adc", "ramp");
        assertThat(kind.code()).as(kind.err()).isZero();
        assertThat(kind.out()).contains("| technology file | isaac-32nm | not built: adc: RAMP is none of");
    }

    @Test
    void costOptionsOfTheProjectHoldForEveryVerbUnlessAnotherIsGiven() throws IOException {
        double serial = area("cost", trained);
        Path file = trained.resolve(Project.FILE);
        String settings = Files.readString(file);
        try {
            Files.writeString(
                    file,
                    settings.replaceFirst(
                            "\\{", "{\"cost\": {\"schedule\": \"layerParallel\", \"columnsPerAdc\": 2},"));
            double parallel = area("cost", trained);
            assertThat(parallel).isGreaterThan(serial);
            assertThat(area("cost", trained, "--schedule", "layer_serial", "--columns-per-adc", "0"))
                    .isEqualTo(serial);
            assertThat(area("evaluate", trained)).isEqualTo(parallel);
            assertThat(area("evaluate", trained, "--schedule", "layer_serial", "--columns-per-adc", "0"))
                    .isEqualTo(serial);
            Files.writeString(file, settings.replaceFirst("\\{", "{\"cost\": {\"overlapped\": true},"));
            double overlapped = latency("cost", trained);
            assertThat(latency("cost", trained, "--no-overlapped")).isGreaterThan(overlapped);
            assertThat(latency("cost", trained, "--overlapped")).isEqualTo(overlapped);
            assertThat(CommandRun.of("report", trained, "--node", "3").err()).contains("3.0 is outside 7 … 130 nm");
        } finally {
            Files.writeString(file, settings);
        }
    }

    private static double area(Object... command) throws IOException {
        return figure("area_mm2", command);
    }

    private static double latency(Object... command) throws IOException {
        return figure("latency_us", command);
    }

    private static double figure(String name, Object... command) throws IOException {
        Object[] json = Arrays.copyOf(command, command.length + 1);
        json[command.length] = "--json";
        return CommandRun.of(json).json().get(name).doubleValue();
    }

    @Test
    void everyItemOfABillIsCountTimesUnitCostAndHasASource() throws IOException {
        Path csv = folder.resolve("bill.csv");
        CommandRun run = CommandRun.of("cost", trained, "--items", "--csv", csv);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("counted by", "µm² each", "source");
        JsonNode json = CommandRun.of("cost", trained, "--json").json();
        double area = 0;
        double energy = 0;
        for (JsonNode item : json.get("items")) {
            area += item.get("instances").doubleValue()
                    * item.get("unitArea_um2").doubleValue()
                    * 1e-6;
            energy += item.get("operations").doubleValue()
                    * item.get("unitEnergy_pJ").doubleValue()
                    * 1e-3;
            assertThat(item.get("source").asText()).isNotBlank();
        }
        assertThat(area).isCloseTo(json.get("area_mm2").doubleValue(), Percentage.withPercentage(1e-9));
        assertThat(energy).isCloseTo(json.get("energy_nJ").doubleValue(), Percentage.withPercentage(1e-9));
        assertThat(Files.readAllLines(csv)).hasSize(json.get("items").size() + 1);
    }

    /** The longer of a layer's two times, and the filling, are its latency. */
    @Test
    void aLayersLatencyIsShownWithWhatItConsistsOf() throws IOException {
        JsonNode layers =
                CommandRun.of("cost", trained, "--overlapped", "--json").json().get("layers");
        String text = CommandRun.of("cost", trained, "--overlapped").out();
        assertThat(text).containsPattern("layer +area mm² +energy nJ +compute µs +bus µs +filling µs +latency µs\n");
        assertThat(CommandRun.of("cost", trained).out())
                .containsPattern("layer +area mm² +energy nJ +compute µs +bus µs +latency µs\n");
        for (JsonNode layer : layers) {
            if (layer.get("name").asText().startsWith("shared")) {
                continue;
            }
            double compute = layer.get("compute_us").doubleValue();
            double bus = layer.get("bus_us").doubleValue();
            double fill = layer.get("fill_us").doubleValue();
            assertThat(bus).isPositive();
            assertThat(fill).isPositive();
            assertThat(layer.get("latency_us").doubleValue())
                    .isCloseTo(Math.max(compute, bus) + fill, Percentage.withPercentage(1e-9));
            assertThat(text)
                    .containsPattern(Texts.significant(compute) + " +" + Texts.significant(bus) + " +"
                            + Texts.significant(fill) + " +"
                            + Texts.significant(layer.get("latency_us").doubleValue()) + "\n");
        }
    }

    @Test
    void tilesOfABillAreListedWhereTheyAreAskedFor() throws IOException {
        CommandRun run = CommandRun.of("cost", trained, "--tiles");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode byTile = CommandRun.of("cost", trained, "--json").json().get("byTile");
        List<String> lines = run.out().lines().toList();
        int header = 0;
        while (!lines.get(header).matches("tile +layer +rows × columns +copies +area mm² +share +energy nJ +share")) {
            header++;
        }
        List<String> table = lines.subList(header + 1, lines.size());
        assertThat(table).hasSameSizeAs(byTile);
        for (int tile = 0; tile < table.size(); tile++) {
            assertThat(table.get(tile))
                    .startsWith(Integer.toString(tile + 1))
                    .contains(Texts.significant(byTile.get(tile).get("area_mm2").doubleValue()))
                    .contains(
                            Texts.significant(byTile.get(tile).get("energy_nJ").doubleValue()));
        }
        String plain = CommandRun.of("cost", trained).out();
        assertThat(run.out()).startsWith(plain);
        assertThat(plain).doesNotContain("rows × columns");
    }

    @Test
    void aChoiceOfTheProjectIsNotBlamedOnAnOption() throws IOException {
        Path project = folder.resolve("choices");
        CommandRun made = CommandRun.of("new", project, "--network", "har-cnn");
        assertThat(made.code()).as(made.err()).isZero();
        Path file = project.resolve("project.json");
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
        json.putObject("cost").put("adc", "flash");
        Files.writeString(file, json.toString());
        CommandRun run = CommandRun.of("cost", project);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("cost.adc in project.json: FLASH of ").doesNotContain("--adc");
    }

    @Test
    void aSweepWritesADesignALine() throws IOException {
        Path space = folder.resolve("space.json");
        Path csv = folder.resolve("sweep.csv");
        Files.writeString(space, "{\"schema\": 1, \"adcBits\": [4, 6, 8], \"columnsPerAdc\": [4, 8]}");
        JsonNode json = CommandRun.of("cost", trained, "--sweep", space, "--csv", csv, "--json")
                .json();
        assertThat(json.get("designs").intValue()).isEqualTo(6);
        assertThat(Files.readAllLines(csv)).hasSize(7);
        assertThat(CommandRun.of("cost", trained, "--sweep", space).code()).isEqualTo(2);
        CommandRun single = CommandRun.of("cost", trained, "--claim", "--items");
        assertThat(single.code()).isEqualTo(2);
        assertThat(single.err()).contains("--claim prints no single bill");
        for (String list : List.of("--tiles", "--items")) {
            assertThat(CommandRun.of("cost", trained, "--claim", list).err())
                    .contains("--claim prints no single bill; leave --csv, --tiles and --items out");
            CommandRun listed = CommandRun.of("cost", trained, "--sweep", space, "--csv", csv, list);
            assertThat(listed.code()).isEqualTo(2);
            assertThat(listed.err()).contains("--sweep prints no single bill; leave --tiles and --items out");
        }
        CommandRun both = CommandRun.of("cost", trained, "--claim", "--sweep", space, "--csv", csv);
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--claim and --sweep");
        CommandRun itself = CommandRun.of("cost", trained, "--sweep", space, "--csv", space);
        assertThat(itself.code()).isEqualTo(2);
        assertThat(itself.err()).contains("--csv: " + space + " holds JSON");
        assertThat(Files.readString(space)).startsWith("{");
        for (String source : List.of(Project.FILE, "design.json")) {
            Path file = trained.resolve(source);
            CommandRun onto = CommandRun.of("cost", trained, "--csv", file);
            assertThat(onto.code()).as(onto.err()).isEqualTo(2);
            assertThat(onto.err()).contains("--csv: " + file + " holds JSON");
            assertThat(Files.readString(file)).startsWith("{");
        }
        Path technology = Files.copy(Path.of("assets", "technology", "rram-32nm.json"), folder.resolve("own.json"));
        CommandRun costs = CommandRun.of("cost", trained, "--technology", technology, "--csv", technology);
        assertThat(costs.code()).isEqualTo(2);
        assertThat(costs.err()).contains("--csv: " + technology + " holds JSON");
        assertThat(CommandRun.of("cost", trained, "--sweep", folder.resolve("none"), "--csv", csv)
                        .err())
                .contains("none: does not exist");
    }

    @Test
    void copiesOfLayersAreCountedWhereTheScheduleBuildsThem() {
        JsonNode one = CommandRun.of("cost", trained, "--json").json();
        JsonNode many = CommandRun.of("cost", trained, "--schedule", "layer_parallel_replicated", "--json")
                .json();
        assertThat(many.get("area_mm2").doubleValue())
                .isGreaterThan(one.get("area_mm2").doubleValue());
        assertThat(many.get("devices").longValue())
                .isGreaterThan(one.get("devices").longValue());
        assertThat(many.get("tiles").longValue()).isGreaterThan(one.get("tiles").longValue());
    }

    @Test
    void theClaimIsPrintedAsTables() {
        CommandRun ended = CommandRun.of("cost", Path.of("sample-projects", "paper-har"), "--claim");
        assertThat(ended.out())
                .startsWith("## Paper: HAR")
                .contains("| 4 | conventional |", "| 2 | uniform and only positive |", "| columns an ADC | 16 |");

        JsonNode json = CommandRun.of("cost", Path.of("sample-projects", "paper-har"), "--claim", "--json")
                .json();
        assertThat(json.get("cases"))
                .hasSize(12)
                .allSatisfy(entry -> assertThat(ended.out())
                        .contains(String.format(
                                Locale.ROOT,
                                "%.2f ± %.2f %%, %d draws",
                                100 * entry.get("accuracy").get("mean").asDouble(),
                                100 * entry.get("accuracy").get("std").asDouble(),
                                entry.get("accuracy").get("draws").asInt())));
        assertThat(json.get("assumptions"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(ended.out())
                        .contains("| " + row.get("assumption").asText() + " | "
                                + row.get("value").asText() + " | "));
    }

    @Test
    void trainGivesTheNumbersOfItsTextTwice() throws IOException {
        Path project = folder.resolve("twice");
        Projects.create(project, Projects.tinyDesign());
        JsonNode json = CommandRun.of("train", project, "--json").json();
        CommandRun text = CommandRun.of("train", project);
        assertThat(text.out())
                .contains(Texts.percent(json.get("floatAccuracy").doubleValue()) + " of test windows")
                .contains(Texts.percent(json.get("trainAccuracy").doubleValue()) + " of training windows")
                .contains("loss " + Texts.decimals(json.get("loss").doubleValue(), 3))
                .contains(json.get("history").size() + " epochs");
        assertThat(text.err()).as("progress").startsWith("Train Tiny sample [").contains(" %  ");
    }

    @Test
    void reportNamesTheFilesThatItWrote() {
        Path target = folder.resolve("elsewhere");
        JsonNode json = CommandRun.of("report", trained, "--json", "-o", target).json();
        assertThat(json.get("folder").textValue()).isEqualTo(target.toString());
        assertThat(json.get("files"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Files.exists(Path.of(file.textValue()))).isTrue());
        String text = CommandRun.of("report", trained, "-o", target).out();
        assertThat(json.get("files"))
                .allSatisfy(file -> assertThat(text)
                        .contains(Path.of(file.textValue()).getFileName().toString()));
    }

    @Test
    void theBundleOfAReportReproducesIt() throws IOException {
        Path zip = folder.resolve("bundle of tiny.zip");
        JsonNode report = CommandRun.of(
                        "report", trained, "--json", "-o", folder.resolve("bundled"), "--draws", 2, "--bundle", zip)
                .json();
        assertThat(report.get("bundle").textValue()).isEqualTo(zip.toString());
        Path unpacked = unpack(zip);
        JsonNode facts =
                new ObjectMapper().readTree(unpacked.resolve("bundle.json").toFile());
        assertThat(facts.get("versions").get("java").textValue()).isEqualTo(System.getProperty("java.version"));
        assertThat(facts.get("versions").get("crossbar").textValue())
                .isEqualTo(studio.crossbar.run.BuildInfo.version());
        assertThat(facts.get("dataset").get("synthetic").asBoolean()).isTrue();
        assertThat(facts.get("dataset").get("path").isNull()).isTrue();
        assertThat(unpacked.resolve("report").resolve("report.pdf")).isNotEmptyFile();
        assertThat(unpacked.resolve("README.txt")).content().contains("    crossbar train project\n");

        Path project = unpacked.resolve("project");
        assertThat(Project.open(project).design())
                .isEqualTo(Project.open(trained).design());
        assertThat(Project.open(project).settings().draws()).isEqualTo(2);
        assertThat(CommandRun.of("report", project, "-o", unpacked.resolve("kept"))
                        .code())
                .isZero();
        assertThat(unpacked.resolve("kept").resolve("designs.csv"))
                .hasSameBinaryContentAs(unpacked.resolve("report").resolve("designs.csv"));

        for (JsonNode command : facts.get("commands")) {
            Object[] words = Arrays.stream(command.textValue().split(" "))
                    .skip(1)
                    .map(word -> word.equals("project") || word.equals("report-again")
                            ? unpacked.resolve(word).toString()
                            : word)
                    .toArray();
            CommandRun run = CommandRun.of(words);
            assertThat(run.code()).as(run.err()).isZero();
        }
        assertThat(unpacked.resolve("report-again").resolve("designs.csv"))
                .hasSameBinaryContentAs(unpacked.resolve("report").resolve("designs.csv"));
    }

    @Test
    void theBundleHoldsTheUnitCostsThatWereGivenAsAFile() throws IOException {
        Path technology =
                Files.copy(Path.of("assets", "technology", "rram-32nm.json"), folder.resolve("my costs.json"));
        Path zip = folder.resolve("costed.zip");
        CommandRun run = CommandRun.of(
                "report",
                trained,
                "-o",
                folder.resolve("costed"),
                "--technology",
                technology,
                "--adc",
                "sar",
                "--bundle",
                zip);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Bundle", zip.toString());
        Path unpacked = unpack(zip);
        Files.delete(technology);
        assertThat(CommandRun.of("report", unpacked.resolve("project"), "-o", unpacked.resolve("again"))
                        .code())
                .isZero();
        assertThat(unpacked.resolve("again").resolve("cost.csv"))
                .hasSameBinaryContentAs(unpacked.resolve("report").resolve("cost.csv"));
    }

    @Test
    void aBundleThatCannotBeWrittenIsRefusedBeforeAnyWork() {
        CommandRun run = CommandRun.of(
                "report", trained, "--bundle", folder.resolve("missing").resolve("b.zip"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("--bundle", "missing", "name a file in a folder that is there");
    }

    /** Unpacks an archive beside it and gives the folder that it holds. */
    private static Path unpack(Path zip) throws IOException {
        Path target = Files.createTempDirectory(folder, "unpacked");
        try (java.util.zip.ZipFile file = new java.util.zip.ZipFile(zip.toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(file.entries())) {
                Path place = target.resolve(entry.getName());
                Files.createDirectories(place.getParent());
                try (java.io.InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, place);
                }
            }
        }
        return target.resolve("crossbar-bundle");
    }

    @Test
    void anEmptyPathOfDataIsWrongUsage() {
        for (String verb : List.of("train", "evaluate", "report")) {
            CommandRun ended = CommandRun.of(verb, trained, "--data=");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err().lines())
                    .singleElement()
                    .asString()
                    .contains("--data: is empty", "leave the option out");
        }
    }

    @Test
    void costAndEvaluateSayWhichConductancesTheirEnergyHas() {
        assertThat(CommandRun.of("cost", trained, "--json")
                        .json()
                        .get("energyBasis")
                        .textValue())
                .isEqualTo("expectedConductance");
        JsonNode evaluated = CommandRun.of("evaluate", trained, "--json").json();
        assertThat(evaluated.get("energyBasis").textValue()).isEqualTo("measuredInputs");
        assertThat(evaluated.get("activity"))
                .isNotEmpty()
                .allSatisfy(layer ->
                        assertThat(layer.get("meanSquare").doubleValue()).isBetween(0.0, 1.0));
        assertThat(CommandRun.of("cost", trained).out())
                .contains(
                        "nJ an inference, expected before training: weight levels equally likely, inputs spread evenly"
                                + " with a mean square of 0.333 of full scale\n");
        assertThat(CommandRun.of("cost", trained, "--mean-square-input", "0.1").out())
                .contains("inputs spread evenly with a mean square of 0.100 of full scale\n");
        assertThat(CommandRun.of("evaluate", trained).out())
                .contains("nJ an inference, with the conductances that were programmed and the activity of inputs");
    }

    @Test
    void helpAlignsItsLinesAndNamesTheWindow() {
        List<String> help = CommandRun.of("train", "--help").out().lines().toList();
        int data = 0;
        while (!help.get(data).strip().startsWith("--data=PATH")) {
            data++;
        }
        int column = help.get(data).indexOf("UCI HAR");
        int next = data + 1;
        while (!help.get(next).strip().startsWith("-")) {
            String line = help.get(next++);
            assertThat(line.length() - line.stripLeading().length())
                    .as("indentation of “%s”", line)
                    .isEqualTo(column + 2);
        }
        assertThat(next).as("lines of the description").isGreaterThan(data + 1);
        assertThat(CommandRun.of("--help").out()).contains("--open PROJECT", "130");
    }

    @Test
    void reportRefusesDataThatAreNotThere() {
        CommandRun.of("evaluate", trained);
        CommandRun ended = CommandRun.of("report", trained, "--data", folder.resolve("no-data"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines())
                .filteredOn(line -> line.startsWith("crossbar: "))
                .singleElement()
                .asString()
                .contains("no-data", "--data");
    }

    @Test
    void reportEvaluatesAgainWhereTheStoredDrawsAreNotTheProjects() throws IOException {
        assertThat(CommandRun.of("evaluate", trained, "--draws", "2").code()).isZero();
        Path target = folder.resolve("draws");
        assertThat(CommandRun.of("report", trained, "-o", target).code()).isZero();
        assertThat(new ResultStore(Project.open(trained))
                        .evaluation()
                        .orElseThrow()
                        .accuracy()
                        .draws())
                .hasSize(3);
    }

    @Test
    void aFolderThatCannotBeWrittenStopsATrainingBeforeItStarts() throws IOException {
        Path project = folder.resolve("blocked");
        Projects.create(project, Projects.tinyDesign());
        Files.writeString(project.resolve("results"), "a file where the folder belongs");
        CommandRun ended = CommandRun.of("train", project);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("crossbar: " + project.resolve("results") + ": results cannot be written there");
    }

    @Test
    void jsonComesAloneWithoutProgress() {
        assertThat(CommandRun.of("evaluate", trained, "--json").err()).isEmpty();
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
