package studio.crossbar.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.crossbar.run.BuildInfo;

/**
 * Time from the start of the process to the first pulse of the workbench's window, and its memory after a sample project
 * has been open for a while, on the headless platform. With and without an ahead-of-time cache (JEP 483, 514), which
 * needs the classes in a jar.
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
        Path folder = Files.createTempDirectory("crossbar-startup");
        String classPath = jars(folder);
        Path cache = folder.resolve("crossbar.aot");
        measure("without cache", runs, List.of(), classPath, project);
        start(List.of("-XX:AOTCacheOutput=" + cache), classPath, project);
        if (!Files.exists(cache)) {
            Bench.print("no cache was made");
            return;
        }
        Bench.print("cache of %.0f MB", Files.size(cache) * 1e-6);
        measure("with cache", runs, List.of("-XX:AOTCache=" + cache), classPath, project);
    }

    private static void measure(String name, int runs, List<String> flags, String classPath, String project)
            throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            starts.add(start(flags, classPath, project));
        }
        Bench.print(
                "%-14s window after %.2f s (%.2f … %.2f), %.2f s of processor time; %.0f MiB resident, %.0f MiB heap"
                        + " in use",
                name,
                median(starts.stream().mapToDouble(Start::seconds).toArray()),
                starts.stream().mapToDouble(Start::seconds).min().orElseThrow(),
                starts.stream().mapToDouble(Start::seconds).max().orElseThrow(),
                median(starts.stream().mapToDouble(Start::processorSeconds).toArray()),
                median(starts.stream().mapToDouble(Start::residentMebibytes).toArray()),
                median(starts.stream().mapToDouble(Start::heapMebibytes).toArray()));
    }

    private static Start start(List<String> flags, String classPath, String project)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BuildInfo.jvmFlags());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(flags);
        command.addAll(List.of("-classpath", classPath, StartupProbe.class.getName(), project, IDLE_SECONDS));
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

    /** The class path with its folders packed into jars, which a cache needs. */
    private static String jars(Path folder) throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path jar = folder.resolve(entries.size() + ".jar");
                Process packing = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jar")
                                        .toString(),
                                "-cf0",
                                jar.toString(),
                                "-C",
                                entry,
                                ".")
                        .inheritIO()
                        .start();
                if (packing.waitFor() != 0) {
                    throw new IOException(entry + " cannot be packed; see above");
                }
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
