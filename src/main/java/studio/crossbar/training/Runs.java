package studio.crossbar.training;

import studio.crossbar.network.Shape;
import studio.crossbar.network.Window;

/**
 * Windows of a layer in runs at equal distances in its staging buffer, and where their results lie in {@code [samples,
 * positions, outputs]}. A run is either a row of output positions of one sample, or one position of all samples: whichever
 * is longer makes the longer, and so the faster, products.
 */
final class Runs {

    /** Fewest outputs that are worth converting window by window, as results that lie apart must be. */
    private static final int MANY_OUTPUTS = 32;

    private final boolean overSamples;
    private final Geometry geometry;
    private final Shape output;
    private final Window window;

    private Runs(boolean overSamples, Geometry geometry) {
        this.overSamples = overSamples;
        this.geometry = geometry;
        output = geometry.output;
        window = geometry.window;
    }

    /** Rows of positions; samples where a layer has one position. */
    static Runs ofRows(Geometry geometry) {
        return new Runs(geometry.output.length() == 1, geometry);
    }

    /** Whichever are longer, of {@code samples} samples. */
    static Runs longest(Geometry geometry, int samples) {
        boolean narrow = geometry.output.width() < samples
                && geometry.output.channels() >= MANY_OUTPUTS
                && !geometry.depthwise();
        return new Runs(geometry.output.length() == 1 || narrow, geometry);
    }

    /** How many, of {@code samples} samples. */
    int count(int samples) {
        return overSamples ? output.length() : samples * output.height();
    }

    /** Windows of each. */
    int length(int samples) {
        return overSamples ? samples : output.width();
    }

    /** Distance between the windows of a run. */
    int step(int plane) {
        return overSamples ? geometry.sampleStep(plane) : window.stride().width() * geometry.channels(plane);
    }

    /** Offset in the staging buffer of the first window of a run. */
    int offset(int plane, int run) {
        int sample = overSamples ? 0 : run / output.height();
        int y = overSamples ? run / output.width() : run % output.height();
        int x = overSamples ? run % output.width() : 0;
        return geometry.planeOffset[plane]
                + sample * geometry.sampleStep(plane)
                + (y * window.stride().height() * geometry.paddedWidth
                                + x * window.stride().width())
                        * geometry.channels(plane);
    }

    /** Index of the first result of a run. */
    int result(int run) {
        return run * (overSamples ? 1 : output.width()) * output.channels();
    }

    /** Distance between the results of neighbouring windows of a run. */
    int resultStep() {
        return (overSamples ? output.length() : 1) * output.channels();
    }

    /** Whether the results of a run lie together. */
    boolean together() {
        return !overSamples || output.length() == 1;
    }
}
