package studio.crossbar.ui.specification;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.simulation.Interval;
import studio.crossbar.specification.Assessment;
import studio.crossbar.specification.Target;
import studio.crossbar.specification.Verdict;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** A verdict in word, sign and colour, each of which tells it alone, with value and margin; the accessible text says all. */
final class VerdictCell extends StackPane {

    private VerdictCell(Verdict verdict, boolean stale, Pane content) {
        getStyleClass().addAll("verdict", styleOf(verdict));
        if (stale) {
            getStyleClass().add("verdict-stale");
        }
        getChildren().add(content);
    }

    /** A verdict alone. */
    static VerdictCell of(Verdict verdict) {
        VerdictCell cell = new VerdictCell(verdict, false, new HBox(word(verdict.label(), verdict)));
        cell.setAccessibleText(verdict.label());
        return cell;
    }

    /** A target in a corner called {@code where}: verdict, value and margin below each other. */
    static VerdictCell tall(Assessment one, String where) {
        return of(one, where, new VBox());
    }

    /** A target that is the same in all corners: verdict, value and margin side by side. */
    static VerdictCell flat(Assessment one, String where) {
        HBox line = new HBox(10);
        line.setAlignment(Pos.CENTER_LEFT);
        return of(one, where, line);
    }

    private static VerdictCell of(Assessment one, String where, Pane lines) {
        Target target = one.target();
        Verdict sign = one.stale() ? Verdict.OPEN : one.verdict();
        String word = one.stale()
                ? Texts.get("specification.cell.stale")
                : one.verdict().label();
        lines.getChildren()
                .add(word(
                        one.undecided() && !one.stale() ? Texts.format("specification.cell.undecided", word) : word,
                        sign));
        if (!Double.isNaN(one.value())) {
            Label value = new Label(target.metric().text(one.value()));
            value.getStyleClass().add("verdict-value");
            lines.getChildren().addAll(value, new Label(shortMargin(one)));
        } else if (one.verdict() == Verdict.OPEN) {
            Label none = new Label(Texts.get("specification.cell.open"));
            none.setWrapText(true);
            lines.getChildren().add(none);
        }
        VerdictCell cell = new VerdictCell(one.verdict(), one.stale(), lines);
        String whole = whole(one, where);
        Tooltip tooltip = new Tooltip(whole);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        tooltip.setShowDelay(Duration.millis(300));
        Tooltip.install(cell, tooltip);
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(whole);
        cell.setFocusTraversable(true);
        return cell;
    }

    private static Label word(String text, Verdict verdict) {
        FontIcon icon = new FontIcon(icon(verdict));
        Label label = new Label(text, icon);
        label.getStyleClass().add("verdict-word");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String styleOf(Verdict verdict) {
        return "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortMargin(Assessment one) {
        String number = one.target().marginNumber(one.margin());
        return one.target().metric().ofChips()
                ? Texts.format("specification.cell.points", number)
                : Texts.format("specification.cell.percent", number);
    }

    /** "Accuracy ≥ 93 %, aged one day: PASS, 94.1 %, margin +1.1 points" and the interval and why it does not count. */
    private static String whole(Assessment one, String where) {
        Target target = one.target();
        String verdict = one.verdict().label();
        String text = one.stale()
                ? Texts.format("specification.full.stale", target.text(), where, verdict)
                : Texts.format("specification.full.current", target.text(), where, verdict);
        if (!Double.isNaN(one.value())) {
            text = Texts.format(
                    "specification.full.value",
                    text,
                    target.metric().text(one.value()),
                    target.marginText(one.margin()));
        }
        Interval interval = one.interval();
        if (interval != null) {
            String low = Numbers.percent(interval.low());
            String high = Numbers.percent(interval.high());
            text += '\n'
                    + (one.undecided()
                            ? Texts.format("specification.full.undecided", low, high)
                            : Texts.format("specification.full.interval", low, high));
        }
        return one.note().isEmpty() ? text : text + '\n' + one.note();
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "fth-check";
            case NEAR -> "fth-alert-triangle";
            case FAIL -> "fth-x";
            case OPEN -> "fth-help-circle";
            case LEFT_OUT -> "fth-minus";
        };
    }
}
