package studio.crossbar;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a window can be shown. */
final class Display {

    private static final String X11 = "libX11.so.6";

    private Display() {}

    /** Why no window can be shown, as part of a sentence; empty if one can be, or if only trying will tell. */
    static Optional<String> absence() {
        return linux() ? absence(System.getenv("DISPLAY"), Display::answers) : Optional.empty();
    }

    /** On Linux JavaFX draws through X11 alone; a Wayland desktop answers at {@code DISPLAY} as well (XWayland). */
    static Optional<String> absence(@Nullable String display, Predicate<String> answers) {
        if (display == null || display.isBlank()) {
            return Optional.of("DISPLAY is not set");
        }
        return answers.test(display)
                ? Optional.empty()
                : Optional.of("DISPLAY is " + display + ", but nothing answers there");
    }

    /** Whether there is anything to show a window on, as far as that is known without asking there. */
    static boolean named() {
        return !linux()
                || inMemory()
                || absence(System.getenv("DISPLAY"), display -> true).isEmpty();
    }

    static boolean linux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /**
     * Whether a window would be drawn in memory only, by JavaFX's headless platform; it needs neither a display nor GTK.
     */
    static boolean inMemory() {
        return "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    }

    /**
     * Asks the X server as JavaFX would. Where X11's library is missing the answer is yes: {@link NativeLibraries} then
     * says what to install.
     */
    @SuppressWarnings("restricted")
    static boolean answers(String display) {
        if (!NativeLibraries.loads(X11)) {
            return true;
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup library = SymbolLookup.libraryLookup(X11, Arena.global());
            MemorySegment connection = (MemorySegment)
                    function(library, "XOpenDisplay", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                            .invokeExact(arena.allocateFrom(display));
            if (connection.address() == 0) {
                return false;
            }
            int ignored = (int)
                    function(library, "XCloseDisplay", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                            .invokeExact(connection);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("X11 cannot be asked for the display " + display, e);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
    }
}
