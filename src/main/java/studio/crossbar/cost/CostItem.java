package studio.crossbar.cost;

import java.util.Locale;

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
 * @param source name of the part, and where its unit costs come from: the same for all layers
 * @param drivenMicroSiemens of cells, the mean of conductance and input that the energy follows from, as the source names it,
 *     µS; 0 for other parts
 */
public record CostItem(
        Component component,
        int layer,
        Basis basis,
        double instances,
        double unitAreaSquareMicrometres,
        double operations,
        double unitEnergyPicojoules,
        String source,
        double drivenMicroSiemens) {

    /** Layer of an item that all layers share. */
    public static final int SHARED = -1;

    /** What is not read with a conductance. */
    public CostItem(
            Component component,
            int layer,
            Basis basis,
            double instances,
            double unitAreaSquareMicrometres,
            double operations,
            double unitEnergyPicojoules,
            String source) {
        this(
                component,
                layer,
                basis,
                instances,
                unitAreaSquareMicrometres,
                operations,
                unitEnergyPicojoules,
                source,
                0);
    }

    /** The source with the layer's own figure, from which the unit energy can be computed. */
    public String wholeSource() {
        return drivenMicroSiemens == 0
                ? source
                : String.format(Locale.ROOT, "%s; in the mean %.6g µS", source, drivenMicroSiemens);
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
