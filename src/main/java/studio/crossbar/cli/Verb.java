package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.json.JsonText;
import studio.crossbar.run.Job;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;

/** What all verbs share: text or JSON as output, and work with a progress bar. */
abstract class Verb implements Callable<Integer> {

    /** Bytes by which a file shows what it holds. */
    private static final int BEGIN = 4096;

    /** Descriptors beyond the standard ones: the start script's process has them, the application's does not. */
    private static final Pattern SHELLS_OWN = Pattern.compile("/(dev|proc/(self|[0-9]+))/fd/([3-9]|[1-9][0-9]+)");

    /** Bytes that some editors begin a text with. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, and no progress.")
    private boolean json;

    @Override
    public final Integer call() throws Exception {
        Report report = run();
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonText.write(report.json()) : report.text());
        out.flush();
        return report.code();
    }

    /** Does the work and tells its results, the same ones twice. */
    abstract Report run() throws Exception;

    /** Runs {@code work} as a job with a progress bar; the user's interrupt cancels it. */
    final <T> T job(String title, Job.Work<T> work) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Job<T> job = new Job<>(title, work);
        try (ProgressBar _ = json ? ProgressBar.HIDDEN : ProgressBar.show(job, err)) {
            return Interrupt.await(job, err);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new IOException(
                    Failure.describe(e.getCause() == null ? e : e.getCause()).orElse("failed"), e);
        }
    }

    /** Refuses what no wire segment can have; {@code option} gave it. */
    final void requireOhm(String option, double ohm) {
        try {
            ResistiveCrossbar.requireOhm(option, ohm);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses a result that would replace what it is computed from. */
    final void requireAnother(String option, Path result, String input, @Nullable Path source) throws IOException {
        if (source != null && Files.exists(result) && Files.exists(source) && Files.isSameFile(result, source)) {
            throw new ParameterException(
                    spec.commandLine(), option + ": " + result + " is the file of " + input + "; name another");
        }
    }

    /**
     * Refuses a file for text that cannot be written, before work whose results it is for, and one that no text replaces: JSON,
     * as projects, designs, unit costs and spaces are, and what is no text, as weights and searches are.
     *
     * @param option that names it
     */
    final void requireWritable(String option, Path file) throws IOException {
        requireWritable(option, file, true);
    }

    /**
     * The same for a result that is no text, which replaces others of its kind.
     *
     * @param option that names it
     */
    final void requireWritableBinary(String option, Path file) throws IOException {
        requireWritable(option, file, false);
    }

    private void requireWritable(String option, Path file, boolean ofText) throws IOException {
        requireFile(option, file);
        boolean there = Files.exists(file);
        if (there && !Files.isRegularFile(file)) {
            // Opening a pipe would wait for its reader, and closing it send the reader away.
            return;
        }
        String content = there ? content(file, ofText) : "";
        if (!content.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + file + " holds " + content + ", and would be lost; name another file");
        }
        try (OutputStream _ = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // Opening it is the question.
        } catch (IOException e) {
            throw new IOException(
                    option + ": " + file + " cannot be written; name a file in a folder that is there and may be"
                            + " written",
                    e);
        }
        if (!there) {
            Files.delete(file);
        }
    }

    private void requireFile(String option, Path file) {
        String name = file.toString();
        String problem = name.isBlank()
                ? "names no file; give one a name"
                : name.equals("-")
                        ? "- is no file; standard output takes the report, so name a file, or ./- for one of that name"
                        : SHELLS_OWN.matcher(name).matches()
                                ? file + " is the shell's, which the application does not see; name a file or a pipe"
                                        + " made with mkfifo"
                                : Files.isDirectory(file) ? file + " is a folder; name a file in it" : "";
        if (!problem.isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + ": " + problem);
        }
    }

    /** What no result replaces; empty for what may go. */
    private static String content(Path file, boolean ofText) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(BEGIN);
        }
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        if (ofText && text.indexOf('\0') >= 0) {
            return "no text, but such as weights, a search or an archive";
        }
        String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return bare.strip().startsWith("{") || bare.strip().startsWith("[")
                ? "JSON, such as a project, a design or unit costs"
                : "";
    }

    /**
     * Results of a verb.
     *
     * @param text for people, ended by a line end
     * @param json the same numbers
     * @param code exit code
     */
    record Report(String text, ObjectNode json, int code) {

        Report(String text, ObjectNode json) {
            this(text, json, 0);
        }
    }
}
