package studio.crossbar.cost;

/**
 * What a bill assumes beyond the design.
 *
 * @param schedule who works when
 * @param meanSquareInput mean over rows and vectors of the squared row input relative to the DAC's full scale, 0 … 1
 */
public record CostOptions(Schedule schedule, double meanSquareInput) {

    /** Layer-serial; inputs spread evenly over the full scale, whose mean square is a third. */
    public static final CostOptions STANDARD = new CostOptions(Schedule.LAYER_SERIAL, 1.0 / 3);

    public CostOptions {
        if (!(meanSquareInput >= 0 && meanSquareInput <= 1)) {
            throw new IllegalArgumentException("meanSquareInput: " + meanSquareInput + " is outside 0 … 1");
        }
    }

    public CostOptions withSchedule(Schedule value) {
        return new CostOptions(value, meanSquareInput);
    }

    public CostOptions withMeanSquareInput(double value) {
        return new CostOptions(schedule, value);
    }
}
