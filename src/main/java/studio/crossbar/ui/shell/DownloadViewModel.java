package studio.crossbar.ui.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.DataKind;
import studio.crossbar.data.download.Downloader;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.Texts;

/** Which data set is fetched, where from and where to, and what is wrong with each. */
final class DownloadViewModel {

    private static final String USUAL_FOLDER = "crossbar-data";

    private final ObjectProperty<PublishedDataset> dataset;
    private final StringProperty folder;
    private final StringProperty mirror = new SimpleStringProperty(this, "mirror", "");
    private final StringBinding folderProblem;
    private final StringBinding mirrorProblem;
    private final StringBinding summary;

    /** Something that refuses what it is given. */
    private interface Check {
        @Nullable
        Object run();
    }

    /**
     * Begins with the data set that fits {@code design}, and with a folder in the user's own.
     *
     * @param home folder of the user
     */
    DownloadViewModel(@Nullable Design design, Path home) {
        dataset = new SimpleObjectProperty<>(this, "dataset", fitting(design));
        folder = new SimpleStringProperty(
                this, "folder", home.resolve(USUAL_FOLDER).toString());
        folderProblem = problem(this::wantedFolder, folder);
        mirrorProblem = problem(this::wantedMirror, mirror);
        summary = Bindings.createStringBinding(this::describe, dataset, folder);
    }

    private static PublishedDataset fitting(@Nullable Design design) {
        return design == null
                ? PublishedDataset.HAR
                : DataKind.fitting(
                                design.network().input().size()
                                        / design.hardware().inputs().channelsPerSignal(),
                                design.network().output().size())
                        .flatMap(PublishedDataset::of)
                        .orElse(PublishedDataset.HAR);
    }

    private static StringBinding problem(Check check, Observable value) {
        return Bindings.createStringBinding(
                () -> {
                    try {
                        check.run();
                        return "";
                    } catch (IllegalArgumentException e) {
                        return String.valueOf(e.getMessage());
                    }
                },
                value);
    }

    ObjectProperty<PublishedDataset> datasetProperty() {
        return dataset;
    }

    /** Path of the folder for data sets. */
    StringProperty folderProperty() {
        return folder;
    }

    /** Address of a mirror; empty for the authors' server. */
    StringProperty mirrorProperty() {
        return mirror;
    }

    /** Why nothing can be put there; empty if it can. */
    StringBinding folderProblem() {
        return folderProblem;
    }

    /** Why this is no mirror; empty if it is, or none is named. */
    StringBinding mirrorProblem() {
        return mirrorProblem;
    }

    /** Source and size, and what an earlier download left. */
    StringBinding summary() {
        return summary;
    }

    /** @throws IllegalArgumentException saying what is no path */
    Path wantedFolder() {
        if (folder.get().isBlank()) {
            throw new IllegalArgumentException(Texts.get("shell.download.folder.empty"));
        }
        try {
            return Path.of(folder.get().strip());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    Texts.format("shell.download.folder.noPath", folder.get(), e.getReason()), e);
        }
    }

    /** @throws IllegalArgumentException saying what is no address */
    @Nullable
    URI wantedMirror() {
        String text = mirror.get().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Downloader.requireWeb(URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Texts.format("shell.download.mirror.noAddress", text), e);
        }
    }

    private String describe() {
        PublishedDataset chosen = dataset.get();
        String text = Texts.format("shell.download.summary", chosen.source(), chosen.bytes() * 1e-6, chosen.page());
        long kept = kept(chosen);
        return kept == 0 ? text : text + "\n" + Texts.format("shell.download.kept", kept * 1e-6);
    }

    private long kept(PublishedDataset chosen) {
        try {
            Path path = wantedFolder();
            return Files.isDirectory(path) ? Downloader.kept(chosen, path) : 0;
        } catch (IllegalArgumentException | IOException e) {
            return 0;
        }
    }
}
