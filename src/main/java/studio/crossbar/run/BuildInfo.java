package studio.crossbar.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** What the build says of the application, in {@code crossbar.properties}. */
public final class BuildInfo {

    private static final String FILE = "/crossbar.properties";

    private BuildInfo() {}

    /** Version of the application. */
    public static String version() {
        return property("version");
    }

    /** Flags that the virtual machine needs, one entry each. */
    public static List<String> jvmFlags() {
        return List.of(property("jvm").strip().split("\\s+"));
    }

    private static String property(String name) {
        try (InputStream in = BuildInfo.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the build");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(name, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
