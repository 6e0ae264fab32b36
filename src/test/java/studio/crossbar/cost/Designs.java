package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** Networks and hardware that the cost tests share. */
final class Designs {

    /** 2-bit cells, only positive, 8-bit converters, 128 × 128 tiles, uniform, unscaled. */
    static final Hardware HARDWARE = new Hardware(
            Cell.ofBits(2),
            Polarity.POSITIVE,
            new Converters(8, 8),
            new TileShape(128, 128),
            RangeSharing.UNIFORM,
            DigitalScaling.NONE,
            InputCoding.RECTIFIED_SPLIT,
            Noise.NONE);

    private Designs() {}

    /** One fully connected layer. */
    static Network dense(int inputs, int outputs) {
        return new Network(new Shape(inputs, 1), List.of(new Layer.Dense(outputs)));
    }

    /** Convolutions that keep the length, each with a rectifier. */
    static Network conv(int channels, int length, int kernel, int... outputs) {
        List<Layer> layers = new ArrayList<>();
        for (int output : outputs) {
            layers.add(new Layer.Conv1d(output, kernel, 1, kernel / 2));
            layers.add(new Layer.Relu());
        }
        return new Network(new Shape(channels, length), layers);
    }

    /** Three strided convolutions 32-64-64 and a classifier on 18 rectified channels of 128 samples. */
    static Network harCnn() {
        return new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(32, 5, 2, 2),
                        new Layer.Relu(),
                        new Layer.Conv1d(64, 5, 2, 2),
                        new Layer.Relu(),
                        new Layer.Conv1d(64, 5, 2, 2),
                        new Layer.Relu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
    }
}
