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

    private static final Map<String, String> PACKAGES = new LinkedHashMap<>();

    static {
        PACKAGES.put("libgtk-3.so.0", "libgtk-3-0");
        PACKAGES.put("libX11.so.6", "libx11-6");
        PACKAGES.put("libXtst.so.6", "libxtst6");
        PACKAGES.put("libXxf86vm.so.1", "libxxf86vm1");
        PACKAGES.put("libGL.so.1", "libgl1");
        PACKAGES.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        PACKAGES.put("libfreetype.so.6", "libfreetype6");
        PACKAGES.put("libfontconfig.so.1", "libfontconfig1");
    }

    private NativeLibraries() {}

    /** One line that names what is missing and how to install it; empty if nothing is. */
    static Optional<String> missing() {
        return missing(NativeLibraries::loads);
    }

    static Optional<String> missing(Predicate<String> loads) {
        List<String> absent = PACKAGES.keySet().stream().filter(loads.negate()).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("The window needs " + String.join(", ", absent)
                        + ", which this system lacks; install them, on Debian: apt-get install "
                        + String.join(" ", absent.stream().map(PACKAGES::get).toList()));
    }

    private static boolean loads(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
