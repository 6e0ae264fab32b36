package studio.crossbar.cost;

/**
 * Memory cell of a technology. It is the same beside circuits of any node: nothing of it is scaled, whatever nodes its
 * constants name, and its area follows the technology's node as squares of the feature size.
 *
 * @param kind devices and transistors
 * @param area of a cell in F², squares of the feature size
 * @param readVoltage of a full-scale input, V
 * @param readPulse time that the rows are driven for one analog sum, ns
 * @param readEnergy of a cell, with both of its devices if it has two, and read where a publication gives that instead
 *     of {@code V² G t}, pJ; 0 otherwise
 */
public record CellParts(CellKind kind, Quantity area, Quantity readVoltage, Quantity readPulse, Quantity readEnergy) {

    public CellParts {
        area.check("area", "F2", 0.1, 10_000);
        readVoltage.check("readVoltage", "V", 0.001, 10);
        readPulse.check("readPulse", "ns", 0.001, 1e6);
        readEnergy.check("readEnergy", "pJ", 0, 1e3);
    }
}
