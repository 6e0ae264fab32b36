package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Subtraction;

/** The parts that a design is made of, in the order of a bill; the same for all its layers. */
final class DesignParts {

    private final Hardware hardware;
    private final Technology technology;
    private final CostOptions options;
    private final Drive drive;
    private final ConverterTable.Converter rowConverter;
    private final ConverterTable.Converter adc;

    DesignParts(Hardware hardware, Technology technology, CostOptions options) {
        this(hardware, technology, options, Drive.of(hardware));
    }

    DesignParts(Hardware hardware, Technology technology, CostOptions options, Drive drive) {
        this.hardware = hardware;
        this.drive = drive;
        this.technology = technology;
        this.options = options;
        double node = technology.node().value();
        rowConverter = rowTable().at(drive.driverBits(), node);
        adc = adcTable().at(hardware.converters().adcBits(), node);
    }

    private ConverterTable rowTable() {
        ConverterTable table = switch (options.drive()) {
            case VOLTAGE -> technology.rows().voltage();
            case PULSE_WIDTH -> technology.rows().pulseWidth();
        };
        if (!table.builds(drive.driverBits())) {
            throw new IllegalArgumentException("drive: " + options.drive() + " of " + technology.name() + " takes "
                    + table.leastBits() + " … " + table.mostBits() + " bits, but the design's row drivers have "
                    + drive.driverBits() + "; choose dacBits or inputCycleBits in that range, or another drive");
        }
        return table;
    }

    private ConverterTable adcTable() {
        ColumnParts columns = technology.columns();
        ConverterTable table = columns.table(options.adc());
        int bits = hardware.converters().adcBits();
        if (!table.builds(bits)) {
            AdcKind kind = options.adc() == AdcKind.TECHNOLOGY ? columns.standard() : options.adc();
            throw new IllegalArgumentException("adc: " + kind + " of " + technology.name() + " converts "
                    + table.leastBits() + " … " + table.mostBits()
                    + " bits, but the design's converters.adcBits is " + bits
                    + "; choose adcBits in that range or one of " + columns.kindsOf(bits));
        }
        return table;
    }

    Drive drive() {
        return drive;
    }

    /**
     * The list.
     *
     * @param energyBasis where conductances and inputs come from
     */
    List<Part> list(String energyBasis) {
        PartList parts = new PartList();
        new ArrayCircuits(hardware, technology, options, drive, rowConverter, adc).addTo(parts, energyBasis);
        new DigitalCircuits(hardware, technology, options, drive).addTo(parts);
        return parts.list();
    }

    /** When one copy of a layer works. */
    LayerTime time(LayerCounts counts, DigitalWork work) {
        double settling = rowConverter.latencyNanoseconds();
        if (options.drive() == InputDrive.VOLTAGE) {
            settling += technology.cell().readPulse().value();
        }
        double conversion = counts.turns() * adc.latencyNanoseconds();
        double read = options.overlapped() ? Math.max(settling, conversion) : settling + conversion;
        double vector = counts.cycles() * read
                + digitalCycles(counts, work) / technology.digital().clock().value();
        double fill = options.overlapped() ? Math.min(settling, conversion) : 0;
        double bus = busNanoseconds(counts);
        boolean macros = options.floorplan() == Floorplan.MACROS;
        // Macros of a copy bring buses of their own; elsewhere all copies hang on one.
        return new LayerTime(counts.vectors(), vector, fill, macros ? bus / counts.macros() : bus, macros, 1);
    }

    /** Time of a vector's row inputs on one bus, a word a clock, ns; 0 where the technology charges no bus. */
    private double busNanoseconds(LayerCounts counts) {
        MemoryParts memory = technology.memory();
        if (memory.wire().area().value() == 0 && memory.wire().energy().value() == 0) {
            return 0;
        }
        double bits = (double) counts.used().rows() * drive.inputBits();
        return bits / (memory.busWidth().value() * technology.digital().clock().value());
    }

    /** Subtraction, shift and add, a tree of additions over the row blocks, scaling, residual addition, activation. */
    private int digitalCycles(LayerCounts counts, DigitalWork work) {
        int subtraction =
                options.subtraction() == Subtraction.DIGITAL && counts.used().pairs() > 0 ? 1 : 0;
        int joining = counts.used().codes() > counts.used().sums() || counts.cycles() > 1 ? 1 : 0;
        int accumulation = 1 + (Integer.SIZE - Integer.numberOfLeadingZeros(counts.rowBlocks() - 1));
        int scale = switch (hardware.scaling()) {
            case NONE -> 0;
            case SHIFT -> 1;
            case AFFINE -> 2;
        };
        int residual = work.added() > 0 ? 1 : 0;
        return subtraction + joining + accumulation + scale + residual + 1;
    }
}
