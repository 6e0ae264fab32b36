package studio.crossbar.ui.shell;

import java.util.List;
import javafx.scene.input.KeyCombination;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** What the user can do to the looks of the window: its theme and the size of its text. */
final class AppearanceActions {

    /** Changes to the other theme. */
    final Action theme;

    /** Choose a theme, or that of the desktop. */
    final List<Action> themes;

    final List<Action> textSizes;

    AppearanceActions(Session session, Reasons reasons, DesktopTheme desktop, TextSize text) {
        theme = new Action(
                "light-or-dark",
                Texts.get("shell.action.theme.name"),
                "fth-moon",
                KeyCombination.keyCombination("Shortcut+T"),
                Texts.get("shell.action.theme.help"),
                Reasons.NONE,
                () -> session.themeProperty().set(session.themeProperty().get().other()));
        themes = List.of(
                new Action(
                        "light-theme",
                        Texts.get("shell.action.light.name"),
                        "fth-sun",
                        null,
                        Texts.get("shell.action.light.help"),
                        reasons.themeOfNow(desktop, Theme.LIGHT),
                        () -> desktop.choose(Theme.LIGHT)),
                new Action(
                        "dark-theme",
                        Texts.get("shell.action.dark.name"),
                        "fth-moon",
                        null,
                        Texts.get("shell.action.dark.help"),
                        reasons.themeOfNow(desktop, Theme.DARK),
                        () -> desktop.choose(Theme.DARK)),
                new Action(
                        "theme-of-the-desktop",
                        Texts.get("shell.action.desktopTheme.name"),
                        "fth-monitor",
                        null,
                        Texts.get("shell.action.desktopTheme.help"),
                        Reasons.when(desktop.followingProperty(), Texts.get("shell.reason.followsDesktop")),
                        desktop::follow));
        textSizes = List.of(
                new Action(
                        "larger-text",
                        Texts.get("shell.action.larger.name"),
                        "fth-zoom-in",
                        KeyCombination.keyCombination("Shortcut+Plus"),
                        Texts.get("shell.action.larger.help"),
                        text.atMost(),
                        text::larger),
                new Action(
                        "smaller-text",
                        Texts.get("shell.action.smaller.name"),
                        "fth-zoom-out",
                        KeyCombination.keyCombination("Shortcut+Minus"),
                        Texts.get("shell.action.smaller.help"),
                        text.atLeast(),
                        text::smaller),
                new Action(
                        "usual-text-size",
                        Texts.get("shell.action.usualSize.name"),
                        "fth-type",
                        KeyCombination.keyCombination("Shortcut+0"),
                        Texts.get("shell.action.usualSize.help"),
                        Reasons.NONE,
                        text::reset));
    }
}
