package studio.crossbar;

import java.lang.reflect.InvocationTargetException;

/**
 * Entry point. The build compiles this class alone for Java 11, so that an older virtual machine gets to say what it
 * lacks.
 */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    /** Starts {@link Application}, or says in one line that the virtual machine is too old. */
    public static void main(String[] args) throws ReflectiveOperationException {
        String refusal = refusal(Runtime.version().feature());
        if (!refusal.isEmpty()) {
            System.err.println(refusal);
            System.exit(1);
        }
        try {
            Class.forName("studio.crossbar.Application")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Why Java {@code feature} will not do; empty if it will. */
    static String refusal(int feature) {
        return feature >= NEEDED
                ? ""
                : "crossbar: needs Java " + NEEDED + ", but this is Java " + feature
                        + "; start it with \"mvn compile exec:exec\", which finds an installed JDK " + NEEDED;
    }
}
