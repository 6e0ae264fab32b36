package studio.crossbar.study;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.training.TrainedNetwork;

/**
 * What stays of a finished training when a later one replaces its network.
 *
 * @param id sixteen hexadecimal digits that follow from design and course: a training that is repeated with the same result
 *     is the same run
 * @param ended when its network was kept
 * @param design that was trained
 * @param dataset that it learned from
 * @param floatAccuracy of the float network on the test windows, 0 … 1; NaN if it was not measured
 * @param epochs in order
 * @param accuracy on the test windows over programming draws; null until it is evaluated
 */
public record RunRecord(
        String id,
        Instant ended,
        Design design,
        DatasetSummary dataset,
        double floatAccuracy,
        List<RunEpoch> epochs,
        @Nullable AccuracyUnderNoise accuracy) {

    static final String ID = "[0-9a-f]{16}";

    private static final int ID_BYTES = 8;

    public RunRecord {
        epochs = List.copyOf(epochs);
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("id: \"" + id + "\" is not sixteen hexadecimal digits");
        }
        if (!Double.isNaN(floatAccuracy) && !(floatAccuracy >= 0 && floatAccuracy <= 1)) {
            throw new IllegalArgumentException("floatAccuracy: " + floatAccuracy + " is outside 0 … 1");
        }
    }

    /** Record of a training that has just ended, not evaluated yet. */
    public static RunRecord of(TrainedNetwork trained, DatasetSummary dataset, Instant ended) {
        return of(
                trained.design(),
                dataset,
                trained.floatAccuracy(),
                trained.history().stream().map(RunEpoch::of).toList(),
                ended);
    }

    static RunRecord of(
            Design design, DatasetSummary dataset, double floatAccuracy, List<RunEpoch> epochs, Instant ended) {
        return new RunRecord(
                id(design, dataset, floatAccuracy, epochs), ended, design, dataset, floatAccuracy, epochs, null);
    }

    /** Identity of the run that {@code trained} came out of. */
    public static String identity(TrainedNetwork trained, DatasetSummary dataset) {
        return of(trained, dataset, Instant.EPOCH).id();
    }

    public RunRecord withAccuracy(@Nullable AccuracyUnderNoise value) {
        return new RunRecord(id, ended, design, dataset, floatAccuracy, epochs, value);
    }

    /** Training is a function of design and data, so that these and how it went stand for the weights. */
    private static String id(Design design, DatasetSummary dataset, double floatAccuracy, List<RunEpoch> epochs) {
        ByteBuffer course = ByteBuffer.allocate(Double.BYTES * (3 * epochs.size() + 1));
        course.putDouble(floatAccuracy);
        epochs.forEach(epoch -> course.putDouble(Double.isFinite(epoch.loss()) ? epoch.loss() : Double.NaN)
                .putDouble(epoch.trainAccuracy())
                .putDouble(epoch.validationAccuracy()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(AtomicFiles.utf8(DesignJson.write(design.withName("any"))));
            digest.update(AtomicFiles.utf8(dataset.toString()));
            digest.update(course.array());
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
