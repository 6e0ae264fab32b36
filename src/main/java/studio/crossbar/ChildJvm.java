package studio.crossbar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import studio.crossbar.run.BuildInfo;

/**
 * A second virtual machine with the flags of the build. The Vector API is an incubating module, and at each start with
 * it the machine warns of that on the error stream, which no flag prevents. So the first machine starts the second,
 * passes its error stream on without that line, and shares input and output with it.
 */
final class ChildJvm {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String PARENT_PROPERTY = "crossbar.parent";
    private static final String TERMINAL_PROPERTY = "crossbar.terminal";
    private static final byte[] WARNING =
            ("WARNING: Using incubator modules: " + VECTOR_MODULE).getBytes(StandardCharsets.US_ASCII);
    private static final long PATIENCE_SECONDS = 2;
    private static final long PARENT_NAP_NANOSECONDS = 500_000_000;

    /** Exit codes of the command (3: a target is missed), and of a machine that ended in order on SIGHUP, SIGINT or SIGTERM. */
    private static final Set<Integer> ORDERLY = Set.of(0, 1, 2, 3, 129, 130, 143);

    /** A process that a signal ended has the exit code 128 + its number. */
    private static final int SIGNALLED = 128;

    private static final int LAST_SIGNAL = 64;

    private ChildJvm() {}

    /** Whether this machine lacks the flags. */
    static boolean needed() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty();
    }

    /**
     * Runs {@code main} in a machine with the flags and returns its exit code.
     *
     * @param archived whether the machine is to start from an archive, which it takes a while to make at its first end
     */
    static int run(Class<?> main, String[] args, boolean archived) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BuildInfo.jvmFlags());
        command.add("-D" + PARENT_PROPERTY + "=" + ProcessHandle.current().pid());
        command.add("-D" + TERMINAL_PROPERTY + "="
                + (System.console() != null && System.console().isTerminal()));
        forward(command, "glass.platform", "prism.order", "java.awt.headless", "user.language", "user.country");
        String classPath = System.getProperty("java.class.path");
        command.addAll(archived ? StartArchive.arguments(classPath) : List.of("-classpath", classPath));
        command.add(main.getName());
        command.addAll(List.of(args));
        String lost = lostCharacters(args, asciiOnly());
        if (!lost.isEmpty()) {
            System.err.println(lost);
            return 1;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            if (asciiOnly()) {
                builder.environment().put("LC_ALL", "C.UTF-8");
            }
            Process child = builder.redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return follow(child);
        } catch (IOException e) {
            System.err.println("crossbar: no Java virtual machine can be started (" + e.getMessage()
                    + "); check the JDK at " + System.getProperty("java.home"));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Whether the locale knows no characters but ASCII, as LC_ALL=C does: paths with others then cannot be named. */
    private static boolean asciiOnly() {
        String charset = System.getProperty("sun.jnu.encoding", "");
        return charset.equals("ANSI_X3.4-1968") || charset.equals("US-ASCII");
    }

    /** One line if an argument has lost characters to the locale; else "". */
    static String lostCharacters(String[] args, boolean asciiOnly) {
        for (String argument : args) {
            if (asciiOnly && argument.indexOf('\uFFFD') >= 0) {
                return "crossbar: the locale (LC_ALL, LC_CTYPE or LANG) knows no characters but ASCII, so '" + argument
                        + "' cannot be read; start it with LC_ALL=C.UTF-8";
            }
        }
        return "";
    }

    /** Passes the child's error stream on until it ends; ends it when this machine is told to end. */
    private static int follow(Process child) throws IOException, InterruptedException {
        CountDownLatch copied = new CountDownLatch(1);
        AtomicBoolean ending = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            ending.set(true);
            end(child, copied);
        }));
        try {
            copyWithoutWarning(child.getErrorStream(), System.err);
        } finally {
            copied.countDown();
        }
        int code = child.waitFor();
        return ending.get() ? code : outcome(code, System.err);
    }

    /** What the caller gets for the child's exit code; a child that was killed said nothing, so it is said here. */
    static int outcome(int code, PrintStream err) {
        if (ORDERLY.contains(code)) {
            return code;
        }
        String end = code > SIGNALLED && code <= SIGNALLED + LAST_SIGNAL
                ? "was killed by signal " + (code - SIGNALLED)
                : "ended with code " + code;
        err.println("crossbar: the Java virtual machine " + end
                + (code == SIGNALLED + 9 ? ", often for lack of memory" : "")
                + "; earlier results are kept; free memory or use a smaller network or batch, then start again");
        return 1;
    }

    /** In the second machine: ends it in order when the first one is gone. */
    static void endWithParent() {
        Long parent = Long.getLong(PARENT_PROPERTY);
        if (parent != null) {
            Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(parent));
        }
    }

    /** A killed parent that nobody has waited for still counts as alive; that this process has another one tells. */
    private static void watch(long parent) {
        while (ProcessHandle.current()
                .parent()
                .filter(now -> now.pid() == parent)
                .isPresent()) {
            LockSupport.parkNanos(PARENT_NAP_NANOSECONDS);
        }
        System.exit(1);
    }

    /**
     * Ctrl+C reaches both machines; other ways to end the first one must be passed on. What the child says at its end
     * is passed on too: {@link Process#destroy} would close its streams at once, its handle does not.
     */
    private static void end(Process child, CountDownLatch copied) {
        try {
            child.toHandle().destroy();
            if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
            var _ = copied.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
    }

    private static void forward(List<String> command, String... properties) {
        for (String name : properties) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
    }

    /**
     * Copies bytes as they come, so that a progress bar moves, but drops the warning where it is the first line. The
     * machine prints it before anything else.
     */
    static void copyWithoutWarning(InputStream in, OutputStream out) throws IOException {
        int matched = 0;
        int next = in.read();
        while (matched < WARNING.length && next == WARNING[matched]) {
            matched++;
            next = in.read();
        }
        if (matched < WARNING.length) {
            out.write(WARNING, 0, matched);
        }
        while (matched == WARNING.length && next != -1 && next != '\n') {
            next = in.read();
        }
        if (matched < WARNING.length && next != -1) {
            out.write(next);
        }
        out.flush();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
        out.flush();
    }
}
