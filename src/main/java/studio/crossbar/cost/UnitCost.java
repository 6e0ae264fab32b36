package studio.crossbar.cost;

/**
 * Area of one piece and energy of one use.
 *
 * @param area µm², up to the field of a lithography scanner, 26 mm × 33 mm, which no piece of a chip exceeds
 * @param energy pJ, 0 … 10⁹
 */
public record UnitCost(Quantity area, Quantity energy) {

    static final double MOST_AREA = 26e3 * 33e3;

    public UnitCost {
        area.check("area", "um2", 0, MOST_AREA);
        energy.check("energy", "pJ", 0, 1e9);
    }

    /** Where both come from. */
    String source() {
        return area.source().equals(energy.source())
                ? area.source()
                : "area: " + area.source() + "; energy: " + energy.source();
    }

    UnitCost scaledTo(double node) {
        return new UnitCost(
                FieldPath.at("area", () -> area.scaledTo(node, NodeScaling.AREA)),
                FieldPath.at("energy", () -> energy.scaledTo(node, NodeScaling.ENERGY)));
    }
}
