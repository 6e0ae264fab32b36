package studio.crossbar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonText;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.ClaimAccuracies;
import studio.crossbar.study.Project;
import studio.crossbar.study.Workflow;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.TrainingListener;

/**
 * Trains every case of a paper project and writes their accuracies beside it, where {@code cost --claim} finds them. Cases
 * differ in cells, polarity and ranges alone; conventional converters of each layer's own train as ranges a layer.
 */
final class PaperAccuracy {

    private static final int DRAWS = 10;
    private static final int[] BITS = {4, 2};

    private PaperAccuracy() {}

    /** Arguments: project folder, seeds, and what a case's name must contain. Cases that the file has are not trained again. */
    static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-projects/paper-har");
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        String wanted = args.length > 2 ? args[2] : "";
        Project project = Project.open(folder);
        Parts parts = Workflow.data(project, null);
        String conditions = DRAWS + " programming draws a seed, "
                + project.design().hardware().noise() + ", " + parts.name();
        Path file = folder.resolve(ClaimAccuracies.FILE);
        ObjectNode json = begun(file, conditions);
        ArrayNode cases = (ArrayNode) json.get("cases");
        for (int bits : BITS) {
            for (ClaimCase which : ClaimCase.values()) {
                if (which.label().contains(wanted) && !measured(cases, bits, which, seeds)) {
                    cases.add(measure(project.design(), parts, bits, which, seeds));
                    Files.writeString(file, JsonText.write(json));
                }
            }
        }
    }

    /** What an earlier run has measured under the same conditions, since all cases of images take longer than a sitting. */
    private static ObjectNode begun(Path file, String conditions) throws IOException {
        if (Files.exists(file)
                && new ObjectMapper().readTree(file.toFile()) instanceof ObjectNode earlier
                && earlier.path("conditions").asText().equals(conditions)) {
            return earlier;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", 1).put("conditions", conditions).putArray("cases");
        return json;
    }

    private static boolean measured(ArrayNode cases, int bits, ClaimCase which, int seeds) {
        for (JsonNode entry : cases) {
            if (entry.path("bits").asInt() == bits
                    && entry.path("case").asText().equals(JsonFields.nameOf(which))
                    && entry.path("seeds").asInt() == seeds) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode measure(Design base, Parts parts, int bits, ClaimCase which, int seeds) {
        Cell cell = new Cell(
                1 << bits,
                base.hardware().cell().gMinMicroSiemens(),
                base.hardware().cell().gMaxMicroSiemens());
        Hardware hardware = which.hardware(base.hardware().withCell(cell));
        List<Double> draws = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            TrainedNetwork trained =
                    Workflow.train(base.withHardware(hardware).withSeed(seed), parts, TrainingListener.NONE);
            AccuracyUnderNoise noisy = MonteCarlo.accuracy(
                    MappedNetwork.of(trained), parts.test(), DRAWS, 1000L + seed, () -> false, share -> {});
            draws.addAll(noisy.draws());
        }
        double mean = draws.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double square = draws.stream()
                .mapToDouble(draw -> (draw - mean) * (draw - mean))
                .average()
                .orElseThrow();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bits", bits)
                .put("case", JsonFields.nameOf(which))
                .put("mean", mean)
                .put("std", Math.sqrt(square))
                .put("draws", DRAWS)
                .put("seeds", seeds);
        System.out.printf(
                Locale.ROOT,
                "%d bits, %-28s %.2f ± %.2f %%%n",
                bits,
                which.label(),
                100 * mean,
                100 * Math.sqrt(square));
        return json;
    }
}
