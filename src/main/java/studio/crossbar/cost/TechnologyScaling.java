package studio.crossbar.cost;

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
                other ? from.title() + ", scaled to " + node + " nm" : from.title(),
                other
                        ? new Quantity(
                                node,
                                "nm",
                                node,
                                node,
                                node,
                                feature.source() + " [scaled from " + feature.value() + " nm]")
                        : feature,
                from.cell(),
                programming(from.programming(), node),
                new RowParts(
                        from.rows().driver().scaledTo(node),
                        from.rows().voltage().scaledTo(node),
                        from.rows().pulseWidth().scaledTo(node)),
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
                from.driver().scaledTo(node),
                from.levelShifter().scaledTo(node));
    }

    private static ColumnParts columns(ColumnParts from, double node) {
        Map<AdcKind, ConverterTable> adcs = new EnumMap<>(AdcKind.class);
        from.adcs().forEach((kind, table) -> adcs.put(kind, table.scaledTo(node)));
        return new ColumnParts(from.columnsPerAdc(), from.standard(), adcs);
    }

    private static AnalogParts analog(AnalogParts from, double node) {
        return new AnalogParts(
                from.multiplexer().scaledTo(node),
                from.sampleAndHold().scaledTo(node),
                from.integrator().scaledTo(node),
                from.gain().scaledTo(node),
                from.subtractor().scaledTo(node));
    }

    private static DigitalParts digital(DigitalParts from, double node) {
        return new DigitalParts(
                from.clock().scaledTo(node, NodeScaling.FREQUENCY),
                from.accumulatorBits(),
                from.adderBit().scaledTo(node),
                from.accumulator().scaledTo(node),
                from.shiftAdd().scaledTo(node),
                from.adcsPerShiftAdd(),
                from.shifter().scaledTo(node),
                from.multiplierBitProduct().scaledTo(node),
                from.multiplierBits(),
                from.rectifier().scaledTo(node),
                from.pool().scaledTo(node),
                from.control().scaledTo(node),
                from.leakage());
    }

    private static MemoryParts memory(MemoryParts from, double node) {
        return new MemoryParts(
                from.bufferBit().scaledTo(node),
                from.registerBit().scaledTo(node),
                from.wire().scaledTo(node),
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
                from.outputRegisters().scaledTo(node),
                from.router().scaledTo(node),
                from.link());
    }
}
