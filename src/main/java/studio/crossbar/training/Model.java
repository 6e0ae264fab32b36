package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Network;
import studio.crossbar.tensor.NoiseUse;

/** The parameters of a network, one {@link CrossbarState} a layer with weights. */
final class Model {

    private static final int MOST_SAMPLES = 16;
    private static final int FEWEST_SAMPLES = 4;
    /** Numbers of the largest activation of a shard: about what the second-level cache of a core holds. */
    private static final int SHARD_NUMBERS = 1 << 18;

    final Network network;
    /** Samples a shard; it depends on the network alone, so that sums are in the same order on any number of threads. */
    final int shard;

    final List<CrossbarState> layers;
    /** Each once, shared ones included. */
    final List<Parameter> parameters;

    private Model(Network network, List<CrossbarState> layers) {
        this.network = network;
        this.layers = List.copyOf(layers);
        shard = shard(network);
        Set<Parameter> all = new LinkedHashSet<>();
        for (CrossbarState layer : layers) {
            all.addAll(List.of(
                    layer.weights,
                    layer.digital.multiplier,
                    layer.digital.gain(),
                    layer.digital.bias,
                    layer.dacRange,
                    layer.weightRange,
                    layer.adcRange));
        }
        parameters = List.copyOf(all);
    }

    private static int shard(Network network) {
        int largest = network.weighted().stream()
                .mapToInt(placed ->
                        Math.max(placed.input().size(), placed.output().size()))
                .max()
                .orElseThrow();
        return Math.clamp(Integer.highestOneBit(Math.max(1, SHARD_NUMBERS / largest)), FEWEST_SAMPLES, MOST_SAMPLES);
    }

    /** Parameters of {@code design}, all zero but for the digital part's neutral values. */
    static Model of(Design design) {
        Network network = design.network();
        Hardware hardware = design.hardware();
        List<CrossbarState> states = new ArrayList<>();
        CrossbarState.RangeParameters uniform = CrossbarState.RangeParameters.create();
        Parameter constant = new Parameter(Parameter.Kind.DIGITAL, 1);
        DigitalScaling scaling = hardware.scaling();
        List<Network.Placed> weighted = network.weighted(hardware.inputs() != InputCoding.SIGNED);
        for (Network.Placed placed : weighted) {
            int outputs = placed.spec().outputs();
            boolean last = placed.index() == weighted.size() - 1;
            Parameter multiplier = scaling == DigitalScaling.NONE
                    ? constant
                    : new Parameter(Parameter.Kind.DIGITAL, scaling == DigitalScaling.AFFINE ? outputs : 1);
            RowPlan rows = RowPlan.of(placed, hardware);
            states.add(new CrossbarState(
                    placed.index(),
                    new Geometry(placed.spec(), placed.input(), rows, shard(network)),
                    outputs,
                    hardware.cell().levels(),
                    hardware.converters(),
                    !placed.unsignedInput(),
                    hardware.ranges() == RangeSharing.UNIFORM ? uniform : CrossbarState.RangeParameters.create(),
                    new DigitalState(scaling, design.recipe().batchNormalisation() && !last, multiplier, outputs)));
        }
        return new Model(network, states);
    }

    /**
     * Random weights: He et al. (ICCV 2015) for signed ones, their magnitudes for unipolar ones.
     *
     * @param signed whether weights of both signs are allowed whatever the encoding
     */
    void initialise(long seed, boolean signed) {
        NoiseUse use = signed ? NoiseUse.INITIAL_SIGNED : NoiseUse.INITIAL_POLARITY;
        for (CrossbarState layer : layers) {
            float[] weights = layer.weights.value;
            use.noise(seed, NoiseUse.Part.VALUES, layer.index, 0).gaussian(0, weights, 0, weights.length);
            float scale = (float) Math.sqrt(2.0 / layer.geometry.rows.rows());
            for (RowPlan.Region region : layer.geometry.rows.regions()) {
                scale(weights, layer.outputs, region, scale, signed);
            }
            float neutral = layer.digital.scaling == DigitalScaling.SHIFT ? 0f : 1f;
            Arrays.fill(layer.digital.multiplier.value, neutral);
            if (layer.digital.gain() != layer.digital.multiplier) {
                Arrays.fill(layer.digital.gain().value, 1f);
            }
        }
    }

