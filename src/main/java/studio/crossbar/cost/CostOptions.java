package studio.crossbar.cost;

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

    /** Layer-serial, the technology's converters, digital subtraction; inputs evenly over the full scale, mean square ⅓. */
    public static final CostOptions STANDARD = new CostOptions(
            Schedule.LAYER_SERIAL,
            0,
            AdcKind.TECHNOLOGY,
            Subtraction.DIGITAL,
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

    public CostOptions withSchedule(Schedule value) {
        return new CostOptions(
                value,
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

    public CostOptions withColumnsPerAdc(int value) {
        return new CostOptions(
                schedule,
                value,
                adc,
                subtraction,
                adaptation,
                drive,
                floorplan,
                overlapped,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withAdc(AdcKind value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                value,
                subtraction,
                adaptation,
                drive,
                floorplan,
                overlapped,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withSubtraction(Subtraction value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                adc,
                value,
                adaptation,
                drive,
                floorplan,
                overlapped,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withAdaptation(RangeAdaptation value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                adc,
                subtraction,
                value,
                drive,
                floorplan,
                overlapped,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withDrive(InputDrive value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                adc,
                subtraction,
                adaptation,
                value,
                floorplan,
                overlapped,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withFloorplan(Floorplan value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                adc,
                subtraction,
                adaptation,
                drive,
                value,
                overlapped,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withOverlapped(boolean value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                adc,
                subtraction,
                adaptation,
                drive,
                floorplan,
                value,
                mostReplicas,
                meanSquareInput);
    }

    public CostOptions withMostReplicas(int value) {
        return new CostOptions(
                schedule,
                columnsPerAdc,
                adc,
                subtraction,
                adaptation,
                drive,
                floorplan,
                overlapped,
                value,
                meanSquareInput);
    }

    public CostOptions withMeanSquareInput(double value) {
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
                value);
    }
}
