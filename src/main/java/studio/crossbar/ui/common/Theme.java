package studio.crossbar.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.Color;
import java.util.List;

/** Look of the window, and the colours that charts take from it. */
public enum Theme {
    LIGHT(Texts.get("common.theme.light"), new PrimerLight(), 0xFFFFFF, 0x24292F, 0x57606A, 0xD8DEE4, 0xE4E8EC),
    DARK(Texts.get("common.theme.dark"), new PrimerDark(), 0x0D1117, 0xE6EDF3, 0x9BA5B0, 0x30363D, 0x161B22);

    /**
     * Okabe and Ito's colour-blind safe set (Color Universal Design, 2008) without yellow, which is invisible on white,
     * extended by Tol's muted colours (Technical Note SRON/EPS/TN/09-002) for long legends. The bright ones are darkened to
     * a contrast of 3 to white, as WCAG 2.2 asks of graphics (1.4.11).
     */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xC48700),
            new Color(0x4A9BC9),
            new Color(0x999933),
            new Color(0x882255),
            new Color(0x41A392),
            new Color(0x8C6BB1),
            new Color(0xAA4455),
            new Color(0xA09356),
            new Color(0x7F8C97),
            new Color(0x117733),
            new Color(0x332288),
            new Color(0x94948D),
            new Color(0xCE7F67),
            new Color(0x4B8B9B),
            new Color(0xA49348),
            new Color(0x8A6D5A));

    /** The same hues, lighter, for contrast on a dark ground. */
    private static final List<Color> SERIES_ON_DARK = List.of(
            new Color(0x4FA8E8),
            new Color(0xF0883E),
            new Color(0x3FB68B),
            new Color(0xE3A1CB),
            new Color(0xF2B84B),
            new Color(0x9AD4F5),
            new Color(0xBDBD62),
            new Color(0xC96A9F),
            new Color(0x6CCABB),
            new Color(0xB39DDB),
            new Color(0xE07A86),
            new Color(0xE8DC9A),
            new Color(0xA3AEB8),
            new Color(0x5DB075),
            new Color(0x9A8FE8),
            new Color(0x8C8C84),
            new Color(0xF2B09A),
            new Color(0x83BCCB),
            new Color(0xE0D080),
            new Color(0xB89A86));

    private final String label;
    private final atlantafx.base.theme.Theme look;
    private final Color background;
    private final Color text;
    private final Color muted;
    private final Color grid;
    private final Color unused;

    Theme(String label, atlantafx.base.theme.Theme look, int background, int text, int muted, int grid, int unused) {
        this.label = label;
        this.look = look;
        this.background = new Color(background);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
        this.unused = new Color(unused);
    }

    public String label() {
        return label;
    }

    /** Address of the user agent style sheet. */
    public String styleSheet() {
        return look.getUserAgentStylesheetBSS();
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

    /** Ground of cells that hold nothing. */
    public Color unused() {
        return unused;
    }

    /** Colour of a chart's series, from 0. */
    public Color series(int index) {
        List<Color> series = this == LIGHT ? SERIES : SERIES_ON_DARK;
        return series.get(index % series.size());
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
