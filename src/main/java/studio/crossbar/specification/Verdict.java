package studio.crossbar.specification;

/** What becomes of a target; worse ones later. */
public enum Verdict {
    /** The corner cannot be simulated, as a temperature beyond the device's model; it counts for nothing. */
    LEFT_OUT("LEFT OUT"),
    /** The target is met. */
    PASS("PASS"),
    /** Nothing says whether it is: not measured, or measured for something else. */
    OPEN("OPEN"),
    /** The target is missed by no more than the tolerance: a fail by little. */
    NEAR("NEAR"),
    /** The target is missed by more than the tolerance. */
    FAIL("FAIL");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The worse of two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
