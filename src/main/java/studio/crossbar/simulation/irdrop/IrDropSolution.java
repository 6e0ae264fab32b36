package studio.crossbar.simulation.irdrop;

/**
 * Solution of a crossbar for one or more inputs.
 *
 * @param inputs number of inputs
 * @param currentAmperes output currents {@code [inputs × columns]}
 * @param wordlineVolts node voltages {@code [inputs × rows × columns]}; empty if not asked for
 * @param bitlineVolts node voltages {@code [inputs × rows × columns]}; empty if not asked for
 * @param iterations of the input that took most
 * @param errorBound each current is exact to this share of the current that its column would put out with all word
 *     lines at the input's largest voltage
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
public record IrDropSolution(
        int inputs,
        double[] currentAmperes,
        double[] wordlineVolts,
        double[] bitlineVolts,
        int iterations,
        double errorBound) {}
