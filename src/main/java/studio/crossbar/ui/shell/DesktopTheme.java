package studio.crossbar.ui.shell;

import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Theme;

/** Has the window's theme follow the desktop's until another one is chosen. */
final class DesktopTheme {

    private final ObjectProperty<Theme> theme;
    private final ObservableValue<ColorScheme> scheme;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", false);
    private final Subscription subscription;
    private boolean applying;

    /**
     * Follows {@code scheme} unless a theme was chosen.
     *
     * @param chosen theme, or null to follow the desktop
     */
    DesktopTheme(ObjectProperty<Theme> theme, ObservableValue<ColorScheme> scheme, @Nullable Theme chosen) {
        this.theme = theme;
        this.scheme = scheme;
        if (chosen == null) {
            follow();
        } else {
            theme.set(chosen);
        }
        subscription =
                Subscription.combine(scheme.subscribe((before, now) -> apply()), theme.subscribe((before, now) -> {
                    if (!applying) {
                        following.set(false);
                    }
                }));
    }

    /** Whether the theme is the desktop's. */
    BooleanProperty followingProperty() {
        return following;
    }

    /** The chosen theme; null while the desktop's is followed. */
    @Nullable
    Theme chosen() {
        return following.get() ? null : theme.get();
    }

    void follow() {
        following.set(true);
        apply();
    }

    void choose(Theme value) {
        following.set(false);
        theme.set(value);
    }

    /** The desktop's colours outlive the window. */
    void close() {
        subscription.unsubscribe();
    }

    private void apply() {
        if (following.get()) {
            applying = true;
            theme.set(scheme.getValue() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
            applying = false;
        }
    }
}
