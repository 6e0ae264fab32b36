package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.network.onnx.OnnxExport;
import studio.crossbar.run.BuildInfo;
import studio.crossbar.study.OnnxModels;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;

/** {@code crossbar onnx}. */
@Command(
        name = "onnx",
        description = "The trained network as an ONNX file for other tools, computed in float. It takes signals as the"
                + " data set has them; their companding, standardisation and split are part of it. The way back is new"
                + " FOLDER --network FILE.onnx.")
final class OnnxCommand extends ProjectCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = {"--out", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Receives the model.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--weights",
            paramLabel = "KIND",
            description =
                    "float: as learned, from which levels are rounded; cells: the levels that cells hold, which are"
                            + " nearer to chips of few bits. Default ${DEFAULT-VALUE}.")
    private OnnxModels.Weights kind = OnnxModels.Weights.FLOAT;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        TrainedResult trained = store.trained();
        requireWritableBinary("--out", output);
        Parts parts = job("Read data of " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            return ProjectData.load(project, data.path);
        });
        ProjectData.requireSame(trained, parts);
        Dataset test = parts.test();
        byte[] model = OnnxModels.export(project, trained.network(), test, kind, BuildInfo.version());
        ResultFile.write("--out", output, file -> Files.write(file, model));
        long weights = project.design().network().weights();
        int classes = test.classNames().size();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name())
                .put("file", output.toString())
                .put("bytes", model.length)
                .put("weights", weights)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("input", OnnxExport.INPUT)
                .put("output", OnnxExport.OUTPUT)
                .put("classes", classes);
        String text = new TextTable()
                .row("Design", project.design().name() + ", " + weights + " weights, " + described())
                .row("Takes", OnnxExport.INPUT + ": raw signals, " + test.shape() + " a sample, as in " + test.name())
                .row("Gives", OnnxExport.OUTPUT + ": one score each of " + classes + " classes")
                .row("Written to", output.toString())
                .text();
        return new Report(text, json);
    }

    private String described() {
        return kind == OnnxModels.Weights.FLOAT ? "as learned, not quantised" : "of the levels that cells hold";
    }
}
