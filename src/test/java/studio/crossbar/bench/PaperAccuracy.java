package studio.crossbar.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Arguments: project folder, seeds, and what a case's name must contain. */
    static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-projects/paper-har");
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        String wanted = args.length > 2 ? args[2] : "";
        Project project = Project.open(folder);
        Parts parts = Workflow.data(project, null);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", 1)
                .put(
                        "conditions",
                        DRAWS + " programming draws a seed, "
                                + project.design().hardware().noise() + ", " + Workflow.dataSource(project, null));
        ArrayNode cases = json.putArray("cases");
        for (int bits : BITS) {
            for (ClaimCase which : ClaimCase.values()) {
                if (which.label().contains(wanted)) {
                    measure(project.design(), parts, bits, which, seeds, cases.addObject());
                }
            }
        }
        Files.writeString(folder.resolve(ClaimAccuracies.FILE), JsonText.write(json));
    }

    private static void measure(Design base, Parts parts, int bits, ClaimCase which, int seeds, ObjectNode json) {
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
    }
}
