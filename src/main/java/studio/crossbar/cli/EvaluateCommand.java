package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.cost.TechnologyIdentity;
import studio.crossbar.data.Parts;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.run.Job;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectEvaluation;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;

/** {@code crossbar evaluate}. */
@Command(
        name = "evaluate",
        description = "Accuracy of the trained network over programming draws, with area, energy and latency.")
final class EvaluateCommand extends ProjectCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private DrawsOption draws = new DrawsOption();

    @Mixin
    private WiresOption wires = new WiresOption();

    @Mixin
    private CostChoices cost = new CostChoices();

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        WireResistance resistance = wires.of(project);
        TrainedResult trained = store.trained();
        return report(job(
                "Evaluate " + project.settings().name(),
                work(project, store, trained, data.path, draws.of(project), cost.costing(project), resistance)));
    }

    /** Reads the data, evaluates and keeps the evaluation. */
    static Job.Work<Evaluation> work(
            Project project,
            ResultStore store,
            TrainedResult trained,
            @Nullable Path data,
            int draws,
            Costing costing,
            @Nullable WireResistance wires) {
        return context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data);
            ProjectData.requireSame(trained, parts);
            Evaluation evaluation = ProjectEvaluation.evaluate(
                    trained.network(),
                    parts,
                    costing,
                    draws,
                    wires,
                    context::cancelled,
                    done -> context.progress(done, "programming " + draws + (draws == 1 ? " chip" : " chips")));
            ProjectEvaluation.keep(project, store, evaluation);
            return evaluation;
        };
    }

    private static Report report(Evaluation evaluation) {
        AccuracyUnderNoise accuracy = evaluation.accuracy();
        MappingPlan plan = evaluation.mapped().plan();
        var design = evaluation.mapped().trained().design();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", design.name());
        ObjectNode accuracyJson = json.putObject("accuracy");
        accuracyJson
                .put("mean", accuracy.mean())
                .put("std", accuracy.standardDeviation())
                .put("min", accuracy.worst())
                .put("draws", accuracy.draws().size());
        ArrayNode values = accuracyJson.putArray("values");
        accuracy.draws().forEach(values::add);
        WiredAccuracy wired = evaluation.wired();
        if (wired != null) {
            ObjectNode irDrop = WiresReport.put(wired.wires(), wired.error(), json);
            irDrop.put("mean", wired.accuracy().mean())
                    .put("std", wired.accuracy().standardDeviation())
                    .put("min", wired.accuracy().worst());
            ArrayNode wiredValues = irDrop.putArray("values");
            wired.accuracy().draws().forEach(wiredValues::add);
        }
        BuiltCells built = BuiltCells.of(plan, evaluation.cost());
        json.put("floatAccuracy", evaluation.floatAccuracy())
                .put("area_mm2", evaluation.cost().areaSquareMillimetres())
                .put("energy_nJ", evaluation.cost().energyNanojoules())
                .put("energyBasis", JsonFields.nameOf(evaluation.cost().energyBasis()))
                .put("latency_us", evaluation.cost().latencyMicroseconds());
        built.put(json);
        TechnologyIdentity technology = evaluation.cost().technology().identity();
        technology.put(json);
        ArrayNode activity = json.putArray("activity");
        evaluation.activity().forEach(layer -> activity.add(JsonRecords.tree(layer.mean())));
        json.set("dataset", JsonRecords.tree(evaluation.dataset()));
        json.put("seed", design.seed());
        TextTable table = new TextTable()
                .row("Design", design.name() + ", seed " + design.seed())
                .row("Data", evaluation.dataset().toString())
                .row("Accuracy", inWords(accuracy));
        if (wired != null) {
            table.row("With IR drop", inWords(wired.accuracy()))
                    .row("Wires", WiresReport.text(wired.wires(), wired.error()));
        }
        String text = table.row("Float network", Texts.percent(evaluation.floatAccuracy()))
                .row("Area", Texts.significant(evaluation.cost().areaSquareMillimetres()) + " mm²")
                .row(
                        "Energy",
                        Texts.significant(evaluation.cost().energyNanojoules()) + " nJ an inference, "
                                + evaluation.cost().energyAssumption())
                .row("Latency", Texts.significant(evaluation.cost().latencyMicroseconds()) + " µs an inference")
                .row("Devices", built.text(plan))
                .row("Utilisation", Texts.percent(built.utilisation()) + " of the tiles' cells")
                .row("Technology", technology.label())
                .text();
        return new Report(text, json);
    }

    private static String inWords(AccuracyUnderNoise accuracy) {
        return Texts.percent(accuracy.mean()) + " ± " + Texts.percent(accuracy.standardDeviation()) + ", worst "
                + Texts.percent(accuracy.worst()) + " of " + accuracy.draws().size() + " draws";
    }
}