    /** Scales deviates, and gives them the encoding's sign unless any sign will do. */
    private static void scale(float[] weights, int outputs, RowPlan.Region region, float scale, boolean signed) {
        boolean anySign = signed || !region.encoding().unipolar();
        int sign = region.encoding().highestLevel(2) + region.encoding().lowestLevel(2);
        for (int row = region.firstRow(); row < region.firstRow() + region.rows(); row++) {
            int from = row * outputs + region.firstOutput();
            for (int i = from; i < from + region.outputs(); i++) {
                weights[i] = anySign ? weights[i] * scale : Math.abs(weights[i]) * scale * sign;
            }
        }
    }

    /** Sets weights of a sign that their cells cannot hold to 0. */
    void keepSigns() {
        for (CrossbarState layer : layers) {
            for (int part = 0; part < layer.parts(); part++) {
                layer.clampWeights(false, true, part);
            }
        }
    }

    /** Has all cells follow {@code law}; see {@link CrossbarState#follow}. */
    void follow(DeviceLaw law) {
        layers.forEach(layer -> layer.cells.follow(law));
    }

    /** Swaps the values for their averages, where some are followed, or back. */
    void exchangeAverages() {
        parameters.forEach(Parameter::exchangeAverage);
    }

    /** See {@link CrossbarState#ramp}. */
    void ramp(double share, int levels) {
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).cells.ramp(share, levels);
        }
    }

    /** Takes the values of a trained network. */
    static Model of(TrainedNetwork trained) {
        Model model = of(trained.design());
        for (CrossbarState layer : model.layers) {
            TrainedLayer values = trained.layers().get(layer.index);
            System.arraycopy(values.weights(), 0, layer.weights.value, 0, values.weights().length);
            layer.digital.fix(values.multiplier(), values.bias());
            layer.dacRange.value[0] = values.ranges().dac();
            layer.weightRange.value[0] = values.ranges().weight();
            layer.adcRange.value[0] = values.ranges().adc();
        }
        return model;
    }

    /** A copy of all learned values and statistics, in the order that {@link #restore} takes. */
    List<float[]> snapshot() {
        return state().map(float[]::clone).toList();
    }

    void restore(List<float[]> snapshot) {
        copy(snapshot, state());
    }

    /** The same with what the optimiser remembers. */
    List<float[]> fullSnapshot() {
        return fullState().map(float[]::clone).toList();
    }

    /** Takes what {@link #fullSnapshot} gave, averages over {@code averaged} steps included. */
    void restoreFully(List<float[]> snapshot, int averaged) {
        parameters.forEach(parameter -> parameter.expectAverage(averaged));
        copy(snapshot, fullState());
    }

    private static void copy(List<float[]> from, Stream<float[]> into) {
        List<float[]> targets = into.toList();
        if (targets.size() != from.size()) {
            throw new IllegalArgumentException("arrays: " + from.size() + ", but the model has " + targets.size());
        }
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).length != targets.get(i).length) {
                throw new IllegalArgumentException("array " + i + ": " + from.get(i).length
                        + " values, but the model has " + targets.get(i).length);
            }
            System.arraycopy(from.get(i), 0, targets.get(i), 0, from.get(i).length);
        }
    }

    private Stream<float[]> fullState() {
        return Stream.concat(parameters.stream().flatMap(Parameter::state), statistics());
    }

    private Stream<float[]> state() {
        return Stream.concat(parameters.stream().map(parameter -> parameter.value), statistics());
    }

    private Stream<float[]> statistics() {
        return layers.stream().flatMap(l -> Stream.of(l.digital.runningMean, l.digital.runningVariance));
    }

    List<TrainedLayer> result() {
        return layers.stream().map(CrossbarState::result).toList();
    }
}
