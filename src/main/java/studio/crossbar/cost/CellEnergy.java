package studio.crossbar.cost;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Energy of reading cells: {@code V² G t}, or what a publication says of a cell.
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
        double microSiemensNanoseconds = switch (drive) {
            case VOLTAGE -> driven.meanSquareMicroSiemens() * cell.readPulse().value();
            case PULSE_WIDTH -> driven.meanMicroSiemens() * pulseNanoseconds;
        };
        return volts * volts * microSiemensNanoseconds * 1e-3;
    }

    /** What the energy was computed with, for the source of a line: the mean of G x² or, by pulse widths, of G x. */
    String words(Driven driven) {
        if (published()) {
            return "";
        }
        return switch (drive) {
            case VOLTAGE ->
                CostItem.OF_LAYER + String.format(Locale.ROOT, "mean of G x² %.6g µS", driven.meanSquareMicroSiemens());
            case PULSE_WIDTH ->
                CostItem.OF_LAYER + String.format(Locale.ROOT, "mean of G x %.6g µS", driven.meanMicroSiemens());
        };
    }

    /** What is read of those that hold weights: devices or, where published, cells. */
    ToDoubleFunction<LayerCounts.Counts> read() {
        return published() ? LayerCounts.Counts::cells : LayerCounts.Counts::devices;
    }
}
