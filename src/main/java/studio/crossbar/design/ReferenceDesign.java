package studio.crossbar.design;

import studio.crossbar.data.Companding;
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
import studio.crossbar.network.ReferenceNetwork;

/**
 * Designs to start from: a {@link ReferenceNetwork} under uniform scaling with 8-bit converters, tiles of 128 × 128, inputs
 * split by their sign, affine digital scaling and 5 % programming noise; weights of one sign get concatenated rectifiers.
 */
public final class ReferenceDesign {

    /** Of UCI HAR's signals, in g and rad/s. Chosen on held-out training subjects: 94.3 % in float without, 97.3 % with. */
    private static final Companding HAR_COMPANDING = new Companding(0.3, 0.003);

    private ReferenceDesign() {}

    /**
     * The design, with a recipe that works for it.
     *
     * @param bits a cell, 1 … 8
     */
    public static Design of(ReferenceNetwork reference, int bits, Polarity polarity) {
        InputCoding inputs = InputCoding.RECTIFIED_SPLIT;
        Hardware hardware = hardware(bits, polarity, inputs);
        Layer rectifier = polarity.unipolar() ? new Layer.ConcatRelu() : new Layer.Relu();
        boolean signals = reference.signals().height() == 1;
        return new Design(
                reference.label(),
                reference.network(rectifier, inputs.channelsPerSignal()),
                hardware,
                signals ? HAR_COMPANDING : Companding.NONE,
                signals ? Recipe.standard() : images(reference, polarity.unipolar()),
                1);
    }

    /**
     * A design around a network that has weights already, with a recipe that adapts them: few float epochs at a low rate.
     *
     * @param inputs how the network's input codes signals
     * @param bits a cell, 1 … 8
     */
    public static Design around(String name, Network network, InputCoding inputs, int bits, Polarity polarity) {
        boolean signals = network.input().height() == 1;
        Recipe recipe = Recipe.standard().withEpochs(3, signals ? 25 : 15).with(r -> {
            r.floatLearningRate = 5e-4;
            r.batch = signals ? 64 : 128;
            // Nothing is known of the samples that rotations or mirrors could use.
            r.rotationDegrees = 0;
        });
        return new Design(name, network, hardware(bits, polarity, inputs), recipe, 1);
    }

    private static Hardware hardware(int bits, Polarity polarity, InputCoding inputs) {
        return new Hardware(
                Cell.ofBits(bits),
                polarity,
                new Converters(8, 8),
                new TileShape(128, 128),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                inputs,
                new Noise(0.05, 0));
    }

    private static Recipe images(ReferenceNetwork reference, boolean unipolar) {
        // Digits and spectrograms must not be mirrored.
        boolean photographs = reference.signals().channels() == 3;
        return epochs(reference, photographs, unipolar).with(r -> {
            r.rampEpochs = 2;
            r.batch = 128;
            r.floatLearningRate = 4e-3;
            r.weightDecay = 0.05;
            r.augmentation = photographs ? 1 : 0.5;
            r.flip = photographs;
            r.polarityStart = photographs ? PolarityStart.FLOAT : PolarityStart.RANDOM;
            r.rotationDegrees = 0;
        });
    }

    private static Recipe epochs(ReferenceNetwork reference, boolean photographs, boolean unipolar) {
        if (reference == ReferenceNetwork.CIFAR_DEEP) {
            // Unipolar designs go through the float epochs twice, and each of theirs takes longer: both signs of a
            // rectifier.
            return Recipe.standard().withEpochs(unipolar ? 7 : 12, unipolar ? 14 : 16);
        }
        return Recipe.standard().withEpochs(photographs ? 30 : 8, photographs ? 15 : 8);
    }
}
