package studio.crossbar.hardware;

/** Where the columns of a differential pair are subtracted. */
public enum Subtraction {
    /** Before conversion: a current subtractor a pair, then one signed conversion of the difference, as training has it. */
    ANALOG,
    /** After conversion: a conversion each, then codes are subtracted. */
    DIGITAL;

    /** What chips and bills take unless another is chosen: the hardware that training computes. */
    public static final Subtraction STANDARD = ANALOG;
}
