package studio.crossbar.cost;

import static studio.crossbar.cost.FieldPath.at;

import java.util.EnumMap;
import java.util.Map;

/** A technology with every circuit constant at one node; see {@link NodeScaling}. */
final class TechnologyScaling {

    private TechnologyScaling() {}

    static Technology scaled(Technology from, double node) {
        Quantity feature = from.node();
        boolean other = feature.value() != node;
        if (other && !(node >= NodeScaling.LEAST_NODE && node <= NodeScaling.MOST_NODE)) {
            throw new IllegalArgumentException("node: " + node
                    + " is outside 7 … 130 nm, which the scaling tables cover; choose a node within, or a technology file"
                    + " of that node");
        }
        return new Technology(
                from.schema(),
                from.name(),
                other ? from.title() + ", scaled to " + Quantity.number(node) + " nm" : from.title(),
                other
                        ? new Quantity(
                                node,
                                "nm",
                                node,
                                node,
                                node,
                                feature.source() + " [scaled from " + Quantity.number(feature.value()) + " nm]")
                        : feature,
                from.cell(),
                programming(from.programming(), node),
                new RowParts(
                        at("rows.driver", () -> from.rows().driver().scaledTo(node)),
                        at("rows.voltage", () -> from.rows().voltage().scaledTo(node)),
                        at("rows.pulseWidth", () -> from.rows().pulseWidth().scaledTo(node))),
                columns(from.columns(), node),
                analog(from.analog(), node),
                digital(from.digital(), node),
                memory(from.memory(), node),
                macro(from.macro(), node));
    }

    private static ProgrammingParts programming(ProgrammingParts from, double node) {
        return new ProgrammingParts(
                from.pulseEnergy(),
                from.pulse(),
                from.pulses(),
                from.cellsAtOnce(),
                at("programming.driver", () -> from.driver().scaledTo(node)),
                at("programming.levelShifter", () -> from.levelShifter().scaledTo(node)));
    }

    private static ColumnParts columns(ColumnParts from, double node) {
        Map<AdcKind, ConverterTable> adcs = new EnumMap<>(AdcKind.class);
        from.adcs().forEach((kind, table) -> adcs.put(kind, at("columns.adcs." + kind, () -> table.scaledTo(node))));
        return new ColumnParts(from.columnsPerAdc(), from.standard(), adcs);
    }

    private static AnalogParts analog(AnalogParts from, double node) {
        return new AnalogParts(
                at("analog.multiplexer", () -> from.multiplexer().scaledTo(node)),
                at("analog.sampleAndHold", () -> from.sampleAndHold().scaledTo(node)),
                at("analog.integrator", () -> from.integrator().scaledTo(node)),
                at("analog.gain", () -> from.gain().scaledTo(node)),
                at("analog.subtractor", () -> from.subtractor().scaledTo(node)));
    }

    private static DigitalParts digital(DigitalParts from, double node) {
        return new DigitalParts(
                at("digital.clock", () -> from.clock().scaledTo(node, NodeScaling.FREQUENCY)),
                from.accumulatorBits(),
                at("digital.adderBit", () -> from.adderBit().scaledTo(node)),
                at("digital.accumulator", () -> from.accumulator().scaledTo(node)),
                at("digital.shiftAdd", () -> from.shiftAdd().scaledTo(node)),
                from.adcsPerShiftAdd(),
                at("digital.shifter", () -> from.shifter().scaledTo(node)),
                at(
                        "digital.multiplierBitProduct",
                        () -> from.multiplierBitProduct().scaledTo(node)),
                from.multiplierBits(),
                at("digital.rectifier", () -> from.rectifier().scaledTo(node)),
                at("digital.pool", () -> from.pool().scaledTo(node)),
                at("digital.control", () -> from.control().scaledTo(node)),
                from.leakage());
    }

    private static MemoryParts memory(MemoryParts from, double node) {
        return new MemoryParts(
                at("memory.bufferBit", () -> from.bufferBit().scaledTo(node)),
                at("memory.registerBit", () -> from.registerBit().scaledTo(node)),
                at("memory.wire", () -> from.wire().scaledTo(node)),
                from.busWidth(),
                from.rangeBits());
    }

    private static MacroParts macro(MacroParts from, double node) {
        return new MacroParts(
                from.crossbars(),
                from.bufferBits(),
                from.activations(),
                from.poolers(),
                from.accumulators(),
                at("macro.outputStorage", () -> from.outputStorage().scaledTo(node)),
                at("macro.router", () -> from.router().scaledTo(node)),
                from.link());
    }
}
