package studio.crossbar.cost;

/** Where the columns of a differential pair are subtracted. */
public enum Subtraction {
    /** After conversion: two conversions a pair, exact. */
    DIGITAL,
    /** Before conversion: a current subtractor a pair, then one conversion. */
    ANALOG
}
