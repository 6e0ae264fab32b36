package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.onnx.Models;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.ui.Projects;

class OnnxCommandTest {

    @TempDir
    static Path folder;

    /** From a project to a file, from the file to another project, and its training from those weights. */
    @Test
    void aTrainedProjectGoesOutAndComesBack() throws IOException {
        Path first = folder.resolve("first");
        Projects.create(first, Projects.tinyDesign());
        Path file = folder.resolve("tiny.onnx");
        CommandRun early = CommandRun.of("onnx", first, "--out", file);
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.err()).contains("train the design first").hasLineCount(1);
        assertThat(file).doesNotExist();
        assertThat(CommandRun.of("train", first).code()).isZero();
        CommandRun cells = CommandRun.of("onnx", first, "--out", file, "--weights", "cells");
        assertThat(cells.out()).as(cells.err()).contains("levels that cells hold");
        CommandRun out = CommandRun.of("onnx", first, "--out", file, "--json");
        assertThat(out.code()).as(out.err()).isZero();
        assertThat(out.json().get("bytes").asLong()).isEqualTo(Files.size(file));

        Path second = folder.resolve("second");
        CommandRun made = CommandRun.of("new", second, "--network", file, "--bits", 3, "--json");
        assertThat(made.code()).as(made.err()).isZero();
        Project project = Project.open(second);
        assertThat(project.design().network()).isEqualTo(Projects.tinyDesign().network());
        assertThat(project.design().hardware().inputs())
                .isEqualTo(Projects.tinyDesign().hardware().inputs());
        assertThat(project.design().companding())
                .isEqualTo(Projects.tinyDesign().companding());
        assertThat(project.settings().start()).isEqualTo("start.onnx");
        assertThat(second.resolve("start.onnx")).hasSameBinaryContentAs(file);

        CommandRun train = CommandRun.of("train", second, "--float-epochs", 1, "--hardware-epochs", 0, "--json");
        assertThat(train.code()).as(train.err()).isZero();
        double before = new ResultStore(Project.open(first)).trained().network().floatAccuracy();
        assertThat(train.json().get("floatAccuracy").asDouble()).isGreaterThan(before - 0.1);

        Files.delete(second.resolve("start.onnx"));
        CommandRun lost = CommandRun.of("train", second);
        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.err()).contains("start.onnx is not there", "remove the setting");
    }

    @Test
    void aNetworkOfPyTorchBecomesAProjectWithSignedInputs() throws IOException {
        Path file = Files.write(folder.resolve("conv.onnx"), Models.resource("conv.onnx"));
        Path project = folder.resolve("conv");
        CommandRun made = CommandRun.of("new", project, "--network", file);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("2 × 12 × 10", "conv2d 6 (kernel 5 × 3", "LogSoftmax", "crossbar train");
        assertThat(Project.open(project).design().hardware().inputs()).isEqualTo(InputCoding.SIGNED);
        assertThat(Project.open(project).design().network())
                .isEqualTo(OnnxFile.read(file).network().network());
        CommandRun cost = CommandRun.of("cost", project, "--json");
        assertThat(cost.code()).as(cost.err()).isZero();
    }

    @Test
    void whatIsNoNetworkLeavesNoProject() throws IOException {
        Path file = Files.writeString(folder.resolve("text.onnx"), "no model");
        Path project = folder.resolve("none");
        CommandRun made = CommandRun.of("new", project, "--network", file);
        assertThat(made.code()).isEqualTo(1);
        assertThat(made.err()).contains("text.onnx: is no ONNX model").hasLineCount(1);
        CommandRun missing = CommandRun.of("new", project, "--network", folder.resolve("missing.onnx"));
        assertThat(missing.err()).contains("missing.onnx does not exist").hasLineCount(1);
        assertThat(project).doesNotExist();
    }
}
