package studio.crossbar.cost;

/**
 * Writing of the weights, before use and whenever the network changes.
 *
 * @param pulseEnergy of a write pulse at one cell, pJ
 * @param pulse length of a pulse, ns
 * @param pulses a cell, with those of verification
 * @param cellsAtOnce cells of one row of one crossbar that are written at the same time
 * @param driver a column's write driver; its energy is in {@code pulseEnergy}
 * @param levelShifter a row's, up to the write voltage
 */
public record ProgrammingParts(
        Quantity pulseEnergy,
        Quantity pulse,
        Quantity pulses,
        Quantity cellsAtOnce,
        UnitCost driver,
        UnitCost levelShifter) {

    public ProgrammingParts {
        pulseEnergy.check("pulseEnergy", "pJ", 0, 1e6);
        pulse.check("pulse", "ns", 0.001, 1e9);
        pulses.check("pulses", "pulses", 1, 1e4);
        cellsAtOnce.checkWhole("cellsAtOnce", "cells", 1, 1_000_000);
    }
}
