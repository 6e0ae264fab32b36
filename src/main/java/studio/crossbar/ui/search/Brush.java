package studio.crossbar.ui.search;

import studio.crossbar.ui.common.Texts;

/** What dragging on a chart draws around trials. */
public enum Brush {
    /** Between two corners. */
    RECTANGLE(Texts.get("search.brush.rectangle.name"), Texts.get("search.brush.rectangle.help")),
    /** Free-hand. */
    LASSO(Texts.get("search.brush.lasso.name"), Texts.get("search.brush.lasso.help"));

    private final String label;
    private final String help;

    Brush(String label, String help) {
        this.label = label;
        this.help = help;
    }

    String label() {
        return label;
    }

    String help() {
        return help;
    }
}
