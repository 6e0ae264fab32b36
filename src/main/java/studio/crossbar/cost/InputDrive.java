package studio.crossbar.cost;

/** How an input code drives its row. */
public enum InputDrive {
    /** By a voltage from a DAC. */
    VOLTAGE,
    /** By the length of a pulse of full voltage, which makes the read as long as the longest pulse. */
    PULSE_WIDTH
}
