package studio.crossbar.design;

import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.NetworkDraft;

/**
 * What of a design is drafted where its network is edited.
 *
 * @param network input and layers, which need not fit each other yet
 * @param inputs how signals enter
 */
public record DraftedNetwork(NetworkDraft network, InputCoding inputs) {

    /** The network of a design, as a draft of it begins. */
    public static DraftedNetwork of(Design design) {
        return new DraftedNetwork(
                NetworkDraft.of(design.network()), design.hardware().inputs());
    }

    /** {@code hardware} with the inputs of the draft. */
    public Hardware on(Hardware hardware) {
        return hardware.withInputs(inputs);
    }
}
