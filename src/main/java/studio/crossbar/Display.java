package studio.crossbar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a window can be shown. */
final class Display {

    private Display() {}

    /** On Linux an X11 or Wayland display must be named; elsewhere there is one. */
    static boolean present() {
        return !linux() || named(System.getenv("DISPLAY")) || named(System.getenv("WAYLAND_DISPLAY"));
    }

    static boolean linux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean named(@Nullable String display) {
        return display != null && !display.isBlank();
    }
}
