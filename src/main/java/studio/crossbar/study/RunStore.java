package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.training.TrainedNetwork;

/**
 * Finished trainings of a project, a file each in its folder {@value #FOLDER}: a file that is damaged costs no other run,
 * and several processes may add theirs at the same time. The oldest goes when there are more than {@value #MOST}.
 */
public final class RunStore {

    /** Name of the folder. */
    public static final String FOLDER = "runs";

    /** Most runs that are kept; at 1,000 epochs one takes about 0.1 MB. */
    public static final int MOST = 100;

    private static final String SUFFIX = ".json";

    private final Project project;
    private final Path folder;

    /** Runs of {@code project}. */
    public RunStore(Project project) {
        this.project = project;
        folder = project.folder().resolve(FOLDER);
    }

    /**
     * All runs, and the one whose network the project holds even if it was trained before runs were kept.
     *
     * @throws ProjectException if the folder cannot be listed
     */
    public RunHistory read() throws ProjectException {
        List<String> problems = new ArrayList<>();
        List<RunRecord> runs = readable(problems);
        latest().filter(latest -> runs.stream().noneMatch(run -> run.id().equals(latest.id())))
                .ifPresent(runs::add);
        runs.sort(Comparator.comparing(RunRecord::ended).reversed().thenComparing(RunRecord::id));
        return new RunHistory(runs, problems);
    }

    /**
     * Keeps a run, whole or not at all; a repetition takes the place of what it repeats, and its accuracy where it has none.
     *
     * @throws ProjectException if the folder cannot be written; nothing is lost then
     */
    public void keep(RunRecord run) throws ProjectException {
        try {
            Files.createDirectories(folder);
            AtomicFiles.write(file(run.id()), RunJson.write(withAccuracyOfBefore(run)));
            trim();
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw Project.unwritable(folder, e);
        }
    }

    /**
     * Notes how accurate the chips of a run's network are; a run that was trained before runs were kept is kept now.
     *
     * @throws ProjectException if the folder cannot be written
     */
    public void keep(TrainedNetwork trained, DatasetSummary dataset, AccuracyUnderNoise accuracy)
            throws ProjectException {
        RunRecord run = RunRecord.of(trained, dataset, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        RunRecord before = one(run.id()).or(this::latest).orElse(run);
        keep((before.id().equals(run.id()) ? before : run).withAccuracy(accuracy));
    }

    /**
     * Keeps the run whose network the project holds, if it is not, before another network takes its place.
     *
     * @throws ProjectException if the folder cannot be written
     */
    void keepLatest() throws ProjectException {
        Optional<RunRecord> latest = latest();
        if (latest.isPresent() && !Files.exists(file(latest.get().id()))) {
            keep(latest.get());
        }
    }

    /**
     * Forgets a run.
     *
     * @throws ProjectException if its file cannot be removed
     */
    public void remove(RunRecord run) throws ProjectException {
        try {
            Files.deleteIfExists(file(run.id()));
        } catch (IOException e) {
            throw Project.unwritable(folder, e);
        }
    }

    private RunRecord withAccuracyOfBefore(RunRecord run) {
        return run.accuracy() != null
                ? run
                : run.withAccuracy(one(run.id()).map(RunRecord::accuracy).orElse(null));
    }

    private Optional<RunRecord> one(String id) {
        try {
            return Files.exists(file(id)) ? Optional.of(RunJson.read(file(id), id)) : Optional.empty();
        } catch (JsonFormatException e) {
            // The same run is about to be written in its place.
            return Optional.empty();
        }
    }

    private Optional<RunRecord> latest() {
        try {
            return new ResultStore(project).latestRun();
        } catch (IOException e) {
            // Whoever opens the project is told of it.
            return Optional.empty();
        }
    }

    /** Only what can be read is counted and removed: a file that was damaged may be mended. */
    private void trim() throws IOException {
        if (files().size() <= MOST) {
            return;
        }
        List<RunRecord> runs = readable(new ArrayList<>());
        runs.sort(Comparator.comparing(RunRecord::ended).reversed());
        for (RunRecord old : runs.subList(Math.min(MOST, runs.size()), runs.size())) {
            remove(old);
        }
    }

    private List<RunRecord> readable(List<String> problems) throws ProjectException {
        List<RunRecord> runs = new ArrayList<>();
        for (Path file : files()) {
            try {
                runs.add(RunJson.read(file, id(file)));
            } catch (JsonFormatException e) {
                problems.add(e.getMessage() + ", or delete the file; other runs are not concerned");
            }
        }
        return runs;
    }

    private List<Path> files() throws ProjectException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(RunRecord.ID + "\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProjectException(folder + ": cannot be read; check its permissions", e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
