package studio.crossbar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.crossbar.StartArchive;
import studio.crossbar.run.BuildInfo;

/**
 * Time from the start of the process to the first pulse of the workbench's window, and its memory after a sample project
 * has been open for a while, on the headless platform. Without and with the archive of {@link StartArchive}.
 */
final class StartupBench {

    /** Long enough for the collector to give back what it does not need. */
    private static final String IDLE_SECONDS = "45";

    private StartupBench() {}

    /** What one start printed. */
    private record Start(double seconds, double processorSeconds, long residentMebibytes, long heapMebibytes) {}

    /** Arguments: runs, 5 if missing; a project to open, har-unipolar if missing. */
    static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        String project = args.length > 1 ? args[1] : "sample-projects/har-unipolar";
        String classPath = System.getProperty("java.class.path");
        measure("without archive", runs, List.of("-classpath", classPath), project);
        List<String> archived = StartArchive.arguments(classPath);
        start(archived, project);
        measure("with archive", runs, archived, project);
    }

    private static void measure(String name, int runs, List<String> classes, String project)
            throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            starts.add(start(classes, project));
        }
        Bench.print(
                "%-15s window after %.2f s (%.2f … %.2f), %.2f s of processor time; %.0f MiB resident, %.0f MiB heap"
                        + " in use",
                name,
                median(starts.stream().mapToDouble(Start::seconds).toArray()),
                starts.stream().mapToDouble(Start::seconds).min().orElseThrow(),
                starts.stream().mapToDouble(Start::seconds).max().orElseThrow(),
                median(starts.stream().mapToDouble(Start::processorSeconds).toArray()),
                median(starts.stream().mapToDouble(Start::residentMebibytes).toArray()),
                median(starts.stream().mapToDouble(Start::heapMebibytes).toArray()));
    }

    private static Start start(List<String> classes, String project) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BuildInfo.jvmFlags());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(classes);
        command.addAll(List.of(StartupProbe.class.getName(), project, IDLE_SECONDS));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double[] window = {Double.NaN, Double.NaN};
        long[] memory = {0, 0};
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("window")) {
                    window = new double[] {Long.parseLong(words[1]) * 1e-3, Long.parseLong(words[2]) * 1e-3};
                } else if (words[0].equals("idle") && words.length == 3) {
                    memory = new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
                }
            }
        }
        if (process.waitFor() != 0 || Double.isNaN(window[0]) || memory[0] == 0) {
            throw new IllegalStateException("the workbench showed no window; see above");
        }
        return new Start(window[0], window[1], memory[0], memory[1]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
