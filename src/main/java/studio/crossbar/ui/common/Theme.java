package studio.crossbar.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.Color;
import java.util.List;

/** Look of the window, and the colours that charts take from it. */
public enum Theme {
    LIGHT("Light", new PrimerLight(), 0xFFFFFF, 0x24292F, 0x57606A, 0xD8DEE4),
    DARK("Dark", new PrimerDark(), 0x0D1117, 0xE6EDF3, 0x9BA5B0, 0x30363D);

    /**
     * Okabe and Ito's colour-blind safe set (Color Universal Design, 2008) without yellow, which is invisible on white,
     * extended by Tol's muted colours (Technical Note SRON/EPS/TN/09-002) for long legends.
     */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x999933),
            new Color(0x882255),
            new Color(0x44AA99),
            new Color(0x8C6BB1),
            new Color(0xAA4455),
            new Color(0xDDCC77),
            new Color(0x7F8C97),
            new Color(0x117733));

    private final String label;
    private final atlantafx.base.theme.Theme look;
    private final Color background;
    private final Color text;
    private final Color muted;
    private final Color grid;

    Theme(String label, atlantafx.base.theme.Theme look, int background, int text, int muted, int grid) {
        this.label = label;
        this.look = look;
        this.background = new Color(background);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
    }

    public String label() {
        return label;
    }

    /** Address of the user agent style sheet. */
    public String styleSheet() {
        return look.getUserAgentStylesheet();
    }

    public Color background() {
        return background;
    }

    public Color text() {
        return text;
    }

    /** Text of less weight; contrast to the background at least 4.5. */
    public Color muted() {
        return muted;
    }

    public Color grid() {
        return grid;
    }

    /** Colour of a chart's series, from 0. */
    public Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
