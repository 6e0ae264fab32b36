package studio.crossbar.ui.shell;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Texts;

/** The ONNX file that a field names. It is read in the background, once for each text: a file may be large, or far away. */
final class OnnxField {

    /**
     * What is known of the file.
     *
     * @param network in it; null if there is none
     * @param refusal why there is none; empty if no file is named
     * @param ended whether it is read
     */
    private record Reading(@Nullable ImportedNetwork network, String refusal, boolean ended) {

        static Reading refused(String why) {
            return new Reading(null, why, true);
        }
    }

    private static final Reading NONE = new Reading(null, "", true);
    private static final Reading RUNNING = new Reading(null, Texts.get("shell.newProject.onnx.reading"), false);

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>(this, "reading", NONE);
    private final StringBinding problem = Bindings.createStringBinding(
            () -> reading.get().ended() ? reading.get().refusal() : "", reading);
    private final Latest<ImportedNetwork> lane;

    /** @param ui runs updates on the user interface's thread */
    OnnxField(Executor ui) {
        lane = new Latest<>(
                ui,
                network -> reading.set(new Reading(network, "", true)),
                thrown -> reading.set(Reading.refused(
                        thrown instanceof NoSuchFileException
                                ? Texts.format("shell.newProject.onnx.none", text.get())
                                : String.valueOf(thrown.getMessage()))));
        text.subscribe((before, now) -> read(now));
    }

    private void read(String named) {
        lane.forget();
        if (named.isBlank()) {
            reading.set(NONE);
            return;
        }
        try {
            Path file = file();
            reading.set(RUNNING);
            lane.ask(_ -> OnnxFile.read(file));
        } catch (IllegalArgumentException e) {
            reading.set(Reading.refused(String.valueOf(e.getMessage())));
        }
    }

    /** Path of the file; empty for none. */
    StringProperty textProperty() {
        return text;
    }

    /** Changes with what {@link #network} says. */
    ObservableValue<?> changes() {
        return reading;
    }

    /** Why the file's network cannot be taken; empty if it can, while it is read, and if none is named. */
    StringBinding problem() {
        return problem;
    }

    /**
     * The path.
     *
     * @throws IllegalArgumentException if the text is none
     */
    Path file() {
        return TypedPath.of(text.get(), reason -> Texts.format("shell.newProject.onnx.noPath", text.get(), reason));
    }

    /**
     * What the file holds; null if none is named.
     *
     * @throws IllegalArgumentException if it is not read yet or cannot be taken
     */
    @Nullable
    ImportedNetwork network() {
        Reading now = reading.get();
        if (!now.refusal().isEmpty()) {
            throw new IllegalArgumentException(now.refusal());
        }
        return now.network();
    }
}
