package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.crossbar.data.Parts;
import studio.crossbar.report.Bundle;
import studio.crossbar.report.ReportWriter;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.StoredEvaluation;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.study.WriteProbe;

/** {@code crossbar report}. */
@Command(
        name = "report",
        description = "PDF, CSV and PNG files of the trained network and its evaluation, which is made where there is"
                + " none with the draws and wires asked for.")
final class ReportCommand extends ProjectCommand {

    /** More than the files of a report take. */
    private static final long REPORT_BYTES = 4 << 20;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private DrawsOption draws = new DrawsOption();

    @Mixin
    private WiresOption wires = new WiresOption();

    @Mixin
    private CostChoices cost = new CostChoices();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the files; results/report in the project otherwise.")
    private @Nullable Path output;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "Also write a .zip with the project, its trained network, the report, versions, seeds, the"
                    + " checksum of the data, the numbers and the commands that reproduce them.")
    private @Nullable Path bundle;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        Path folder = output == null ? project.reportFolder() : output;
        WriteProbe.require(folder, REPORT_BYTES);
        if (bundle != null) {
            requireWritableBinary("--bundle", bundle);
        }
        Evaluation evaluation = evaluation(project, store);
        List<Path> files = ReportWriter.write(evaluation, folder);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name()).put("folder", folder.toString());
        ArrayNode names = json.putArray("files");
        files.forEach(file -> names.add(file.toString()));
        TextTable table = new TextTable().row("Written to", folder.toString());
        files.forEach(file -> table.row("", file.getFileName().toString()));
        if (bundle != null) {
            write(project, evaluation, bundle);
            json.put("bundle", bundle.toString());
            table.row("Bundle", bundle.toString());
        }
        return new Report(table.text(), json);
    }

    private void write(Project project, Evaluation evaluation, Path file) throws Exception {
        TrainedResult trained = new TrainedResult(evaluation.mapped().trained(), evaluation.dataset());
        Project costed = project.withSettings(cost.settings(project));
        job("Bundle " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data.path);
            ProjectData.requireSame(trained, parts);
            context.progress(0.5, "writing");
            new Bundle(
                            costed,
                            evaluation,
                            parts,
                            ProjectData.source(project, data.path).path(),
                            cost.technologyFile())
                    .write(file, context::cancelled);
            return file;
        });
    }

    /** The stored evaluation if it is the one asked for; data that someone names are used or refused. */
    private Evaluation evaluation(Project project, ResultStore store) throws Exception {
        TrainedResult trained = store.trained();
        Costing costing = cost.costing(project);
        int wanted = draws.of(project);
        WireResistance resistance = wires.of(project);
        Optional<StoredEvaluation> stored = store.evaluation()
                .filter(found -> found.accuracy().draws().size() == wanted)
                .filter(found -> found.dataset().equals(trained.dataset()))
                .filter(found -> Objects.equals(resistance, found.wires()));
        if (stored.isEmpty()) {
            return job(
                    "Evaluate " + project.settings().name(),
                    EvaluateCommand.work(project, store, trained, data.path, wanted, costing, resistance));
        }
        if (ProjectData.source(project, data.path).path() != null) {
            Parts parts = job("Read data of " + project.settings().name(), context -> {
                context.progress(0, "reading data");
                return ProjectData.load(project, data.path);
            });
            ProjectData.requireSame(trained, parts);
        }
        return Evaluation.restore(trained.network(), stored.get(), costing);
    }
}
