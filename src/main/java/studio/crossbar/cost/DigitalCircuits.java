package studio.crossbar.cost;

import static studio.crossbar.cost.Basis.CODE;
import static studio.crossbar.cost.Basis.LAYER;
import static studio.crossbar.cost.Basis.OUTPUT;
import static studio.crossbar.cost.Basis.ROW;
import static studio.crossbar.cost.Basis.TILE;
import static studio.crossbar.cost.Sharing.DIGITAL;

import java.util.function.ToDoubleFunction;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;

/** Everything behind the ADC codes, and what keeps and moves activations. */
record DigitalCircuits(Hardware hardware, Technology technology, CostOptions options, Drive drive) {

    void addTo(PartList parts) {
        addAccumulation(parts);
        addScaling(parts);
        addActivation(parts);
        addResiduals(parts);
        addMemory(parts);
        addInterconnect(parts);
        parts.add(
                Component.CONTROL,
                TILE,
                DIGITAL,
                "sequencer",
                technology.digital().control(),
                load -> load.counts().tiles(),
                load -> load.counts().tiles()
                        * load.counts().reads()
                        * (2.0 + load.counts().turns()));
    }

    private boolean macros() {
        return options.floorplan() == Floorplan.MACROS;
    }

    /** Of all copies of a layer: each copy has macros of its own. */
    private static double builtMacros(LayerLoad load) {
        return (double) load.counts().macros() * load.replicas();
    }

    private void addAccumulation(PartList parts) {
        DigitalParts digital = technology.digital();
        int shared = digital.adcsPerShiftAdd().whole();
        ToDoubleFunction<LayerLoad> joined = load -> {
            LayerCounts counts = load.counts();
            boolean plain = counts.cycles() == 1
                    && counts.used().codes() == counts.used().sums();
            return plain ? 0 : 1;
        };
        parts.add(
                Component.SHIFT_ADD,
                CODE,
                DIGITAL,
                "shift and add of slices and input bits",
                digital.shiftAdd(),
                load -> joined.applyAsDouble(load)
                        * Math.ceilDiv(load.counts().built().adcs(), shared),
                load -> joined.applyAsDouble(load)
                        * load.counts().used().codes()
                        * load.counts().reads());
        int units = technology.macro().accumulators().whole();
        parts.add(
                Component.ACCUMULATOR,
                OUTPUT,
                DIGITAL,
                "accumulator",
                digital.accumulator(),
                load -> macros()
                        ? (double) load.counts().macros() * units
                        : load.counts().built().accumulators(),
                load -> (double) load.counts().used().sums() * load.counts().vectors());
    }

    private void addScaling(PartList parts) {
        DigitalParts digital = technology.digital();
        int width = digital.accumulatorBits().whole();
        ToDoubleFunction<LayerLoad> results =
                load -> (double) load.counts().outputs() * load.counts().vectors();
        if (hardware.scaling() == DigitalScaling.SHIFT) {
            parts.add(Component.DIGITAL_SCALING, OUTPUT, DIGITAL, "shifter", digital.shifter(), this::lanes, results);
        } else if (hardware.scaling() == DigitalScaling.AFFINE) {
            parts.add(
                    Component.DIGITAL_SCALING,
                    OUTPUT,
                    DIGITAL,
                    "multiplier",
                    width * digital.multiplierBits().whole(),
                    digital.multiplierBitProduct(),
                    this::lanes,
                    results);
            parts.add(
                    Component.DIGITAL_SCALING,
                    OUTPUT,
                    DIGITAL,
                    "bias adder",
                    width,
                    digital.adderBit(),
                    this::lanes,
                    results);
        }
    }

    private double lanes(LayerLoad load) {
        return macros()
                ? (double) load.counts().macros()
                        * technology.macro().activations().whole()
                : load.counts().lanes();
    }

    private void addActivation(PartList parts) {
        DigitalParts digital = technology.digital();
        parts.add(
                Component.ACTIVATION,
                OUTPUT,
                DIGITAL,
                "rectifier",
                digital.rectifier(),
                load -> load.digital().rectified() > 0 || macros() ? lanes(load) : 0,
                load -> load.digital().rectified());
        int poolers = technology.macro().poolers().whole();
        parts.add(
                Component.POOLING,
                OUTPUT,
                DIGITAL,
                "maximum of two",
                digital.pool(),
                load -> macros()
                        ? (double) load.counts().macros() * poolers
                        : load.digital().compared() > 0 ? lanes(load) : 0,
                load -> load.digital().compared());
        parts.add(
                Component.POOLING,
                OUTPUT,
                DIGITAL,
                "mean adder",
                digital.accumulatorBits().whole(),
                digital.adderBit(),
                load -> load.digital().averaged() > 0 ? lanes(load) : 0,
                load -> load.digital().averaged());
    }

    private void addResiduals(PartList parts) {
        DigitalParts digital = technology.digital();
        parts.add(
                Component.RESIDUAL,
                OUTPUT,
                DIGITAL,
                "residual adder",
                digital.accumulatorBits().whole(),
                digital.adderBit(),
                load -> load.digital().added() > 0 ? load.counts().lanes() : 0,
                load -> load.digital().added());
    }

    private void addMemory(PartList parts) {
        MemoryParts memory = technology.memory();
        double macroBits = technology.macro().bufferBits().value();
        parts.add(
                Component.BUFFER,
                LAYER,
                DIGITAL,
                "activation buffer, a bit",
                memory.bufferBit(),
                load -> macros()
                        ? Math.max(builtMacros(load) * macroBits, load.traffic().keptBits())
                        : load.traffic().keptBits(),
                load -> load.traffic().bufferBits());
        int bits = drive.inputBits();
        parts.add(
                Component.REGISTER,
                ROW,
                DIGITAL,
                "input register, a bit",
                memory.registerBit(),
                load -> (double) load.counts().built().rows() * bits,
                load -> (double) load.counts().used().rows()
                        * bits
                        * load.counts().vectors());
        if (macros()) {
            parts.add(
                    Component.REGISTER,
                    OUTPUT,
                    DIGITAL,
                    "output registers of a macro; a use stores a bit of a sum",
                    technology.macro().outputStorage(),
                    load -> load.counts().macros(),
                    load -> (double) load.counts().used().sums()
                            * technology.digital().accumulatorBits().whole()
                            * load.counts().vectors());
        }
    }

    private void addInterconnect(PartList parts) {
        MemoryParts memory = technology.memory();
        int width = memory.busWidth().whole();
        parts.add(
                Component.INTERCONNECT,
                LAYER,
                DIGITAL,
                "bus, a bit line",
                memory.wire(),
                load -> macros() ? builtMacros(load) * width : width,
                load -> load.traffic().busBits());
        if (macros()) {
            parts.add(
                    Component.INTERCONNECT,
                    LAYER,
                    DIGITAL,
                    "router of a macro",
                    technology.macro().router(),
                    DigitalCircuits::builtMacros,
                    load -> load.traffic().busBits());
        }
    }
}
