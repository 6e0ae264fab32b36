package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Layer;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.study.ImportedProject;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.ui.HandedOver;

class NewProjectViewModelTest {

    private final HandedOver updates = new HandedOver();
    private final NewProjectViewModel model = new NewProjectViewModel(updates);

    @TempDir
    private Path folder;

    @Test
    void theProjectIsWhatTheFieldsSay() throws Exception {
        Path target = folder.resolve("unipolar");
        model.folderProperty().set(" " + target + " ");
        model.networkProperty().set(ReferenceNetwork.HAR_MLP);
        model.bitsProperty().set("3");
        model.polarityProperty().set(Polarity.ROW_BLOCK);
        assertThat(model.problem().get()).isEmpty();

        ProjectPlan wanted = model.wanted();
        Project made = wanted.create();
        assertThat(Project.open(target)).isEqualTo(made);
        assertThat(made.settings().name()).isEqualTo("unipolar");
        assertThat(made.settings().data()).isNull();
        assertThat(made.design().hardware().cell().levels()).isEqualTo(8);
        assertThat(made.design().network().layers()).contains(new Layer.ConcatRelu());
    }

    @Test
    void whyNothingCanBeMadeIsAlwaysSaidInOnePlace() {
        assertThat(model.createReasonBinding().get())
                .as("before anything is typed")
                .isEqualTo("Create is not possible now: folder: is empty; name a new folder");
        model.folderLeft();
        assertThat(model.folderReason().get()).isEqualTo("folder: is empty; name a new folder");
        assertThat(model.createReasonBinding().get()).as("said below the field").isEmpty();
        model.folderProperty().set(folder.resolve("new").toString());
        assertThat(model.createReasonBinding().get()).isEmpty();
        model.bitsProperty().set("9");
        assertThat(model.bitsProblem().get()).isEqualTo(model.problem().get());
        assertThat(model.createReasonBinding().get()).isEmpty();
        model.bitsProperty().set("2");
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.createReasonBinding().get()).isEmpty();
    }

    @Test
    void theNetworkOfAnOnnxFileTakesThePlaceOfAReference() throws Exception {
        model.folderProperty().set(folder.resolve("imported").toString());
        model.onnxProperty().set("src/test/resources/onnx/conv.onnx");
        assertThat(model.createReasonBinding().get())
                .isEqualTo("Create is not possible now: the ONNX file is being read");
        assertThat(model.onnxProblem().get()).as("nothing is wrong yet").isEmpty();
        updates.runUntil(() -> model.problem().get().isEmpty());
        assertThat(model.summaryBinding().get()).contains("layers", "weights");
        Project made = model.wanted().create();
        assertThat(made.settings().start()).isEqualTo(ImportedProject.START);
        assertThat(folder.resolve("imported").resolve(ImportedProject.START)).exists();

        model.onnxProperty().set("none.onnx");
        updates.runUntil(() -> !model.onnxProblem().get().isEmpty());
        assertThat(model.onnxProblem().get()).isEqualTo("none.onnx does not exist; choose an ONNX file");
        Path damaged = Files.writeString(folder.resolve("damaged.onnx"), "no model");
        model.onnxProperty().set(damaged.toString());
        updates.runUntil(() -> !model.onnxProblem().get().isEmpty());
        assertThat(model.onnxProblem().get()).contains("damaged.onnx");
        assertThat(model.problem().get()).isNotEmpty();
        assertThat(model.summaryBinding().get()).isEmpty();

        model.onnxProperty().set("");
        assertThat(model.onnxProblem().get()).isEmpty();
        assertThat(model.summaryBinding().get()).contains("classes");
    }

    @Test
    void foldersThatCannotBecomeAProjectAreRefusedAtTheirField() throws Exception {
        assertThat(model.folderProblem().get()).contains("name a new folder");
        model.folderProperty().set(folder.resolve("a").toString());
        model.wanted().create();
        model.folderProperty().set(folder.resolve("b").toString());
        assertThat(model.problem().get()).isEmpty();
        model.folderProperty().set(folder.resolve("a").toString());
        assertThat(model.folderProblem().get())
                .startsWith(folder.resolve("a").toString())
                .contains("holds a project already");
        assertThat(model.problem().get()).isEqualTo(model.folderProblem().get());

        Path file = Files.writeString(folder.resolve("file"), "");
        model.folderProperty().set(file.toString());
        assertThat(model.folderProblem().get()).contains("is a file");
    }

    @Test
    void anEmptyFolderIsNoFaultBeforeTheUserCameToIt() {
        assertThat(model.folderReason().get()).isEmpty();
        assertThat(model.problem().get()).as("there is nothing to make yet").isNotEmpty();
        model.folderLeft();
        assertThat(model.folderReason().get())
                .isEqualTo(model.folderProblem().get())
                .isNotEmpty();

        NewProjectViewModel typed = new NewProjectViewModel(updates);
        typed.folderProperty().set(folder.resolve("a").toString());
        assertThat(typed.folderReason().get()).isEmpty();
        typed.folderProperty().set("");
        assertThat(typed.folderReason().get()).contains("name a new folder");
    }

    @Test
    void howCsvIsReadIsKeptInTheProjectAndWhatIsWrongHoldsItBack() throws Exception {
        Path table = Files.writeString(folder.resolve("table.csv"), "1.5,oops,u\n2,3,v\n");
        model.folderProperty().set(folder.resolve("csv").toString());
        model.dataProperty().set(table.toString());
        assertThat(model.createReasonBinding().get())
                .isEqualTo("Create is not possible now: the data are being looked at");
        updates.runUntil(() -> !model.csv().busyProperty().get());
        assertThat(model.problem().get()).contains("say whether there is a header");
        assertThat(model.createReasonBinding().get()).as("said below the data").isEmpty();
        model.csv().header(true);
        updates.runUntil(() -> model.problem().get().isEmpty());
        Project made = model.wanted().create();
        assertThat(made.settings().csv()).isEqualTo(new CsvOptions(',', true, "u", null, CsvOptions.Missing.REFUSE));
        assertThat(Project.open(folder.resolve("csv"))).isEqualTo(made);

        model.folderProperty().set(folder.resolve("other").toString());
        model.dataProperty().set("");
        assertThat(model.csv().csvBinding().get()).isFalse();
        assertThat(model.wanted().plan().settings().csv()).isNull();
    }

    @Test
    void bitsAreWholeAndWithinWhatCellsHave() {
        model.folderProperty().set(folder.resolve("a").toString());
        for (String wrong : new String[] {"", "0", "9", "four", "2.5", "-1"}) {
            model.bitsProperty().set(wrong);
            assertThat(model.bitsProblem().get()).as(wrong).contains("1 … 8");
            assertThat(model.problem().get()).isNotEmpty();
        }
        model.bitsProperty().set(" 8 ");
        assertThat(model.problem().get()).isEmpty();
    }
}
