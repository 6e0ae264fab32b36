package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Iterator;
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
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.NoiseUse;

/** The parameters of a network, one {@link CrossbarState} a layer with weights. */
final class Model {

    /** Samples a shard; fixed, so that sums are in the same order whatever the number of threads. */
    static final int SHARD = 16;

    final Network network;
    final List<CrossbarState> layers;
    /** Each once, shared ones included. */
    final List<Parameter> parameters;

    private Model(Network network, List<CrossbarState> layers) {
        this.network = network;
        this.layers = List.copyOf(layers);
        Set<Parameter> all = new LinkedHashSet<>();
        for (CrossbarState layer : layers) {
            all.addAll(List.of(
                    layer.weights,
                    layer.digital.multiplier,
                    layer.digital.bias,
                    layer.dacRange,
                    layer.weightRange,
                    layer.adcRange));
        }
        parameters = List.copyOf(all);
    }

    /** Parameters of {@code design}, all zero but for the digital part's neutral values. */
    static Model of(Design design) {
        Network network = design.network();
        Hardware hardware = design.hardware();
        List<Shape> shapes = network.shapes();
        List<CrossbarState> states = new ArrayList<>();
        CrossbarState.RangeParameters uniform = CrossbarState.RangeParameters.create();
        Parameter constant = new Parameter(Parameter.Kind.DIGITAL, 1);
        boolean signed = hardware.inputs() == InputCoding.SIGNED;
        int weighted = (int) network.layers().stream()
                .filter(Layer.Weighted.class::isInstance)
                .count();
        for (int i = 0; i < network.layers().size(); i++) {
            switch (network.layers().get(i)) {
                case Layer.Weighted layer -> {
                    boolean last = states.size() == weighted - 1;
                    DigitalScaling scaling = hardware.scaling();
                    Parameter multiplier = scaling == DigitalScaling.NONE
                            ? constant
                            : new Parameter(
                                    Parameter.Kind.DIGITAL, scaling == DigitalScaling.AFFINE ? layer.outputs() : 1);
                    RowPlan rows = RowPlan.of(layer, shapes.get(i), hardware.polarity(), hardware.tile());
                    states.add(new CrossbarState(
                            states.size(),
                            new Geometry(layer, shapes.get(i), rows, SHARD),
                            layer.outputs(),
                            hardware.cell().levels(),
                            hardware.converters(),
                            signed,
                            hardware.ranges() == RangeSharing.UNIFORM
                                    ? uniform
                                    : CrossbarState.RangeParameters.create(),
                            new DigitalState(
                                    scaling,
                                    design.recipe().batchNormalisation() && !last,
                                    multiplier,
                                    layer.outputs())));
                    signed = true;
                }
                case Layer.Relu relu -> signed = false;
                case Layer.ConcatRelu relu -> signed = false;
                case Layer.MeanOverTime mean -> {}
            }
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
            for (RowPlan.Plane plane : layer.geometry.rows.planes()) {
                boolean anySign = signed || !plane.encoding().unipolar();
                for (int i = plane.firstRow() * layer.outputs;
                        i < (plane.firstRow() + plane.rows()) * layer.outputs;
                        i++) {
                    weights[i] = anySign
                            ? weights[i] * scale
                            : Math.abs(weights[i])
                                    * scale
                                    * (plane.encoding().highestLevel(2)
                                            + plane.encoding().lowestLevel(2));
                }
            }
            float neutral = layer.digital.scaling == DigitalScaling.SHIFT ? 0f : 1f;
            java.util.Arrays.fill(layer.digital.multiplier.value, neutral);
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
        Iterator<float[]> values = snapshot.iterator();
        state().forEach(target -> System.arraycopy(values.next(), 0, target, 0, target.length));
    }

    private Stream<float[]> state() {
        return Stream.concat(
                parameters.stream().map(parameter -> parameter.value),
                layers.stream().flatMap(l -> Stream.of(l.digital.runningMean, l.digital.runningVariance)));
    }

    void program(Stage stage) {
        layers.forEach(layer -> layer.program(stage));
    }

    List<TrainedLayer> result() {
        List<TrainedLayer> results = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Weighted) {
                results.add(layers.get(results.size()).result(i));
            }
        }
        return results;
    }
}
