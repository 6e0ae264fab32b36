package studio.crossbar.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Unit costs of one process: every constant with unit, valid range, node and source, as a technology file holds them.
 *
 * @param schema version of the file's layout, {@value #SCHEMA}
 * @param name as in the file's name: lower-case letters, digits and hyphens
 * @param title for the user
 * @param node feature size F, nm
 * @param cell memory cell and how it is read
 * @param programming how cells are written
 * @param rows what drives the word lines
 * @param columns converters of the bit lines
 * @param analog parts between the columns and the ADCs
 * @param digital logic
 * @param memory buffers and wires
 * @param macro what stands around a group of crossbars where everything is built in whole macros
 */
public record Technology(
        int schema,
        String name,
        String title,
        Quantity node,
        CellParts cell,
        ProgrammingParts programming,
        RowParts rows,
        ColumnParts columns,
        AnalogParts analog,
        DigitalParts digital,
        MemoryParts memory,
        MacroParts macro) {

    /** Version of the layout of technology files. */
    public static final int SCHEMA = 2;

    /** Name of {@link #standard()}. */
    public static final String STANDARD = "rram-32nm";

    /**
     * Memory cell.
     *
     * @param kind devices and transistors
     * @param area of a cell in F², squares of the feature size
     * @param readVoltage of a full-scale input, V
     * @param readPulse time that the rows are driven for one analog sum, ns
     * @param readEnergy of a cell and read where a publication gives that instead of {@code V² G t}, pJ; 0 otherwise
     */
    public record CellParts(
            CellKind kind, Quantity area, Quantity readVoltage, Quantity readPulse, Quantity readEnergy) {

        public CellParts {
            area.check("area", "F2", 0.1, 10_000);
            readVoltage.check("readVoltage", "V", 0.001, 10);
            readPulse.check("readPulse", "ns", 0.001, 1e6);
            readEnergy.check("readEnergy", "pJ", 0, 1e3);
        }
    }

    /**
     * Writing of the weights, before use and whenever the network changes.
     *
     * @param pulseEnergy of a write pulse at one cell, pJ
     * @param pulse length of a pulse, ns
     * @param pulses a cell, with those of verification
     * @param cellsAtOnce cells of the chip that are written at the same time
     * @param driver a column's write driver; its energy is in {@code pulseEnergy}
     * @param levelShifter a row's, up to the write voltage
     */
    public record ProgrammingParts(
            Quantity pulseEnergy,
            Quantity pulse,
            Quantity pulses,
            Quantity cellsAtOnce,
            UnitCost driver,
            UnitCost levelShifter) {

        public ProgrammingParts {
            pulseEnergy.check("pulseEnergy", "pJ", 0, 1e6);
            pulse.check("pulse", "ns", 0.001, 1e9);
            pulses.check("pulses", "pulses", 1, 1e4);
            cellsAtOnce.checkWhole("cellsAtOnce", "cells", 1, 1_000_000);
        }
    }

    /**
     * Drive of the word lines.
     *
     * @param driver a row's line driver, beside its converter; a use is one drive
     * @param voltage DAC whose output voltage is the input
     * @param pulseWidth converter whose pulse length is the input
     */
    public record RowParts(UnitCost driver, ConverterTable voltage, ConverterTable pulseWidth) {}

    /**
     * Conversion of the columns.
     *
     * @param columnsPerAdc columns that take turns at one ADC
     * @param standard kind of ADC that is built unless another is chosen
     * @param adcs those that may be chosen
     */
    public record ColumnParts(Quantity columnsPerAdc, AdcKind standard, Map<AdcKind, ConverterTable> adcs) {

        public ColumnParts {
            columnsPerAdc.checkWhole("columnsPerAdc", "columns", 1, 4096);
            if (adcs.containsKey(AdcKind.TECHNOLOGY)) {
                throw new IllegalArgumentException("adcs.TECHNOLOGY: is no kind of its own; name one, such as SAR");
            }
            if (!adcs.containsKey(standard)) {
                throw new IllegalArgumentException(
                        "standard: " + standard + " is none of the adcs, which are " + adcs.keySet());
            }
            adcs = Map.copyOf(new EnumMap<>(adcs));
        }

        /** Kinds that are built with {@code bits}. */
        List<AdcKind> kindsOf(int bits) {
            return adcs.keySet().stream()
                    .filter(kind -> table(kind).builds(bits))
                    .sorted()
                    .toList();
        }

        /**
         * Table of a kind.
         *
         * @throws IllegalArgumentException if the technology has none
         */
        public ConverterTable table(AdcKind kind) {
            ConverterTable table = adcs.get(kind == AdcKind.TECHNOLOGY ? standard : kind);
            if (table == null) {
                throw new IllegalArgumentException("adc: " + kind + " is none of the technology's, which are "
                        + List.copyOf(new EnumMap<>(adcs).keySet()));
            }
            return table;
        }
    }

    /**
     * Parts between the columns and the ADCs.
     *
     * @param multiplexer a column's select switch; a use is one selection
     * @param sampleAndHold a column's; a use is one sample
     * @param integrator a column's current-to-voltage stage; a use is one analog sum
     * @param gain an ADC's programmable-gain stage, for ranges a layer; a use is one conversion
     * @param subtractor a column pair's current subtractor; a use is one analog sum
     */
    public record AnalogParts(
            UnitCost multiplexer, UnitCost sampleAndHold, UnitCost integrator, UnitCost gain, UnitCost subtractor) {}

    /**
     * Logic.
     *
     * @param clock GHz
     * @param accumulatorBits width of the accumulated sum
     * @param adderBit adder or subtractor, a bit
     * @param accumulator adder and register of the accumulated sum
     * @param shiftAdd shifter, adder and register that join slices and input bits
     * @param adcsPerShiftAdd ADCs that share one
     * @param shifter of an accumulated sum
     * @param multiplierBitProduct multiplier, a product of one bit with one bit
     * @param multiplierBits width of the constant that an accumulated sum is multiplied with
     * @param rectifier comparison of an accumulated sum with zero
     * @param pool comparison of two activations
     * @param control a tile's sequencer; a use is one step
     * @param leakage power of a chip at rest by its area, which lasts through the inference
     */
    public record DigitalParts(
            Quantity clock,
            Quantity accumulatorBits,
            UnitCost adderBit,
            UnitCost accumulator,
            UnitCost shiftAdd,
            Quantity adcsPerShiftAdd,
            UnitCost shifter,
            UnitCost multiplierBitProduct,
            Quantity multiplierBits,
            UnitCost rectifier,
            UnitCost pool,
            UnitCost control,
            Quantity leakage) {

        public DigitalParts {
            clock.check("clock", "GHz", 0.001, 100);
            accumulatorBits.checkWhole("accumulatorBits", "bit", 4, 64);
            adcsPerShiftAdd.checkWhole("adcsPerShiftAdd", "ADCs", 1, 4096);
            multiplierBits.checkWhole("multiplierBits", "bit", 1, 32);
            leakage.check("leakage", "uW/mm2", 0, 1e6);
        }
    }

    /**
     * Buffers and wires.
     *
     * @param bufferBit activation buffer, a bit
     * @param registerBit a tile's input register, a bit
     * @param wire one bit line of the bus between buffer and tiles; a use moves one bit
     * @param busWidth bit lines of the bus
     * @param rangeBits register of a layer's gain setting
     */
    public record MemoryParts(
            UnitCost bufferBit, UnitCost registerBit, UnitCost wire, Quantity busWidth, Quantity rangeBits) {

        public MemoryParts {
            busWidth.checkWhole("busWidth", "bit", 1, 65_536);
            rangeBits.checkWhole("rangeBits", "bit", 1, 64);
        }
    }

    /**
     * A group of crossbars with what serves it, the unit in which {@link Floorplan#MACROS} builds.
     *
     * @param crossbars in a macro
     * @param bufferBits of its activation buffer
     * @param activations units for activations
     * @param poolers units for pooling
     * @param accumulators beyond those at the crossbars
     * @param outputRegisters all of them in one macro; a use is one input vector
     * @param router a macro's share of the network; a use moves one bit
     * @param link off the chip, once; a use is one inference
     */
    public record MacroParts(
            Quantity crossbars,
            Quantity bufferBits,
            Quantity activations,
            Quantity poolers,
            Quantity accumulators,
            UnitCost outputRegisters,
            UnitCost router,
            UnitCost link) {

        public MacroParts {
            crossbars.checkWhole("crossbars", "crossbars", 1, 1_000_000);
            bufferBits.checkWhole("bufferBits", "bit", 0, 1_000_000_000);
            activations.checkWhole("activations", "units", 0, 1_000_000);
            poolers.checkWhole("poolers", "units", 0, 1_000_000);
            accumulators.checkWhole("accumulators", "units", 0, 1_000_000);
        }
    }

    public Technology {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema: " + schema + " is not " + SCHEMA + ", the one that is read");
        }
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name: \"" + name + "\" is not made of lower-case letters, digits and hyphens");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: is blank; name the technology for the user");
        }
        node.check("node", "nm", 1, 1000);
        double feature = node.value();
        rows.voltage().checkLaw("rows.voltage", feature);
        rows.pulseWidth().checkLaw("rows.pulseWidth", feature);
        columns.adcs().forEach((kind, table) -> table.checkLaw("columns.adcs." + kind, feature));
    }

    /** Area of one cell, µm². */
    public double cellAreaSquareMicrometres() {
        double featureMicrometres = node.value() * 1e-3;
        return cell.area().value() * featureMicrometres * featureMicrometres;
    }

    /**
     * The technology at another node: areas and energies of circuits by published tables, times of circuits and the clock in
     * proportion;
     * the device, its voltages and pulses stay. Every figure that changed says so in its source.
     *
     * @param nanometres 7 … 130
     * @throws IllegalArgumentException if a node is beyond the tables
     */
    public Technology scaledTo(double nanometres) {
        return TechnologyScaling.scaled(this, nanometres);
    }

    /**
     * Reads a technology file. Constants of another node than the technology's are scaled to it, and say so.
     *
     * @throws TechnologyException if it is no valid technology file; the message names file, field and remedy
     * @throws IOException if it cannot be read
     */
    public static Technology load(Path file) throws IOException {
        return TechnologyFiles.read(file);
    }

    /**
     * The same from text.
     *
     * @param file name for messages
     * @throws TechnologyException if it is no valid technology file
     */
    public static Technology parse(String file, String json) throws TechnologyException {
        return TechnologyFiles.parse(file, json);
    }

    /**
     * Reads a technology file of the project: {@code assets/technology/<name>.json} under the working directory, where
     * users edit it, otherwise the copy that the application carries.
     *
     * @throws TechnologyException if there is none of that name or it is not valid
     * @throws IOException if it cannot be read
     */
    public static Technology bundled(String name) throws IOException {
        return TechnologyFiles.bundled(name);
    }

    /** Names of the files that {@link #bundled} finds: those carried and those beside them. */
    public static List<String> names() throws IOException {
        return TechnologyFiles.names();
    }

    /**
     * 32 nm RRAM with ISAAC-class components, as the application carries it: no edited file changes it.
     *
     * @throws java.io.UncheckedIOException if the application's copy is damaged
     */
    public static Technology standard() {
        return TechnologyFiles.standard();
    }
}
