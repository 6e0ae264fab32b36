package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    @Test
    void oneLineNamesWhatIsMissingAndItsPackages() {
        Set<String> absent = Set.of("libgtk-3.so.0", "libXtst.so.6");
        assertThat(NativeLibraries.missing(false, library -> !absent.contains(library)))
                .hasValueSatisfying(line -> assertThat(line)
                        .isEqualTo("The window needs libgtk-3.so.0, libXtst.so.6, which this system lacks; install"
                                + " them, on Debian: apt-get install libgtk-3-0 libxtst6")
                        .doesNotContain("\n"));
    }

    @Test
    void nothingIsSaidWhereNothingIsMissing() {
        assertThat(NativeLibraries.missing(false, library -> true)).isEmpty();
    }

    @Test
    void aWindowInMemoryNeedsFontsButNeitherGtkNorX11() {
        assertThat(NativeLibraries.missing(true, library -> library.matches("lib(pangoft2|freetype|fontconfig).*")))
                .isEmpty();
        assertThat(NativeLibraries.missing(true, library -> !library.startsWith("libpangoft2")))
                .hasValueSatisfying(line -> assertThat(line).contains("apt-get install libpangoft2-1.0-0"));
    }

    @Test
    void aLibraryOfNoSystemIsMissing() {
        assertThat(NativeLibraries.loads("libof-no-system.so.99")).isFalse();
    }
}
