package studio.crossbar.cost;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Unit costs of one process: every constant with unit, node and source, as a technology file holds them.
 *
 * @param schema version of the file's layout, {@value #SCHEMA}
 * @param name as in the file's name: lower-case letters, digits and hyphens
 * @param title for the user
 * @param node feature size F, nm
 * @param cell memory cell and how it is read
 * @param dac row drivers and DACs, 1 … 12 bits; one use is one conversion
 * @param adc column converters, 2 … 12 bits; one use is one conversion
 * @param analog parts between the columns and the ADCs
 * @param digital logic
 * @param memory buffers and wires
 */
public record Technology(
        int schema,
        String name,
        String title,
        Quantity node,
        CellParts cell,
        ConverterTable dac,
        ConverterTable adc,
        AnalogParts analog,
        DigitalParts digital,
        MemoryParts memory) {

    /** Version of the layout of technology files. */
    public static final int SCHEMA = 1;

    /** Name of {@link #standard()}. */
    public static final String STANDARD = "rram-32nm";

    /**
     * Memory cell.
     *
     * @param area in F², squares of the feature size
     * @param readVoltage of a full-scale input, V
     * @param readPulse time that the rows are driven for one analog sum, ns
     */
    public record CellParts(Quantity area, Quantity readVoltage, Quantity readPulse) {

        public CellParts {
            area.check("area", "F2", 0.1, 10_000);
            readVoltage.check("readVoltage", "V", 0.001, 10);
            readPulse.check("readPulse", "ns", 0.001, 1e6);
        }
    }

    /**
     * Parts between the columns and the ADCs.
     *
     * @param columnsPerAdc columns that take turns at one ADC
     * @param multiplexer a column's select switch; a use is one selection
     * @param sampleAndHold a column's; a use is one sample
     * @param integrator a column's current-to-voltage stage; a use is one analog sum
     * @param gain an ADC's programmable-gain stage, for ranges a layer; a use is one conversion
     */
    public record AnalogParts(
            Quantity columnsPerAdc, UnitCost multiplexer, UnitCost sampleAndHold, UnitCost integrator, UnitCost gain) {

        public AnalogParts {
            columnsPerAdc.checkWhole("columnsPerAdc", "columns", 1, 4096);
        }
    }

    /**
     * Logic.
     *
     * @param clock GHz
     * @param accumulatorBits width of the accumulated sum
     * @param adderBit adder or subtractor, a bit
     * @param accumulator adder and register of the accumulated sum
     * @param shifter of an accumulated sum
     * @param multiplierBitProduct multiplier, a product of one bit with one bit
     * @param multiplierBits width of the constant that an accumulated sum is multiplied with
     * @param rectifier comparison of an accumulated sum with zero
     * @param control a tile's sequencer; a use is one step
     */
    public record DigitalParts(
            Quantity clock,
            Quantity accumulatorBits,
            UnitCost adderBit,
            UnitCost accumulator,
            UnitCost shifter,
            UnitCost multiplierBitProduct,
            Quantity multiplierBits,
            UnitCost rectifier,
            UnitCost control) {

        public DigitalParts {
            clock.check("clock", "GHz", 0.001, 100);
            accumulatorBits.checkWhole("accumulatorBits", "bit", 4, 64);
            multiplierBits.checkWhole("multiplierBits", "bit", 1, 32);
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
        dac.checkRange("dac", 1, 12);
        adc.checkRange("adc", 2, 12);
    }

    /** Area of one cell, µm². */
    public double cellAreaSquareMicrometres() {
        double featureMicrometres = node.value() * 1e-3;
        return cell.area().value() * featureMicrometres * featureMicrometres;
    }

    /**
     * Reads a technology file.
     *
     * @throws TechnologyException if it is no valid technology file; the message names file, field and remedy
     * @throws IOException if it cannot be read
     */
    public static Technology load(Path file) throws IOException {
        return TechnologyFiles.read(file);
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

    /**
     * 32 nm RRAM with ISAAC-class components, as the application carries it: no edited file changes it.
     *
     * @throws java.io.UncheckedIOException if the application's copy is damaged
     */
    public static Technology standard() {
        return TechnologyFiles.standard();
    }
}
