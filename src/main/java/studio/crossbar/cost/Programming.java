package studio.crossbar.cost;

/**
 * Writing all weights once.
 *
 * @param devices that are written
 * @param energyMicrojoules µJ
 * @param timeMilliseconds ms
 * @param source of pulse, energy and number of pulses
 */
public record Programming(long devices, double energyMicrojoules, double timeMilliseconds, String source) {

    static Programming of(long devices, ProgrammingParts parts) {
        double pulses = parts.pulses().value();
        double turns = Math.ceil((double) devices / parts.cellsAtOnce().whole());
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
