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
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.hardware.Cell;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonText;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.CheckpointFile;
import studio.crossbar.study.ClaimAccuracies;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingState;

/**
 * Trains every case of a paper project and writes their accuracies beside it, where {@code cost --claim} finds them. Cases
 * differ in cells, polarity and ranges alone; conventional converters of each layer's own train as ranges a layer.
 */
final class PaperAccuracy {

    private static final int DRAWS = 10;
    private static final int[] BITS = {4, 2};

    private PaperAccuracy() {}

    /**
     * Arguments: project folder, seeds, what a case's name must contain, and a folder for states of trainings, so that a killed
     * bench goes on. Cases that the file has are not trained again. Those that differ in bits alone have their float epochs
     * in common, of which the bits decide nothing; with a folder they are trained once.
     */
    static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-projects/paper-har");
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        String wanted = args.length > 2 ? args[2] : "";
        @Nullable Path states = args.length > 3 ? Path.of(args[3]) : null;
        Project project = Project.open(folder);
        Parts parts = ProjectData.load(project, null);
        String conditions = DRAWS + " programming draws a seed, "
                + project.design().hardware().noise() + ", " + parts.name();
        Path file = folder.resolve(ClaimAccuracies.FILE);
        ObjectNode json = begun(file, conditions, project.design());
        ArrayNode cases = (ArrayNode) json.get("cases");
        for (int bits : BITS) {
            for (ClaimCase which : ClaimCase.values()) {
                if (which.label().contains(wanted) && !measured(cases, bits, which, seeds)) {
                    cases.add(measure(project.design(), parts, bits, which, seeds, states));
                    Files.writeString(file, JsonText.write(json));
                    forget(project.design(), parts, bits, which, seeds, states);
                }
            }
        }
    }

    /** What an earlier run has measured under the same conditions, since all cases of images take longer than a sitting. */
    private static ObjectNode begun(Path file, String conditions, Design design) throws IOException {
        if (Files.exists(file)
                && new ObjectMapper().readTree(file.toFile()) instanceof ObjectNode earlier
                && earlier.path("conditions").asText().equals(conditions)
                && earlier.has("design")
                && ClaimAccuracies.alike(
                        DesignJson.parse(file.toString(), JsonText.write(earlier.get("design"))), design)) {
            return earlier;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", ClaimAccuracies.SCHEMA).put("conditions", conditions).set("design", DesignJson.tree(design));
        json.putArray("cases");
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

    private static Design design(Design base, int bits, ClaimCase which, int seed) {
        Cell cell = base.hardware().cell();
        Cell other = new Cell(1 << bits, cell.gMinMicroSiemens(), cell.gMaxMicroSiemens());
        return base.withHardware(which.hardware(base.hardware().withCell(other)))
                .withSeed(seed);
    }

    /** Trains a case; its float epochs go on from those of the same case with other cells. */
    private static TrainedNetwork train(
            Design base, Parts parts, int bits, ClaimCase which, int seed, @Nullable Path states) throws IOException {
        Design design = design(base, bits, which, seed);
        if (states == null) {
            return Trainer.train(design, parts, new Told());
        }
        var common = new CheckpointFile(
                states,
                JsonFields.nameOf(which) + "-" + seed + "-float.checkpoint",
                design(base, BITS[0], which, seed),
                "float epochs",
                parts);
        CheckpointFile own = state(states, design, parts, bits, which);
        TrainingState resumed = CheckpointFile.load(own);
        return Trainer.train(
                design, parts, new Told(), resumed == null ? CheckpointFile.load(common) : resumed, state -> {
                    if (state.phase() == Epoch.Phase.HARDWARE) {
                        own.save(state);
                    } else {
                        common.save(state);
                    }
                });
    }

    /** Where the hardware epochs of a case are kept. */
    private static CheckpointFile state(Path states, Design design, Parts parts, int bits, ClaimCase which) {
        String name = JsonFields.nameOf(which) + "-" + design.seed() + "-" + bits + ".checkpoint";
        return new CheckpointFile(states, name, design, "", parts);
    }

    /** Removes the states of a case that is written. */
    private static void forget(Design base, Parts parts, int bits, ClaimCase which, int seeds, @Nullable Path states)
            throws IOException {
        for (int seed = 1; states != null && seed <= seeds; seed++) {
            state(states, design(base, bits, which, seed), parts, bits, which).delete();
        }
    }

    private static ObjectNode measure(
            Design base, Parts parts, int bits, ClaimCase which, int seeds, @Nullable Path states) throws IOException {
        List<Double> draws = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            TrainedNetwork trained = train(base, parts, bits, which, seed, states);
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
