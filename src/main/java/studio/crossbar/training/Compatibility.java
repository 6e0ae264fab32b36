package studio.crossbar.training;

import studio.crossbar.data.Dataset;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.Shape;

/** Refuses data that do not fit a network, before any work is done. */
final class Compatibility {

    private Compatibility() {}

    /** As in the design's file. */
    private static String spelling(InputCoding inputs) {
        return switch (inputs) {
            case SIGNED -> "signed";
            case RECTIFIED_SPLIT -> "rectifiedSplit";
        };
    }

    static void check(Design design, Dataset data) {
        Shape input = design.network().input();
        int channels = data.channelNames().size() * design.hardware().inputs().channelsPerSignal();
        boolean vector = input.height() == 1 && input.width() == data.plane();
        if (input.channels() != channels
                || (!vector && (input.height() != data.height() || input.width() != data.width()))) {
            throw new IllegalArgumentException("network.input: " + input + ", but " + data.name()
                    + " with hardware.inputs \"" + spelling(design.hardware().inputs()) + "\" gives "
                    + new Shape(channels, data.height(), data.width())
                    + "; give the network that input in design.json, or name other data");
        }
        int outputs = design.network().output().size();
        if (outputs != data.classNames().size()) {
            throw new IllegalArgumentException("network.output: " + outputs + " values, but " + data.name() + " has "
                    + data.classNames().size() + " classes; give the last layer as many outputs");
        }
        for (int i = 0; i < data.features().length; i++) {
            if (!Float.isFinite(data.features()[i])) {
                throw new IllegalArgumentException("features: value " + i + " of " + data.name() + " is "
                        + data.features()[i] + "; remove the window or repair the file");
            }
        }
    }
}
