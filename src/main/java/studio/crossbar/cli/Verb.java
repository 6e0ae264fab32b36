package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
     * Refuses a file that cannot be written, before work whose results it is for, and one that holds JSON: a project, its
     * design, its unit costs or a space, which no result replaces.
     *
     * @param option that names it
     */
    final void requireWritable(String option, Path file) throws IOException {
        requireFile(option, file);
        boolean there = Files.exists(file);
        if (Files.isRegularFile(file) && holdsJson(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + file + " holds JSON, such as a project, a design or unit costs, and would be lost;"
                            + " name another file");
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
                        : Files.isDirectory(file) ? file + " is a folder; name a file in it" : "";
        if (!problem.isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + ": " + problem);
        }
    }

    private static boolean holdsJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            while (Character.isWhitespace(first) || BYTE_ORDER_MARK.indexOf(first) >= 0) {
                first = in.read();
            }
            return first == '{';
        }
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
