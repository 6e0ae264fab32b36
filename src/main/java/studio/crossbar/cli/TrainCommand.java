package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.crossbar.data.Parts;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.EpochFields;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectTraining;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;

/** {@code crossbar train}. */
@Command(
        name = "train",
        description = "Train the design with the hardware in the loop and keep the result in the project.")
final class TrainCommand extends ProjectCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        store.requireWritable();
        long start = System.nanoTime();
        TrainedResult result = job("Train " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data.path);
            DatasetSummary described = DatasetSummary.of(parts);
            TrainedNetwork trained = ProjectTraining.train(
                    project,
                    project.design(),
                    parts,
                    new TrainingProgress(context),
                    network -> store.save(new TrainedResult(network, described)));
            return new TrainedResult(trained, described);
        });
        return report(project, result, (System.nanoTime() - start) * 1e-9);
    }

    private static Report report(Project project, TrainedResult result, double seconds) {
        Epoch last = result.network().history().getLast();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", result.network().design().name());
        json.set("dataset", JsonRecords.tree(result.dataset()));
        json.put("seed", result.network().design().seed());
        json.put("floatAccuracy", result.network().floatAccuracy());
        json.put("trainAccuracy", last.trainAccuracy());
        json.put("loss", last.loss());
        json.put("seconds", seconds);
        ArrayNode history = json.putArray("history");
        result.network().history().forEach(epoch -> history.add(EpochFields.tree(epoch)));
        String text = new TextTable()
                .row(
                        "Design",
                        result.network().design().name() + ", seed "
                                + result.network().design().seed())
                .row("Data", result.dataset().toString())
                .row("Float network", Texts.percent(result.network().floatAccuracy()) + " of test windows")
                .row(
                        "Last epoch",
                        Texts.percent(last.trainAccuracy()) + " of training windows, loss "
                                + Texts.decimals(last.loss(), 3))
                .row(
                        "Time",
                        Texts.decimals(seconds, 1) + " s, "
                                + result.network().history().size() + " epochs")
                .row("Kept in", project.results().toString())
                .text();
        return new Report(text, json);
    }
}
