package studio.crossbar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.data.Parts;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.run.JobContext;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.ChipStudy;
import studio.crossbar.simulation.ChipTimes;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.CornerAccuracy;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;

/** {@code crossbar yield}. */
@Command(
        name = "yield",
        description = "Accuracy over chips at several ages, or in several corners, and the share of chips that meet a"
                + " specification. Intervals are of 95 %%: Wilson's score for the yield, Student's t for the mean.")
final class YieldCommand extends ProjectCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ChipsMixin chips = new ChipsMixin();

    @Option(
            names = "--min-accuracy",
            required = true,
            paramLabel = "SHARE",
            description = "Least accuracy of a good chip on the test samples, 0 … 1.")
    private double minAccuracy;

    @Option(
            names = "--times",
            split = ",",
            paramLabel = "AGE",
            description = "Ages since programming: numbers with s, min, h, d, w or y, such as 1s,1h,1d,1y,10y; 0, right"
                    + " after programming, without it.")
    private @Nullable List<String> times;

    @Option(
            names = "--corners",
            description =
                    "Instead of ages, the standard corners of age, noise and stuck cells, and those of corners.json in"
                            + " the project, as far as the device's model reaches.")
    private boolean corners;

    @Option(
            names = "--corner",
            paramLabel = "NAME",
            description = "Only this corner, standard or from corners.json; may be given several times.")
    private @Nullable List<String> names;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write the accuracy of every chip: case, age in seconds, chip, accuracy.")
    private @Nullable Path csv;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        if (!(minAccuracy >= 0 && minAccuracy <= 1)) {
            throw usage("--min-accuracy: " + minAccuracy + " is outside 0 … 1; give a share, such as 0.92");
        }
        if (inCorners() && times != null) {
            throw usage((corners ? "--corners" : "--corner") + ": have ages of their own; leave out --times");
        }
        List<Double> ages = ages();
        List<Corner> chosen = inCorners() ? chosen(CornersFile.all(project)) : List.of();
        ChipOptions options = chips.options(project);
        TrainedResult trained = store.trained();
        Path file = csv;
        if (file != null) {
            requireWritable("--csv", file);
        }
        long seed = project.design().seed();
        YieldReport.Outcome outcome = job("Yield of " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data.path);
            ProjectData.requireSame(trained, parts);
            MappedNetwork mapped = MappedNetwork.of(trained.network());
            try (ChipStudy study = new ChipStudy(mapped, parts.test(), parts.train())) {
                List<String> left = new ArrayList<>();
                List<YieldReport.Case> cases = inCorners()
                        ? corners(study, chosen, options, seed, context, left)
                        : ages(study, options, ages, seed, context);
                Map<WireResistance, WireError> errors = new LinkedHashMap<>();
                for (YieldReport.Case one : cases) {
                    if (one.wires() != null && !errors.containsKey(one.wires())) {
                        errors.put(
                                one.wires(),
                                WireError.measure(mapped, options.withWires(one.wires()), context::cancelled));
                    }
                }
                return new YieldReport.Outcome(cases, left, errors);
            }
        });
        if (file != null) {
            ResultFile.write("--csv", file, target -> Files.writeString(target, YieldReport.csv(outcome.cases())));
        }
        return new YieldReport(project.design(), chips.chips(), minAccuracy, inCorners()).of(options, outcome, file);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private boolean inCorners() {
        return corners || names != null;
    }

    /** The corners that were named, in the order of {@code all}. */
    private List<Corner> chosen(List<Corner> all) {
        if (names == null) {
            return all;
        }
        List<String> known = all.stream().map(Corner::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw usage("--corner: there is none called \"" + name + "\"; choose of \""
                        + String.join("\", \"", known) + "\", or describe it in " + CornersFile.NAME);
            }
        }
        List<String> wanted = names;
        return all.stream().filter(corner -> wanted.contains(corner.name())).toList();
    }

    private List<Double> ages() {
        try {
            return times == null
                    ? List.of(0.0)
                    : times.stream().map(ChipTimes::parse).toList();
        } catch (IllegalArgumentException e) {
            throw usage("--times: " + e.getMessage());
        }
    }

    private List<YieldReport.Case> ages(
            ChipStudy study, ChipOptions options, List<Double> ages, long seed, JobContext context) {
        List<AccuracyUnderNoise> accuracies = study.accuracies(
                options,
                ages,
                chips.chips(),
                seed,
                context::cancelled,
                done -> context.progress(done, "simulating " + chips.chips() + " chips"));
        List<YieldReport.Case> cases = new ArrayList<>();
        for (int i = 0; i < ages.size(); i++) {
            cases.add(
                    new YieldReport.Case(ChipTimes.text(ages.get(i)), ages.get(i), options.wires(), accuracies.get(i)));
        }
        return cases;
    }

    private List<YieldReport.Case> corners(
            ChipStudy study,
            List<Corner> chosen,
            ChipOptions options,
            long seed,
            JobContext context,
            List<String> left) {
        List<YieldReport.Case> cases = new ArrayList<>();
        int number = chosen.size();
        for (int i = 0; i < number; i++) {
            Corner corner = chosen.get(i);
            int before = i;
            CornerAccuracy there = CornerAccuracy.measure(
                    study,
                    corner,
                    options,
                    chips.chips(),
                    seed,
                    context::cancelled,
                    done -> context.progress((before + done) / number, corner.name()));
            AccuracyUnderNoise accuracy = there.accuracy();
            if (accuracy != null) {
                cases.add(new YieldReport.Case(corner.name(), corner.seconds(), there.wires(), accuracy));
            } else if (names != null) {
                throw new IllegalArgumentException("--corner " + corner.name() + ": " + there.reason());
            } else {
                left.add(corner.name() + ": " + there.reason());
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("--corners: none can be simulated: " + String.join("; ", left));
        }
        return cases;
    }
}
