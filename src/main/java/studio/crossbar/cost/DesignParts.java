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
        ConverterTable table = switch (options.drive()) {
            case VOLTAGE -> technology.rows().voltage();
            case PULSE_WIDTH -> technology.rows().pulseWidth();
        };
        rowConverter = table.at(drive.driverBits(), node);
        adc = technology.columns().table(options.adc()).at(hardware.converters().adcBits(), node);
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

    /** Time of one input vector on the layer's crossbars, ns. */
    double vectorNanoseconds(LayerCounts counts) {
        double settling = rowConverter.latencyNanoseconds();
        if (options.drive() == InputDrive.VOLTAGE) {
            settling += technology.cell().readPulse().value();
        }
        double conversion = counts.turns() * adc.latencyNanoseconds();
        double read = options.overlapped() ? Math.max(settling, conversion) : settling + conversion;
        return counts.cycles() * read
                + digitalCycles(counts) / technology.digital().clock().value();
    }

    /** Subtraction, shift and add, a tree of additions over the row blocks, scaling, activation. */
    private int digitalCycles(LayerCounts counts) {
        int subtraction =
                options.subtraction() == Subtraction.DIGITAL && counts.used().pairs() > 0 ? 1 : 0;
        int joining = counts.used().codes() > counts.used().sums() || counts.cycles() > 1 ? 1 : 0;
        int accumulation = 1 + (Integer.SIZE - Integer.numberOfLeadingZeros(counts.rowBlocks() - 1));
        int scale = switch (hardware.scaling()) {
            case NONE -> 0;
            case SHIFT -> 1;
            case AFFINE -> 2;
        };
        return subtraction + joining + accumulation + scale + 1;
    }
}
