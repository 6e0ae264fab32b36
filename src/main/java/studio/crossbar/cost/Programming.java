package studio.crossbar.cost;

import java.util.List;

/**
 * Writing all weights once, a row of one crossbar at a time; rows with more devices than are written at once take turns.
 *
 * @param devices that are written
 * @param energyMicrojoules µJ
 * @param timeMilliseconds ms
 * @param source of pulse, energy and number of pulses
 */
public record Programming(long devices, double energyMicrojoules, double timeMilliseconds, String source) {

    /**
     * Writing of all copies.
     *
     * @param layers crossbars of one copy of each layer
     * @param times one entry a layer, with its copies
     */
    static Programming of(List<List<Crossbar>> layers, List<LayerTime> times, ProgrammingParts parts) {
        long devices = 0;
        long turns = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            int copies = times.get(layer).replicas();
            for (Crossbar crossbar : layers.get(layer)) {
                long rows = (long) copies * crossbar.rows();
                devices += rows * crossbar.columns();
                turns += rows
                        * Math.ceilDiv(crossbar.columns(), parts.cellsAtOnce().whole());
            }
        }
        double pulses = parts.pulses().value();
        return new Programming(
                devices,
                devices * pulses * parts.pulseEnergy().value() * 1e-6,
                turns * pulses * parts.pulse().value() * 1e-6,
                "pulse energy: " + parts.pulseEnergy().source() + "; pulse: "
                        + parts.pulse().source() + "; pulses a cell: "
                        + parts.pulses().source() + "; cells at once: "
                        + parts.cellsAtOnce().source());
    }
}
