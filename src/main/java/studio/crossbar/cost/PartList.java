package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Collects parts; those that a technology charges nothing for are left out. */
final class PartList {

    private final List<Part> parts = new ArrayList<>(40);

    /** A part that is bought and used as a whole. */
    void add(
            Component component,
            Basis basis,
            Sharing sharing,
            String name,
            UnitCost unit,
            ToDoubleFunction<LayerLoad> pieces,
            ToDoubleFunction<LayerLoad> uses) {
        double energy = unit.energy().value();
        if (unit.area().value() == 0 && energy == 0) {
            return;
        }
        add(new Part(
                component,
                basis,
                sharing,
                unit.area().value(),
                load -> energy,
                name + ": " + unit.source(),
                pieces,
                uses));
    }

    /** A part that is made of {@code width} equal pieces. */
    void add(
            Component component,
            Basis basis,
            Sharing sharing,
            String name,
            int width,
            UnitCost unit,
            ToDoubleFunction<LayerLoad> pieces,
            ToDoubleFunction<LayerLoad> uses) {
        double energy = unit.energy().value() * width;
        if (unit.area().value() == 0 && energy == 0) {
            return;
        }
        add(new Part(
                component,
                basis,
                sharing,
                unit.area().value() * width,
                load -> energy,
                name + ", " + width + " × " + unit.source(),
                pieces,
                uses));
    }

    /** A converter. */
    void add(
            Component component,
            Basis basis,
            String name,
            ConverterTable.Converter unit,
            ToDoubleFunction<LayerLoad> pieces,
            ToDoubleFunction<LayerLoad> uses) {
        double energy = unit.energyPicojoules();
        add(new Part(
                component,
                basis,
                Sharing.ANALOG,
                unit.areaSquareMicrometres(),
                load -> energy,
                name + ", " + unit.source(),
                pieces,
                uses));
    }

    void add(Part part) {
        parts.add(part);
    }

    List<Part> list() {
        return List.copyOf(parts);
    }
}
