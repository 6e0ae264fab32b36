package studio.crossbar.cost;

import static studio.crossbar.cost.Component.ACCUMULATOR;
import static studio.crossbar.cost.Component.ACTIVATION;
import static studio.crossbar.cost.Component.ADC;
import static studio.crossbar.cost.Component.BUFFER;
import static studio.crossbar.cost.Component.CELL_ARRAY;
import static studio.crossbar.cost.Component.CONTROL;
import static studio.crossbar.cost.Component.DAC;
import static studio.crossbar.cost.Component.DIGITAL_SCALING;
import static studio.crossbar.cost.Component.GAIN;
import static studio.crossbar.cost.Component.INTEGRATOR;
import static studio.crossbar.cost.Component.INTERCONNECT;
import static studio.crossbar.cost.Component.MULTIPLEXER;
import static studio.crossbar.cost.Component.SAMPLE_AND_HOLD;
import static studio.crossbar.cost.Component.SUBTRACTOR;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** Parts that one layer needs; the list has the same parts in the same order for every layer of a network. */
final class LayerNeeds {

    private final LayerPlan plan;
    private final LayerCounts counts;
    private final Hardware hardware;
    private final Technology technology;
    /** Reads of the crossbars a sample: vectors, each in as many cycles as the row drivers take. */
    private final double reads;

    LayerNeeds(LayerPlan plan, Hardware hardware, Technology technology) {
        this.plan = plan;
        this.counts = LayerCounts.of(plan, technology.analog().columnsPerAdc().whole());
        this.hardware = hardware;
        this.technology = technology;
        reads = plan.reads(hardware.converters());
    }

    /**
     * The list.
     *
     * @param read what a read of a cell takes
     * @param meanSquareInput of the rows, relative to full scale
     * @param traffic bits kept and moved
     */
    List<Need> list(CellRead read, double meanSquareInput, Traffic traffic) {
        List<Need> needs = new ArrayList<>();
        needs.add(cells(read, meanSquareInput));
        addAnalog(needs);
        addDigital(needs);
        addMemory(needs, traffic);
        return needs;
    }

    private Need cells(CellRead read, double meanSquareInput) {
        return new Need(
                CELL_ARRAY,
                counts.devices(),
                technology.cellAreaSquareMicrometres(),
                counts.devices() * reads,
                read.energyPicojoules(technology.cell(), meanSquareInput),
                "cell: area: " + technology.cell().area().source() + "; energy: V² G t, " + read.basis()
                        + ", mean square input " + meanSquareInput + ", V and t: "
                        + technology.cell().readVoltage().source(),
                true);
    }

    private void addAnalog(List<Need> needs) {
        Technology.AnalogParts analog = technology.analog();
        double columnReads = counts.columns() * reads;
        ConverterTable.Converter dac = technology.dac().at(hardware.converters().driverBits());
        ConverterTable.Converter adc = technology.adc().at(hardware.converters().adcBits());
        needs.add(Need.of(DAC, "DAC and row driver", counts.rows(), counts.rows() * reads, dac));
        needs.add(Need.of(INTEGRATOR, "integrator", counts.columns(), columnReads, analog.integrator()));
        needs.add(Need.of(SAMPLE_AND_HOLD, "sample and hold", counts.columns(), columnReads, analog.sampleAndHold()));
        needs.add(Need.of(MULTIPLEXER, "select switch", counts.columns(), columnReads, analog.multiplexer()));
        needs.add(Need.of(ADC, "ADC", counts.adcs(), columnReads, adc));
        if (hardware.ranges() == RangeSharing.PER_LAYER) {
            addRanges(needs, columnReads);
        }
    }

    private void addRanges(List<Need> needs, double columnReads) {
        UnitCost bit = technology.memory().registerBit();
        int bits = technology.memory().rangeBits().whole();
        needs.add(Need.of(
                GAIN,
                "programmable gain",
                counts.adcs(),
                columnReads,
                technology.analog().gain()));
        needs.add(Need.of(GAIN, "range register", 1, 1, bit, bits).asStorage());
    }

    private void addDigital(List<Need> needs) {
        Technology.DigitalParts digital = technology.digital();
        int subtractorBits = hardware.converters().adcBits() + 1;
        double vectors = counts.vectors();
        needs.add(Need.of(
                SUBTRACTOR,
                "pair subtractor",
                counts.subtractors(),
                counts.pairs() * reads,
                digital.adderBit(),
                subtractorBits));
        needs.add(Need.of(
                ACCUMULATOR, "accumulator", counts.accumulators(), counts.codes() * reads, digital.accumulator()));
        addScaling(needs, counts.outputs() * vectors);
        addActivation(needs);
        double steps = 2.0 + counts.turns();
        needs.add(Need.of(CONTROL, "sequencer", counts.tiles(), counts.tiles() * reads * steps, digital.control()));
    }

    private void addScaling(List<Need> needs, double results) {
        Technology.DigitalParts digital = technology.digital();
        int width = digital.accumulatorBits().whole();
        if (hardware.scaling() == DigitalScaling.SHIFT) {
            needs.add(Need.of(DIGITAL_SCALING, "shifter", counts.lanes(), results, digital.shifter()));
        } else if (hardware.scaling() == DigitalScaling.AFFINE) {
            double products = (double) width * digital.multiplierBits().whole();
            needs.add(Need.of(
                    DIGITAL_SCALING, "multiplier", counts.lanes(), results, digital.multiplierBitProduct(), products));
            needs.add(Need.of(DIGITAL_SCALING, "bias adder", counts.lanes(), results, digital.adderBit(), width));
        }
    }

    private void addActivation(List<Need> needs) {
        double rectified = 0;
        double averaged = 0;
        Shape shape = plan.output();
        for (Layer layer : plan.digital()) {
            Shape next = layer.output(shape);
            switch (layer) {
                case Layer.MeanOverTime _ -> averaged += shape.size();
                case Layer.AveragePool pool ->
                    averaged += (double) next.size() * pool.kernel().area();
                // A comparison an element of the window, by the logic of the rectifier.
                case Layer.MaxPool pool ->
                    rectified += (double) next.size() * pool.kernel().area();
                case Layer.Clip _, Layer.ConcatRelu _ -> rectified += next.size();
                case Layer.Flatten _, Layer.Dropout _, Layer.Weighted _, Layer.Residual _ -> {}
            }
            shape = next;
        }
        Technology.DigitalParts digital = technology.digital();
        int width = digital.accumulatorBits().whole();
        needs.add(Need.of(ACTIVATION, "rectifier", rectified > 0 ? counts.lanes() : 0, rectified, digital.rectifier()));
        needs.add(Need.of(
                ACTIVATION, "mean adder", averaged > 0 ? counts.lanes() : 0, averaged, digital.adderBit(), width));
    }

    private void addMemory(List<Need> needs, Traffic traffic) {
        Technology.MemoryParts memory = technology.memory();
        long registers = counts.registerBits(hardware.converters());
        needs.add(Need.of(BUFFER, "activation buffer", traffic.keptBits(), traffic.bufferBits(), memory.bufferBit()));
        needs.add(Need.of(
                BUFFER, "input registers", registers, (double) registers * counts.vectors(), memory.registerBit()));
        needs.add(Need.of(INTERCONNECT, "bus", memory.busWidth().whole(), traffic.busBits(), memory.wire()));
    }
}
