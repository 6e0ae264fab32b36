package studio.crossbar;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** System libraries that a window needs on Linux, with the Debian packages that bring them. */
final class NativeLibraries {

    private static final Map<String, String> FONTS = new LinkedHashMap<>();
    private static final Map<String, String> WINDOW = new LinkedHashMap<>();

    static {
        FONTS.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        FONTS.put("libfreetype.so.6", "libfreetype6");
        FONTS.put("libfontconfig.so.1", "libfontconfig1");
        WINDOW.put("libgtk-3.so.0", "libgtk-3-0");
        WINDOW.put("libX11.so.6", "libx11-6");
        WINDOW.put("libXtst.so.6", "libxtst6");
        WINDOW.put("libXxf86vm.so.1", "libxxf86vm1");
        WINDOW.put("libGL.so.1", "libgl1");
        WINDOW.putAll(FONTS);
    }

    private NativeLibraries() {}

    /**
     * One line that names what is missing and how to install it; empty if nothing is.
     *
     * @param inMemory whether the window is only drawn in memory, for which fonts are enough
     */
    static Optional<String> missing(boolean inMemory) {
        return missing(inMemory, NativeLibraries::loads);
    }

    static Optional<String> missing(boolean inMemory, Predicate<String> loads) {
        Map<String, String> packages = inMemory ? FONTS : WINDOW;
        List<String> absent = packages.keySet().stream().filter(loads.negate()).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("The window needs " + String.join(", ", absent)
                        + ", which this system lacks; install them, on Debian: apt-get install "
                        + String.join(" ", absent.stream().map(packages::get).toList()));
    }

    @SuppressWarnings("restricted")
    static boolean loads(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
