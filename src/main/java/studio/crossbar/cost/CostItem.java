package studio.crossbar.cost;

/**
 * One line of a bill: every total is a sum of {@code count × unit cost}.
 *
 * @param component what it is
 * @param layer index among the layers with weights, or {@link #SHARED}
 * @param instances pieces of hardware
 * @param unitAreaSquareMicrometres area of a piece, µm²
 * @param operations uses an inference
 * @param unitEnergyPicojoules energy a use, pJ
 * @param source where the unit costs come from
 */
public record CostItem(
        Component component,
        int layer,
        double instances,
        double unitAreaSquareMicrometres,
        double operations,
        double unitEnergyPicojoules,
        String source) {

    /** Layer of an item that all layers share. */
    public static final int SHARED = -1;

    public double areaSquareMillimetres() {
        return instances * unitAreaSquareMicrometres * 1e-6;
    }

    public double energyNanojoules() {
        return operations * unitEnergyPicojoules * 1e-3;
    }
}
