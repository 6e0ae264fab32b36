package studio.crossbar.cost;

/**
 * What one layer asks of one part; the schedule decides whether the pieces are its own.
 *
 * @param component group of the part
 * @param instances pieces that the layer keeps busy
 * @param area of a piece, µm²
 * @param operations uses a sample
 * @param energy a use, pJ
 * @param source part and origin of the unit costs
 * @param storage whether each layer needs its own pieces under any schedule
 */
record Need(
        Component component,
        double instances,
        double area,
        double operations,
        double energy,
        String source,
        boolean storage) {

    static Need of(Component component, String part, double instances, double operations, UnitCost unit) {
        return new Need(
                component,
                instances,
                unit.area().value(),
                operations,
                unit.energy().value(),
                part + ": " + unit.source(),
                false);
    }

    static Need of(
            Component component, String part, double instances, double operations, ConverterTable.Converter unit) {
        return new Need(
                component,
                instances,
                unit.areaSquareMicrometres(),
                operations,
                unit.energyPicojoules(),
                part + ", " + unit.source(),
                false);
    }

    /** A part made of {@code pieces} equal pieces. */
    static Need of(
            Component component, String part, double instances, double operations, UnitCost unit, double pieces) {
        return new Need(
                component,
                instances,
                unit.area().value() * pieces,
                operations,
                unit.energy().value() * pieces,
                part + ", " + pieces + " × " + unit.source(),
                false);
    }

    /** The same, in pieces that every layer has for itself. */
    Need asStorage() {
        return new Need(component, instances, area, operations, energy, source, true);
    }

    CostItem item(int layer, double pieces, double uses) {
        return new CostItem(component, layer, pieces, area, uses, energy, source);
    }
}
