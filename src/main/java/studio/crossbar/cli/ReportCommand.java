package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.crossbar.report.ReportWriter;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.StoredEvaluation;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.study.Workflow;

/** {@code crossbar report}. */
@Command(
        name = "report",
        description = "PDF, CSV and PNG files of the trained network and its evaluation, which is made if missing.")
final class ReportCommand extends ProjectCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private DrawsOption draws = new DrawsOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the files; results/report in the project otherwise.")
    private @Nullable Path output;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        Evaluation evaluation = evaluation(project, store);
        Path folder = output == null ? project.results().resolve("report") : output;
        List<Path> files = ReportWriter.write(evaluation, folder);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name()).put("folder", folder.toString());
        ArrayNode names = json.putArray("files");
        files.forEach(file -> names.add(file.toString()));
        TextTable table = new TextTable().row("Written to", folder.toString());
        files.forEach(file -> table.row("", file.getFileName().toString()));
        return new Report(table.text(), json);
    }

    /** The stored evaluation unless it has another number of draws than the user asks for. */
    private Evaluation evaluation(Project project, ResultStore store) throws Exception {
        TrainedResult trained = store.trained();
        Optional<StoredEvaluation> stored = store.evaluation();
        int wanted = draws.of(project);
        if (stored.isPresent()
                && (!draws.given() || stored.get().accuracy().draws().size() == wanted)) {
            return Workflow.restore(trained.network(), stored.get(), Workflow.technology(project));
        }
        return job(
                "Evaluate " + project.settings().name(),
                EvaluateCommand.work(project, store, trained, data.path, wanted));
    }
}
