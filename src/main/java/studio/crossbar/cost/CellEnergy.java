package studio.crossbar.cost;

import java.util.function.ToDoubleFunction;

/**
 * Energy of reading cells: {@code V² G x² t}, or what a publication says of a cell.
 *
 * @param cell of the technology
 * @param drive of the rows
 * @param pulseNanoseconds of a full-scale input where pulse widths are the inputs, ns
 */
record CellEnergy(CellParts cell, InputDrive drive, double pulseNanoseconds) {

    boolean published() {
        return cell.readEnergy().value() > 0;
    }

    /** Of one read, pJ, a device or, where published, a cell: V² · µS · ns is 10⁻¹⁵ J. */
    double picojoules(Driven driven) {
        if (published()) {
            return cell.readEnergy().value();
        }
        double volts = cell.readVoltage().value();
        double nanoseconds = drive == InputDrive.VOLTAGE ? cell.readPulse().value() : pulseNanoseconds;
        return volts * volts * microSiemens(driven) * nanoseconds * 1e-3;
    }

    /** The formula, for the source of a line. */
    String formula() {
        return drive == InputDrive.VOLTAGE ? "V² (G x²) t" : "V² (G x) t";
    }

    /** What stands in its brackets, in the mean, µS; 0 where the energy is published. */
    double microSiemens(Driven driven) {
        if (published()) {
            return 0;
        }
        return switch (drive) {
            case VOLTAGE -> driven.meanSquareMicroSiemens();
            case PULSE_WIDTH -> driven.meanMicroSiemens();
        };
    }

    /** What is read of those that hold weights: devices or, where published, cells. */
    ToDoubleFunction<LayerCounts.Counts> read() {
        return published() ? LayerCounts.Counts::cells : LayerCounts.Counts::devices;
    }
}
