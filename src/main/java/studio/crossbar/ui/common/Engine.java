package studio.crossbar.ui.common;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.Design;
import studio.crossbar.run.JobContext;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;

/** What the workbench asks of the core; runs in jobs. */
public interface Engine {

    /**
     * A project that comes with the application.
     *
     * @param folder where it is
     * @param name shown
     * @param description one or two sentences
     * @param quick whether it waits for a training of about a minute, on data that need not be fetched
     */
    record Sample(Path folder, String name, String description, boolean quick) {}

    /** Told of a run, on its thread. */
    interface RunListener extends JobContext {

        /** After each epoch. */
        void epoch(Epoch epoch);

        /** After each batch: share of the training and its loss. */
        void loss(double done, double loss);

        /** When the network is trained and stored; what follows may fail or be cancelled without losing it. */
        void trained(TrainedNetwork network);
    }

    /** Projects that come with the application. */
    List<Sample> samples();

    /**
     * Reads a project, its data and its last result. This and the next two end with a
     * {@link java.util.concurrent.CancellationException} within a second after they are cancelled, with nothing written.
     *
     * @throws IOException or IllegalArgumentException naming file and remedy if something cannot be read
     */
    OpenProject open(Path folder, JobContext context) throws IOException;

    /**
     * Makes a project, if its data can be read, and reads it.
     *
     * @throws IOException or IllegalArgumentException naming the folder and what to do; nothing is made then
     */
    OpenProject create(ProjectPlan wanted, JobContext context) throws IOException;

    /**
     * Makes {@code data} the data setting of the project in {@code folder}, if it can be read, and reads the project anew.
     *
     * @param data folder, archive or file; null to remove the setting
     * @param csv how to understand it if it is CSV; null for what the project says of that
     * @throws IOException naming path and remedy; the setting is then as before
     */
    OpenProject openData(Path folder, @Nullable Path data, @Nullable CsvOptions csv, JobContext context)
            throws IOException;

    /**
     * Fetches what is not there yet of a published data set, and returns the folder that it is in.
     *
     * @param folder of all data sets
     * @param mirror folder on the network; null for the authors' server
     * @throws IOException that says what failed, what is kept and what to do
     */
    Path download(PublishedDataset dataset, Path folder, @Nullable URI mirror, JobContext context) throws IOException;

    /** Trains, maps, evaluates and costs {@code design}, and stores design, settings and results in the project. */
    Evaluation run(OpenProject project, Design design, RunListener listener) throws IOException;

    /** Maps, evaluates and costs a network that is stored in the project, and stores the result beside it. */
    Evaluation evaluate(OpenProject project, TrainedNetwork trained, RunListener listener) throws IOException;

    /**
     * Refuses to go on with a training that was not interrupted.
     *
     * @throws IOException saying what to do if no training of {@code design} can be gone on with
     */
    void requireInterrupted(OpenProject project, Design design) throws IOException;

    /** Stores the design and the settings of {@code project} in its folder. */
    void save(OpenProject project, Design design) throws IOException;

    /** Writes PDF, CSV and PNG files into {@code folder} and says which. */
    List<Path> export(Evaluation evaluation, Path folder) throws IOException;

    /**
     * Writes a trained network with its float weights as an ONNX file, whole or not at all.
     *
     * @throws IOException or IllegalArgumentException naming the file or the layer, and what to do
     */
    void exportOnnx(OpenProject project, TrainedNetwork trained, Path file) throws IOException;
}
