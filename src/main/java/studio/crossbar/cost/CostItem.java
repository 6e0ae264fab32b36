package studio.crossbar.cost;

/**
 * One line of a bill: every total is a sum of {@code count × unit cost}.
 *
 * @param component what it is
 * @param layer index among the layers with weights, or {@link #SHARED}: pieces that all layers use in turn
 * @param basis what it is counted by
 * @param instances pieces of hardware
 * @param unitAreaSquareMicrometres area of a piece, µm²
 * @param operations uses an inference
 * @param unitEnergyPicojoules energy a use, pJ
 * @param source name of the part, and where its unit costs come from
 */
public record CostItem(
        Component component,
        int layer,
        Basis basis,
        double instances,
        double unitAreaSquareMicrometres,
        double operations,
        double unitEnergyPicojoules,
        String source) {

    /** Layer of an item that all layers share. */
    public static final int SHARED = -1;

    /** Begins what a source says of its own layer alone. */
    static final String OF_LAYER = "; here ";

    /** The source without what it says of its layer alone: the same for all layers. */
    public String origin() {
        int own = source.indexOf(OF_LAYER);
        return own < 0 ? source : source.substring(0, own);
    }

    /** Instances times unit area, mm². */
    public double areaSquareMillimetres() {
        return instances * unitAreaSquareMicrometres * 1e-6;
    }

    /** Operations times unit energy, nJ. */
    public double energyNanojoules() {
        return operations * unitEnergyPicojoules * 1e-3;
    }
}
