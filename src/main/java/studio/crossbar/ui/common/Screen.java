package studio.crossbar.ui.common;

/** The tabs of the window, in order. */
public enum Screen {
    WELCOME(Texts.get("common.screen.welcome"), "fth-home"),
    DATASET(Texts.get("common.screen.dataset"), "fth-activity"),
    NETWORK(Texts.get("common.screen.network"), "fth-share-2"),
    HARDWARE(Texts.get("common.screen.hardware"), "fth-cpu"),
    TRAINING(Texts.get("common.screen.training"), "fth-trending-up"),
    TILES(Texts.get("common.screen.tiles"), "fth-grid"),
    SEARCH(Texts.get("common.screen.search"), "fth-crosshair"),
    SPECIFICATIONS(Texts.get("common.screen.specifications"), "fth-check-square"),
    COST(Texts.get("common.screen.cost"), "fth-pie-chart"),
    REPORT(Texts.get("common.screen.report"), "fth-file-text");

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
