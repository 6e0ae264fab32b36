package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
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
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingListener;

/** The synthetic windows are hard for a linear classifier (see SyntheticImuTest), but not for a small network. */
class SyntheticTrainingTest {

    @Test
    void aSmallConvolutionalNetworkExceeds95Percent() {
        Network network = new Network(
                new Shape(9, 128),
                List.of(
                        new Layer.Conv1d(16, 9, 4, 4),
                        new Layer.Relu(),
                        new Layer.Conv1d(32, 5, 2, 2),
                        new Layer.Relu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
        Hardware hardware = new Hardware(
                Cell.ofBits(4),
                Polarity.DIFFERENTIAL,
                new Converters(8, 8),
                new TileShape(128, 128),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.SIGNED,
                Noise.NONE);
        Recipe recipe = Recipe.standard().withEpochs(6, 1);
        TrainedNetwork trained = Trainer.train(
                new Design("small", network, hardware, recipe, 1), SyntheticWindows.ALL, TrainingListener.NONE);
        assertThat(trained.floatAccuracy()).isGreaterThan(0.95);
    }
}
