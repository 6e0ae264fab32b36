package studio.crossbar.ui.common;

/** The tabs of the window, in order. */
public enum Screen {
    WELCOME("Welcome", "fth-home"),
    DATASET("Dataset", "fth-activity"),
    NETWORK("Network", "fth-share-2"),
    HARDWARE("Hardware", "fth-cpu"),
    TRAINING("Training", "fth-trending-up"),
    TILES("Tiles", "fth-grid"),
    SEARCH("Search", "fth-crosshair"),
    SPECIFICATIONS("Specifications", "fth-check-square"),
    COST("Cost", "fth-pie-chart"),
    REPORT("Report", "fth-file-text");

    private final String label;
    private final String icon;

    Screen(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    /** Ikonli literal. */
    public String icon() {
        return icon;
    }
}
