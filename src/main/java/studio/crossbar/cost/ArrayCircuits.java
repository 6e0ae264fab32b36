package studio.crossbar.cost;

import static studio.crossbar.cost.Basis.ADC;
import static studio.crossbar.cost.Basis.CELL;
import static studio.crossbar.cost.Basis.COLUMN;
import static studio.crossbar.cost.Basis.CONVERSION;
import static studio.crossbar.cost.Basis.CORRECTED;
import static studio.crossbar.cost.Basis.CURRENT;
import static studio.crossbar.cost.Basis.LAYER;
import static studio.crossbar.cost.Basis.LINE;
import static studio.crossbar.cost.Basis.PAIR;
import static studio.crossbar.cost.Basis.REFERENCE;
import static studio.crossbar.cost.Basis.ROW;
import static studio.crossbar.cost.Sharing.ANALOG;
import static studio.crossbar.cost.Sharing.DIGITAL;
import static studio.crossbar.cost.Sharing.STORAGE;

import java.util.function.ToDoubleFunction;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RangeSharing;

/** Cells and everything between the row inputs and the ADC codes. */
record ArrayCircuits(
        Hardware hardware,
        Technology technology,
        CostOptions options,
        Drive drive,
        ConverterTable.Converter rowConverter,
        ConverterTable.Converter adc) {

    void addTo(PartList parts, String energyBasis) {
        addCells(parts, energyBasis);
        addRows(parts);
        addColumns(parts);
        if (hardware.ranges() == RangeSharing.PER_LAYER && options.adaptation() == RangeAdaptation.PROGRAMMABLE_GAIN) {
            addRanges(parts);
        }
        addSubtraction(parts);
        addProgramming(parts);
    }

    private void addCells(PartList parts, String energyBasis) {
        CellParts cell = technology.cell();
        CellEnergy energy = new CellEnergy(cell, options.drive(), rowConverter.latencyNanoseconds());
        String read = energy.published()
                ? "energy: " + cell.readEnergy().source()
                : "energy: " + energy.formula() + ", " + energyBasis + ", V and t: "
                        + cell.readVoltage().source();
        String source =
                "cell, " + cell.kind().label() + ": area: " + cell.area().source() + "; " + read;
        double area = technology.cellAreaSquareMicrometres();
        parts.add(new Part(
                Component.CELL_ARRAY,
                CELL,
                STORAGE,
                area,
                load -> energy.picojoules(load.read().weights()),
                source,
                load -> load.counts().built().cells(),
                load -> energy.read().applyAsDouble(load.counts().used())
                        * load.counts().reads(),
                load -> energy.microSiemens(load.read().weights())));
        addCommonCells(parts, area, energy, source);
        if (cell.kind() == CellKind.ONE_R && options.schedule() == Schedule.LAYER_SERIAL) {
            // Without transistors in the cells, switches at the lines say whose crossbar hangs on the shared periphery.
            parts.add(
                    Component.MULTIPLEXER,
                    LINE,
                    STORAGE,
                    "line switch of a layer without cell transistors",
                    technology.analog().multiplexer(),
                    load -> load.counts().built().rows() + load.counts().built().columns(),
                    load -> (load.counts().used().rows() + load.counts().used().columns())
                            * load.counts().reads());
        }
    }

    /** Columns that are subtracted from all others: middle conductances of an offset, lowest ones of cells of one sign. */
    private void addCommonCells(PartList parts, double area, CellEnergy energy, String source) {
        parts.add(new Part(
                Component.CORRECTION,
                Basis.CORRECTION,
                STORAGE,
                area,
                load -> energy.picojoules(load.read().corrections()),
                "correction cell at the middle conductance, " + source,
                load -> load.counts().built().correctionCells(),
                load -> load.counts().used().correctionCells() * load.counts().reads(),
                load -> energy.microSiemens(load.read().corrections())));
        parts.add(new Part(
                Component.CORRECTION,
                REFERENCE,
                STORAGE,
                area,
                load -> energy.picojoules(load.read().references()),
                "reference cell at the lowest conductance, " + source,
                load -> load.counts().built().referenceCells(),
                load -> load.counts().used().referenceCells() * load.counts().reads(),
                load -> energy.microSiemens(load.read().references())));
    }

    private void addRows(PartList parts) {
        ToDoubleFunction<LayerLoad> pieces = load -> load.counts().built().rows();
        ToDoubleFunction<LayerLoad> uses =
                load -> load.counts().used().rows() * load.counts().reads();
        String name = options.drive() == InputDrive.VOLTAGE ? "DAC and row driver" : "pulse-width row driver";
        parts.add(Component.DAC, ROW, name, rowConverter, pieces, uses);
        parts.add(
                Component.DAC,
                ROW,
                DIGITAL,
                "word line driver",
                technology.rows().driver(),
                pieces,
                uses);
    }

    private void addColumns(PartList parts) {
        AnalogParts analog = technology.analog();
        ToDoubleFunction<LayerLoad> pieces = load -> load.counts().built().converted();
        ToDoubleFunction<LayerLoad> uses = LayerLoad::conversions;
        parts.add(Component.INTEGRATOR, CONVERSION, ANALOG, "integrator", analog.integrator(), pieces, uses);
        parts.add(
                Component.SAMPLE_AND_HOLD, CONVERSION, ANALOG, "sample and hold", analog.sampleAndHold(), pieces, uses);
        parts.add(Component.MULTIPLEXER, CONVERSION, ANALOG, "select switch", analog.multiplexer(), pieces, uses);
        parts.add(Component.ADC, ADC, "ADC", adc, load -> load.counts().built().adcs(), LayerLoad::conversions);
        if (adc.columnEnergyPicojoules() > 0) {
            addColumnCurrents(parts);
        }
    }

    /**
     * What current-sensing ADCs draw in proportion to their columns' current {@code Σ G V x}, which is linear in the inputs.
     * All weight columns are charged for the current that their cells pass. Where another current is subtracted before the
     * ADC, it senses less, but the circuit that subtracts draws both: {@code I⁺ + I⁻} of a pair is the most that the ADC can
     * sense, as is a column's current before that of a reference is taken away.
     */
    private void addColumnCurrents(PartList parts) {
        parts.add(new Part(
                Component.ADC,
                CURRENT,
                ANALOG,
                0,
                load -> adc.columnEnergyPicojoules(),
                "ADC, what it draws a µS of its column, before others are subtracted (an upper bound where they are), "
                        + adc.source(),
                load -> 0,
                load -> load.counts().used().devices()
                        * load.counts().reads()
                        * load.read().weights().meanMicroSiemens()));
    }

    private void addRanges(PartList parts) {
        parts.add(
                Component.GAIN,
                ADC,
                ANALOG,
                "programmable gain",
                technology.analog().gain(),
                load -> load.counts().built().adcs(),
                LayerLoad::conversions);
        parts.add(
                Component.GAIN,
                LAYER,
                STORAGE,
                "range register",
                technology.memory().rangeBits().whole(),
                technology.memory().registerBit(),
                load -> 1,
                load -> 1);
    }

    private void addSubtraction(PartList parts) {
        ToDoubleFunction<LayerLoad> uses =
                load -> load.counts().used().pairs() * load.counts().reads();
        switch (options.subtraction()) {
            case DIGITAL ->
                parts.add(
                        Component.SUBTRACTOR,
                        PAIR,
                        DIGITAL,
                        "pair subtractor",
                        hardware.converters().adcBits() + 1,
                        technology.digital().adderBit(),
                        load -> load.counts().built().subtractors(),
                        uses);
            case ANALOG ->
                parts.add(
                        Component.SUBTRACTOR,
                        PAIR,
                        ANALOG,
                        "current subtractor",
                        technology.analog().subtractor(),
                        load -> load.counts().built().pairs(),
                        uses);
        }
        parts.add(
                Component.CORRECTION,
                CORRECTED,
                ANALOG,
                "current subtractor of the correction or reference",
                technology.analog().subtractor(),
                load -> load.counts().built().corrected(),
                load -> load.counts().used().corrected() * load.counts().reads());
    }

    private void addProgramming(PartList parts) {
        parts.add(
                Component.PROGRAMMING,
                COLUMN,
                DIGITAL,
                "write driver",
                technology.programming().driver(),
                load -> load.counts().built().columns(),
                load -> 0);
        parts.add(
                Component.PROGRAMMING,
                ROW,
                DIGITAL,
                "level shifter",
                technology.programming().levelShifter(),
                load -> load.counts().built().rows(),
                load -> 0);
    }
}
