package studio.crossbar.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.study.ImportedProject;
import studio.crossbar.study.NewProject;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.ui.common.Texts;

/** What a new project is made of, and what is wrong with each field. */
final class NewProjectViewModel {

    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final ObjectProperty<ReferenceNetwork> network =
            new SimpleObjectProperty<>(this, "network", ReferenceNetwork.HAR_CNN);
    private final StringProperty bits = new SimpleStringProperty(this, "bits", "4");
    private final ObjectProperty<Polarity> polarity =
            new SimpleObjectProperty<>(this, "polarity", Polarity.DIFFERENTIAL);
    private final StringBinding folderProblem = problem(this::wantedFolder, folder);
    private final BooleanProperty folderAsked = new SimpleBooleanProperty(this, "folderAsked");
    private final StringBinding folderReason = Bindings.createStringBinding(
            () -> folderAsked.get() ? folderProblem.get() : "", folderAsked, folderProblem);
    private final OnnxField onnx;
    private final DataField data;
    private final StringBinding bitsProblem = problem(this::wantedBits, bits);
    private final StringBinding problem;
    private final StringBinding createReason;
    private final StringBinding summary;

    /** Something that refuses what it is given. */
    private interface Check {
        @Nullable
        Object run() throws ProjectException;
    }

    private static StringBinding problem(Check check, Observable... values) {
        return Bindings.createStringBinding(
                () -> {
                    try {
                        check.run();
                        return "";
                    } catch (IllegalArgumentException | ProjectException e) {
                        return String.valueOf(e.getMessage());
                    }
                },
                values);
    }

    /** @param ui runs updates on the user interface's thread */
    NewProjectViewModel(Executor ui) {
        onnx = new OnnxField(ui);
        data = new DataField(ui);
        problem = problem(
                () -> wanted().plan(),
                Stream.concat(
                                Stream.<Observable>of(folder, bits, network, onnx.changes(), polarity),
                                Stream.of(data.changes()))
                        .toArray(Observable[]::new));
        createReason = Bindings.createStringBinding(
                this::createReason,
                problem,
                folderReason,
                onnx.problem(),
                bitsProblem,
                data.problem(),
                data.csv().problemProperty());
        summary = Bindings.createStringBinding(this::summary, network, onnx.changes());
        folder.subscribe((before, now) -> folderAsked.set(true));
    }

    /** Path of the project's folder; a relative one is one of the working directory. */
    StringProperty folderProperty() {
        return folder;
    }

    ObjectProperty<ReferenceNetwork> networkProperty() {
        return network;
    }

    /** Bits a cell. */
    StringProperty bitsProperty() {
        return bits;
    }

    ObjectProperty<Polarity> polarityProperty() {
        return polarity;
    }

    /** Path of the data set; empty for the usual search. */
    StringProperty dataProperty() {
        return data.textProperty();
    }

    /** Why the folder is none for a project; empty if it is. */
    StringBinding folderProblem() {
        return folderProblem;
    }

    /** The same once the user has typed a folder or left its field: nobody has done wrong before. */
    StringBinding folderReason() {
        return folderReason;
    }

    /** The user has left the folder's field. */
    void folderLeft() {
        folderAsked.set(true);
    }

    /** Why the cells cannot have these bits; empty if they can. */
    StringBinding bitsProblem() {
        return bitsProblem;
    }

    /** Why this is no data set's path; empty if it is. Whether data are there is found out when they are read. */
    StringBinding dataProblem() {
        return data.problem();
    }

    /** How the data are to be read if they are CSV. */
    CsvViewModel csv() {
        return data.csv();
    }

    /** Why no project can be made; empty if one can. */
    StringBinding problem() {
        return problem;
    }

    /** The same in a sentence, where it does not stand below a field already. */
    StringBinding createReasonBinding() {
        return createReason;
    }

    private String createReason() {
        String why = problem.get();
        boolean said = Stream.<ObservableStringValue>of(
                        folderReason,
                        onnx.problem(),
                        bitsProblem,
                        data.problem(),
                        data.csv().problemProperty())
                .anyMatch(reason -> reason.get().equals(why));
        return why.isEmpty() || said ? "" : Texts.format("shell.newProject.refused", why);
    }

    /** Path of an ONNX file whose network is taken in place of a reference; empty for a reference. */
    StringProperty onnxProperty() {
        return onnx.textProperty();
    }

    /** Why the file's network cannot be taken; empty if it can, while it is read, and if none is named. */
    StringBinding onnxProblem() {
        return onnx.problem();
    }

    /** What the network is for, or what was found in the file. */
    StringBinding summaryBinding() {
        return summary;
    }

    private String summary() {
        try {
            ImportedNetwork found = onnx.network();
            if (found == null) {
                return Texts.format(
                        "shell.newProject.network.summary",
                        network.get().signals(),
                        network.get().classes());
            }
            String text = Texts.format(
                    "shell.newProject.onnx.summary",
                    found.network().network().layers().size(),
                    found.network().network().weights());
            return found.remarks().isEmpty() ? text : text + "\n" + String.join("\n", found.remarks());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * What is asked for.
     *
     * @throws IllegalArgumentException naming the field and what is understood
     * @throws ProjectException if the folder holds a project or is a file
     */
    ProjectPlan wanted() throws ProjectException {
        ImportedNetwork network = onnx.network();
        return network == null
                ? new NewProject(
                        wantedFolder(), this.network.get(), wantedBits(), polarity.get(), data.path(), data.options())
                : new ImportedProject(
                        wantedFolder(),
                        onnx.file(),
                        network,
                        wantedBits(),
                        polarity.get(),
                        data.path(),
                        data.options());
    }

    private Path wantedFolder() throws ProjectException {
        if (folder.get().isBlank()) {
            throw new IllegalArgumentException(Texts.get("shell.newProject.folder.empty"));
        }
        Path path = TypedPath.of(
                folder.get(), reason -> Texts.format("shell.newProject.folder.noPath", folder.get(), reason));
        Project.requireNone(path);
        return path;
    }

    private int wantedBits() {
        String text = bits.get().strip();
        int value = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (value < 1 || value > Cell.MAX_BITS) {
            throw new IllegalArgumentException(Texts.format("shell.newProject.bits.outside", text, Cell.MAX_BITS));
        }
        return value;
    }
}
