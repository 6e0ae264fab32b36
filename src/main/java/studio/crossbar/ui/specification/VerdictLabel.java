package studio.crossbar.ui.specification;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.specification.Assessment;
import studio.crossbar.specification.Target;
import studio.crossbar.specification.Verdict;
import studio.crossbar.ui.common.Numbers;

/** A verdict in word, sign and colour; each of the three tells it alone. */
final class VerdictLabel extends Label {

    private VerdictLabel(String text, Verdict verdict, boolean stale) {
        super(text);
        FontIcon icon = new FontIcon(icon(stale ? Verdict.OPEN : verdict));
        icon.setIconSize(12);
        setGraphic(icon);
        getStyleClass()
                .addAll(
                        "verdict",
                        "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (stale) {
            getStyleClass().add("verdict-stale");
        }
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
        setWrapText(false);
    }

    /** A verdict alone. */
    static VerdictLabel of(Verdict verdict) {
        VerdictLabel label = new VerdictLabel(verdict.label(), verdict, false);
        label.setMaxWidth(USE_PREF_SIZE);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /**
     * A target under a condition.
     *
     * @param where name of the condition, for the tooltip
     * @param lines whether value and margin stand below the verdict
     */
    static VerdictLabel of(Assessment one, String where, boolean lines) {
        VerdictLabel label = new VerdictLabel(text(one, lines ? "\n" : "  "), one.verdict(), one.stale());
        String whole = whole(one, where);
        Tooltip tooltip = new Tooltip(whole);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        tooltip.setShowDelay(Duration.millis(300));
        label.setTooltip(tooltip);
        label.setAccessibleText(whole);
        label.setFocusTraversable(true);
        return label;
    }

    private static String text(Assessment one, String gap) {
        Target target = one.target();
        if (Double.isNaN(one.value())) {
            return one.verdict().label() + (one.verdict() == Verdict.OPEN ? gap + "not measured" : "");
        }
        return (one.stale() ? "STALE" : one.verdict().label())
                + gap
                + target.metric().text(one.value())
                + gap
                + target.marginText(one.margin());
    }

    /** "Accuracy ≥ 93 %, aged one day: PASS, 94.1 %, margin +1.1 points; 95 % interval 93.6 % … 94.6 %. …" */
    private static String whole(Assessment one, String where) {
        Target target = one.target();
        StringBuilder text =
                new StringBuilder(target.text()).append(", ").append(where).append(": ");
        if (one.stale()) {
            text.append("stale, does not count; it was ");
        }
        text.append(one.verdict().label());
        if (!Double.isNaN(one.value())) {
            text.append(", ")
                    .append(target.metric().text(one.value()))
                    .append(", margin ")
                    .append(target.marginText(one.margin()));
        }
        if (one.interval() != null) {
            text.append("\n95 % interval ")
                    .append(Numbers.percent(one.interval().low()))
                    .append(" … ")
                    .append(Numbers.percent(one.interval().high()));
            if (one.undecided()) {
                text.append("; the limit lies within it, more chips may change the verdict");
            }
        }
        return one.note().isEmpty()
                ? text.toString()
                : text.append('\n').append(one.note()).toString();
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
