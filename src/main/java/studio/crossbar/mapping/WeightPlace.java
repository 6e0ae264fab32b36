package studio.crossbar.mapping;

/**
 * One weight of a network.
 *
 * @param layer index among the layers with weights
 * @param row in the order of the layer's {@link studio.crossbar.hardware.RowPlan}
 * @param output output channel or neuron
 * @param tap kernel tap; for a dense layer the position along its input
 * @param inputChannel channel of the layer's input
 */
public record WeightPlace(int layer, int row, int output, int tap, int inputChannel) {}
