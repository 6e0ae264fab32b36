package studio.crossbar.ui.shell;

import java.io.File;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.study.ProjectException;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Asks what a new project is made of; what is wrong stands below its field. */
final class NewProjectDialog {

    private static final ButtonType CREATE = new ButtonType(Texts.get("shell.newProject.create"), ButtonData.OK_DONE);
    private static final int WIDTH = 360;

    private final NewProjectViewModel model = new NewProjectViewModel();
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane grid = new GridPane(10, 4);
    private final Window owner;

    private NewProjectDialog(Window owner) {
        this.owner = owner;
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("shell.newProject.title"));
        dialog.setHeaderText(Texts.get("shell.newProject.question"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("new-project-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(CREATE, ButtonType.CANCEL);
        TextField folder = path(model.folderProperty(), "new-project-folder");
        folder.setPromptText(Texts.get("shell.newProject.folder.prompt"));
        row(
                Texts.get("shell.newProject.folder.name"),
                folder,
                Texts.get("shell.newProject.folder.help"),
                chooser(folder, Texts.get("shell.newProject.folder.choose")));
        folder.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                model.folderLeft();
            }
        });
        reason(model.folderReason(), "new-project-folder-reason");
        ComboBox<ReferenceNetwork> reference = choice(
                List.of(ReferenceNetwork.values()),
                ReferenceNetwork::label,
                model.networkProperty(),
                "new-project-network");
        reference.disableProperty().bind(model.onnxProperty().isNotEmpty());
        row(Texts.get("shell.newProject.network.name"), reference, Texts.get("shell.newProject.network.help"), null);
        TextField onnx = path(model.onnxProperty(), "new-project-onnx");
        onnx.setPromptText(Texts.get("shell.newProject.onnx.prompt"));
        row(
                Texts.get("shell.newProject.onnx.name"),
                onnx,
                Texts.get("shell.newProject.onnx.help"),
                browse(onnx, Texts.get("shell.newProject.onnx.choose"), this::onnxFile));
        reason(model.onnxProblem(), "new-project-onnx-reason");
        Label summary = new Label();
        summary.setId("new-project-summary");
        summary.getStyleClass().add("text-muted");
        summary.setWrapText(true);
        summary.setPrefWidth(WIDTH);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.textProperty()
                .bind(Bindings.createStringBinding(model::summary, model.networkProperty(), model.onnxProperty()));
        summary.textProperty().subscribe(this::fit);
        grid.add(summary, 1, grid.getRowCount());
        TextField bits = new TextField();
        bits.setId("new-project-bits");
        bits.setMaxWidth(70);
        bits.textProperty().bindBidirectional(model.bitsProperty());
        row(Texts.get("shell.newProject.bits.name"), bits, Texts.get("shell.newProject.bits.help"), null);
        reason(model.bitsProblem(), "new-project-bits-reason");
        row(
                Texts.get("shell.newProject.polarity.name"),
                choice(
                        List.of(Polarity.values()),
                        NewProjectDialog::name,
                        model.polarityProperty(),
                        "new-project-polarity"),
                Texts.get("shell.newProject.polarity.help"),
                null);
        TextField data = path(model.dataProperty(), "new-project-data");
        data.setPromptText(Texts.get("shell.newProject.data.prompt"));
        row(
                Texts.get("shell.newProject.data.name"),
                data,
                Texts.get("shell.newProject.data.help"),
                chooser(data, Texts.get("shell.newProject.data.choose")));
        reason(model.dataProblem(), "new-project-data-reason");
        dialog.getDialogPane().setContent(grid);
        Node create = dialog.getDialogPane().lookupButton(CREATE);
        create.setId("new-project-create");
        create.disableProperty().bind(model.problem().isNotEmpty());
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("new-project-cancel");
        dialog.setOnShown(event -> folder.requestFocus());
    }

    /** Asks, and has {@code workbench} make and open the project. */
    static void show(Window owner, Workbench workbench) {
        show(owner, workbench, "");
    }

    /** The same beginning with the network of an ONNX file. */
    static void show(Window owner, Workbench workbench, String onnx) {
        NewProjectDialog asked = new NewProjectDialog(owner);
        asked.model.onnxProperty().set(onnx);
        if (asked.dialog.showAndWait().filter(CREATE::equals).isPresent()) {
            try {
                workbench.create(asked.model.wanted());
            } catch (ProjectException | IllegalArgumentException e) {
                workbench.jobs().report(Texts.get("shell.newProject.failed"), e);
            }
        }
    }

    private static TextField path(StringProperty value, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefWidth(WIDTH);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static <E> ComboBox<E> choice(
            List<E> values, Function<E, String> label, ObjectProperty<E> value, String id) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setId(id);
        box.setPrefWidth(180);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E one) {
                return one == null ? "" : label.apply(one);
            }

            @Override
            public @Nullable E fromString(String text) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private static String name(Polarity polarity) {
        return switch (polarity) {
            case DIFFERENTIAL -> Texts.get("shell.newProject.polarity.differential");
            case POSITIVE -> Texts.get("shell.newProject.polarity.positive");
            case NEGATIVE -> Texts.get("shell.newProject.polarity.negative");
            case ROW_BLOCK -> Texts.get("shell.newProject.polarity.rowBlock");
            case OFFSET -> Texts.get("shell.newProject.polarity.offset");
        };
    }

    private Button chooser(TextField field, String title) {
        return browse(field, title, this::folder);
    }

    private @Nullable File folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return chooser.showDialog(owner);
    }

    private @Nullable File onnxFile(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.get("shell.newProject.onnx.filter"), "*.onnx"));
        return chooser.showOpenDialog(owner);
    }

    private static Button browse(TextField field, String title, Function<String, @Nullable File> asked) {
        Button browse = new Button(Texts.get("shell.newProject.browse"));
        browse.setId(field.getId() + "-browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setAccessibleText(Texts.format("shell.newProject.browseFor", title));
        browse.setOnAction(event -> {
            File chosen = asked.apply(title);
            if (chosen != null) {
                field.setText(chosen.getPath());
            }
        });
        return browse;
    }

    private void row(String name, Control control, String help, @Nullable Node beside) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        label.setTooltip(tooltip);
        control.setTooltip(tooltip);
        control.setAccessibleText(name);
        HBox box = new HBox(6, control);
        if (beside != null) {
            HBox.setHgrow(control, Priority.ALWAYS);
            box.getChildren().add(beside);
        }
        grid.addRow(grid.getRowCount(), label, box);
    }

    /** Makes room for a reason that has come. */
    private void fit() {
        Scene scene = dialog.getDialogPane().getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }

    private void reason(ObservableValue<String> text, String id) {
        Label reason = new Label();
        reason.setId(id);
        reason.getStyleClass().add("field-reason");
        reason.setWrapText(true);
        reason.setPrefWidth(WIDTH);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.textProperty().bind(text);
        reason.managedProperty().bind(reason.textProperty().isNotEmpty());
        reason.managedProperty().subscribe(this::fit);
        grid.add(reason, 1, grid.getRowCount());
    }
}
