package studio.crossbar.cost;

import java.util.function.Consumer;
import studio.crossbar.hardware.Subtraction;

/**
 * What a bill assumes beyond the design: the choices of the circuit designer, and of whoever estimates.
 *
 * @param schedule who works when
 * @param columnsPerAdc columns that take turns at one ADC, 1 … 4096; 0 for the technology's number
 * @param adc kind of ADC, one that the technology has
 * @param subtraction where differential pairs are subtracted
 * @param adaptation how converters meet ranges a layer
 * @param drive how inputs drive the rows
 * @param floorplan how much is built
 * @param overlapped whether the next read settles while the last one's columns are converted, which sample and hold allows
 * @param mostReplicas limit of {@link Schedule#LAYER_PARALLEL_REPLICATED}, 1 … 1024
 * @param meanSquareInput mean over rows and vectors of the squared row input relative to the DAC's full scale, 0 … 1, for
 *     layers whose inputs were not measured
 */
public record CostOptions(
        Schedule schedule,
        int columnsPerAdc,
        AdcKind adc,
        Subtraction subtraction,
        RangeAdaptation adaptation,
        InputDrive drive,
        Floorplan floorplan,
        boolean overlapped,
        int mostReplicas,
        double meanSquareInput) {

    /** Layer-serial, the technology's converters; inputs evenly over the full scale, mean square ⅓. */
    public static final CostOptions STANDARD = new CostOptions(
            Schedule.LAYER_SERIAL,
            0,
            AdcKind.TECHNOLOGY,
            Subtraction.STANDARD,
            RangeAdaptation.PROGRAMMABLE_GAIN,
            InputDrive.VOLTAGE,
            Floorplan.TRIMMED,
            false,
            16,
            1.0 / 3);

    public CostOptions {
        if (columnsPerAdc < 0 || columnsPerAdc > 4096) {
            throw new IllegalArgumentException("columnsPerAdc: " + columnsPerAdc + " is outside 0 … 4096");
        }
        if (mostReplicas < 1 || mostReplicas > 1024) {
            throw new IllegalArgumentException("mostReplicas: " + mostReplicas + " is outside 1 … 1024");
        }
        if (!(meanSquareInput >= 0 && meanSquareInput <= 1)) {
            throw new IllegalArgumentException("meanSquareInput: " + meanSquareInput + " is outside 0 … 1");
        }
    }

    /** A copy with some choices changed, as {@link studio.crossbar.design.Recipe#with}. */
    public CostOptions with(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.options();
    }

    public CostOptions withSchedule(Schedule value) {
        return with(draft -> draft.schedule = value);
    }

    public CostOptions withColumnsPerAdc(int value) {
        return with(draft -> draft.columnsPerAdc = value);
    }

    public CostOptions withAdc(AdcKind value) {
        return with(draft -> draft.adc = value);
    }

    public CostOptions withSubtraction(Subtraction value) {
        return with(draft -> draft.subtraction = value);
    }

    public CostOptions withAdaptation(RangeAdaptation value) {
        return with(draft -> draft.adaptation = value);
    }

    public CostOptions withDrive(InputDrive value) {
        return with(draft -> draft.drive = value);
    }

    public CostOptions withFloorplan(Floorplan value) {
        return with(draft -> draft.floorplan = value);
    }

    public CostOptions withOverlapped(boolean value) {
        return with(draft -> draft.overlapped = value);
    }

    public CostOptions withMostReplicas(int value) {
        return with(draft -> draft.mostReplicas = value);
    }

    public CostOptions withMeanSquareInput(double value) {
        return with(draft -> draft.meanSquareInput = value);
    }

    /** The choices while they are edited; {@link CostOptions} describes and checks them. */
    public static final class Draft {

        public Schedule schedule;
        public int columnsPerAdc;
        public AdcKind adc;
        public Subtraction subtraction;
        public RangeAdaptation adaptation;
        public InputDrive drive;
        public Floorplan floorplan;
        public boolean overlapped;
        public int mostReplicas;
        public double meanSquareInput;

        private Draft(CostOptions from) {
            schedule = from.schedule;
            columnsPerAdc = from.columnsPerAdc;
            adc = from.adc;
            subtraction = from.subtraction;
            adaptation = from.adaptation;
            drive = from.drive;
            floorplan = from.floorplan;
            overlapped = from.overlapped;
            mostReplicas = from.mostReplicas;
            meanSquareInput = from.meanSquareInput;
        }

        private CostOptions options() {
            return new CostOptions(
                    schedule,
                    columnsPerAdc,
                    adc,
                    subtraction,
                    adaptation,
                    drive,
                    floorplan,
                    overlapped,
                    mostReplicas,
                    meanSquareInput);
        }
    }
}
