package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.study.ProjectException;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Asks what a new project is made of; what is wrong stands below its field. */
final class NewProjectDialog {

    private static final ButtonType CREATE = new ButtonType(Texts.get("shell.newProject.create"), ButtonData.OK_DONE);
    private static final int WIDTH = 360;

    private final NewProjectViewModel model = new NewProjectViewModel(Platform::runLater);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final DialogForm form = new DialogForm(WIDTH);
    private final Window owner;

    private NewProjectDialog(Window owner) {
        this.owner = owner;
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("shell.newProject.title"));
        dialog.setHeaderText(Texts.get("shell.newProject.question"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("new-project-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(CREATE, ButtonType.CANCEL);
        TextField folder = form.path(model.folderProperty(), "new-project-folder");
        folder.setPromptText(Texts.get("shell.newProject.folder.prompt"));
        form.row(
                Texts.get("shell.newProject.folder.name"),
                folder,
                Texts.get("shell.newProject.folder.help"),
                chooser(folder, Texts.get("shell.newProject.folder.choose")));
        folder.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                model.folderLeft();
            }
        });
        form.below(model.folderReason(), "new-project-folder-reason", "field-reason");
        ComboBox<ReferenceNetwork> reference = DialogForm.choice(
                List.of(ReferenceNetwork.values()),
                ReferenceNetwork::label,
                model.networkProperty(),
                "new-project-network");
        reference.disableProperty().bind(model.onnxProperty().isNotEmpty());
        form.row(
                Texts.get("shell.newProject.network.name"),
                reference,
                Texts.get("shell.newProject.network.help"),
                null);
        TextField onnx = form.path(model.onnxProperty(), "new-project-onnx");
        onnx.setPromptText(Texts.get("shell.newProject.onnx.prompt"));
        form.row(
                Texts.get("shell.newProject.onnx.name"),
                onnx,
                Texts.get("shell.newProject.onnx.help"),
                browse(onnx, Texts.get("shell.newProject.onnx.choose"), this::onnxFile));
        form.below(model.onnxProblem(), "new-project-onnx-reason", "field-reason");
        form.below(model.summaryBinding(), "new-project-summary", "text-muted");
        TextField bits = new TextField();
        bits.setId("new-project-bits");
        bits.setMaxWidth(70);
        bits.textProperty().bindBidirectional(model.bitsProperty());
        form.row(Texts.get("shell.newProject.bits.name"), bits, Texts.get("shell.newProject.bits.help"), null);
        form.below(model.bitsProblem(), "new-project-bits-reason", "field-reason");
        form.row(
                Texts.get("shell.newProject.polarity.name"),
                DialogForm.choice(
                        List.of(Polarity.values()),
                        EncodingNames::label,
                        model.polarityProperty(),
                        "new-project-polarity"),
                Texts.get("shell.newProject.polarity.help"),
                null);
        TextField data = form.path(model.dataProperty(), "new-project-data");
        data.setPromptText(Texts.get("shell.newProject.data.prompt"));
        form.row(
                Texts.get("shell.newProject.data.name"),
                data,
                Texts.get("shell.newProject.data.help"),
                new HBox(6, chooser(data, Texts.get("shell.newProject.data.choose")), dataFile(data)));
        form.below(model.dataProblem(), "new-project-data-reason", "field-reason");
        form.below(csv());
        form.below(model.createReasonBinding(), "new-project-create-reason", "text-muted");
        dialog.getDialogPane().setContent(form);
        Node create = dialog.getDialogPane().lookupButton(CREATE);
        create.setId("new-project-create");
        create.disableProperty().bind(model.problem().isNotEmpty());
        create.accessibleHelpProperty().bind(model.problem());
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("new-project-cancel");
        dialog.setOnShown(event -> folder.requestFocus());
    }

    /** Asks, and has {@code workbench} make and open the project. */
    static void show(Window owner, Workbench workbench) {
        ask(new NewProjectDialog(owner), workbench);
    }

    /** The same beginning with the network of an ONNX file. */
    static void ofNetwork(Window owner, Workbench workbench, Path onnx) {
        NewProjectDialog asked = new NewProjectDialog(owner);
        asked.model.onnxProperty().set(onnx.toString());
        ask(asked, workbench);
    }

    /** The same beginning with a data set. */
    static void ofData(Window owner, Workbench workbench, Path data) {
        NewProjectDialog asked = new NewProjectDialog(owner);
        asked.model.dataProperty().set(data.toString());
        ask(asked, workbench);
    }

    private static void ask(NewProjectDialog asked, Workbench workbench) {
        if (asked.dialog.showAndWait().filter(CREATE::equals).isPresent()) {
            try {
                workbench.create(asked.model.wanted());
            } catch (ProjectException | IllegalArgumentException e) {
                workbench.jobs().report(Texts.get("shell.newProject.failed"), e);
            }
        }
    }

    private Button chooser(TextField field, String title) {
        return browse(field, title, this::folder);
    }

    private Button dataFile(TextField field) {
        String title = Texts.get("shell.newProject.data.chooseFile");
        Button button = DialogForm.browse(
                field,
                Texts.get("shell.newProject.data.file"),
                Texts.format("shell.newProject.browseFor", title),
                () -> file(title, DataDialog.DATA));
        button.setId("new-project-data-file");
        return button;
    }

    /** Takes no room of what is no CSV. */
    private DialogForm csv() {
        DialogForm csv = CsvForm.of(model.csv(), WIDTH);
        csv.visibleProperty().bind(model.csv().csvBinding());
        csv.managedProperty().bind(csv.visibleProperty());
        csv.visibleProperty().subscribe(shown -> form.fit());
        return csv;
    }

    private @Nullable File folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return chooser.showDialog(owner);
    }

    private @Nullable File onnxFile(String title) {
        return file(title, new FileChooser.ExtensionFilter(Texts.get("shell.newProject.onnx.filter"), "*.onnx"));
    }

    private @Nullable File file(String title, FileChooser.ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(filter);
        return chooser.showOpenDialog(owner);
    }

    private static Button browse(TextField field, String title, Function<String, @Nullable File> asked) {
        return DialogForm.browse(
                field,
                Texts.get("shell.newProject.browse"),
                Texts.format("shell.newProject.browseFor", title),
                () -> asked.apply(title));
    }
}
