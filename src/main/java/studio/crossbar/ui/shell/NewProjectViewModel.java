package studio.crossbar.ui.shell;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
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
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.network.onnx.OnnxFile;
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
    private final StringProperty data = new SimpleStringProperty(this, "data", "");
    private final StringBinding folderProblem = problem(this::wantedFolder, folder);
    private final BooleanProperty folderAsked = new SimpleBooleanProperty(this, "folderAsked");
    private final StringBinding folderReason = Bindings.createStringBinding(
            () -> folderAsked.get() ? folderProblem.get() : "", folderAsked, folderProblem);
    private final StringProperty onnx = new SimpleStringProperty(this, "onnx", "");
    private String readFrom = "";
    private @Nullable ImportedNetwork read;
    private final StringBinding onnxProblem = problem(() -> imported(onnx.get()), onnx);
    private final StringBinding bitsProblem = problem(this::wantedBits, bits);
    private final StringBinding dataProblem = problem(this::wantedData, data);
    private final StringBinding problem = problem(() -> wanted().plan(), folder, bits, data, network, onnx, polarity);

    private final StringBinding createReason = Bindings.createStringBinding(
            this::createReason, problem, folderReason, onnxProblem, bitsProblem, dataProblem);

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

    NewProjectViewModel() {
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
        return data;
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
        return dataProblem;
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
        boolean said = Stream.of(folderReason, onnxProblem, bitsProblem, dataProblem)
                .anyMatch(reason -> reason.get().equals(why));
        return why.isEmpty() || said ? "" : Texts.format("shell.newProject.refused", why);
    }

    /** Path of an ONNX file whose network is taken in place of a reference; empty for a reference. */
    StringProperty onnxProperty() {
        return onnx;
    }

    /** Why the file's network cannot be taken; empty if it can, or none is named. */
    StringBinding onnxProblem() {
        return onnxProblem;
    }

    /** What the network is for, or what was found in the file. */
    String summary() {
        try {
            ImportedNetwork found = imported(onnx.get());
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
        ImportedNetwork network = imported(onnx.get());
        return network == null
                ? new NewProject(wantedFolder(), this.network.get(), wantedBits(), polarity.get(), wantedData())
                : new ImportedProject(
                        wantedFolder(),
                        Path.of(onnx.get().strip()),
                        network,
                        wantedBits(),
                        polarity.get(),
                        wantedData());
    }

    /** What the file holds; null without one. It is read once, since every edit asks. */
    private @Nullable ImportedNetwork imported(String text) {
        if (text.isBlank()) {
            return null;
        }
        Path file = path(text, reason -> Texts.format("shell.newProject.onnx.noPath", text, reason));
        if (!text.equals(readFrom) || read == null) {
            try {
                read = OnnxFile.read(file);
                readFrom = text;
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException(Texts.format("shell.newProject.onnx.none", text), e);
            } catch (IOException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        return read;
    }

    private Path wantedFolder() throws ProjectException {
        if (folder.get().isBlank()) {
            throw new IllegalArgumentException(Texts.get("shell.newProject.folder.empty"));
        }
        Path path = path(folder.get(), reason -> Texts.format("shell.newProject.folder.noPath", folder.get(), reason));
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

    private @Nullable Path wantedData() {
        return data.get().isBlank()
                ? null
                : path(data.get(), reason -> Texts.format("shell.newProject.data.noPath", data.get(), reason));
    }

    /** {@code refusal} makes the message of the reason why {@code text} is none. */
    private static Path path(String text, UnaryOperator<String> refusal) {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(refusal.apply(e.getReason()), e);
        }
    }
}
