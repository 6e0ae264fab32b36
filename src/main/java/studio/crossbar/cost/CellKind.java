package studio.crossbar.cost;

/** What stands at a crossing of word line and bit line. */
public enum CellKind {
    /** A device alone: smallest, but no transistor selects it. */
    ONE_R("1R", 1),
    /** A device and its access transistor. */
    ONE_T_ONE_R("1T1R", 1),
    /** Two devices with a transistor each: both halves of a differential pair; a single weight leaves one unused. */
    TWO_T_TWO_R("2T2R", 2);

    private final String label;
    private final int devices;

    CellKind(String label, int devices) {
        this.label = label;
        this.devices = devices;
    }

    /** Name for tables. */
    public String label() {
        return label;
    }

    /** Devices that a pair's cell holds. */
    int devices() {
        return devices;
    }
}
