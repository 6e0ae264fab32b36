package studio.crossbar.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.crossbar.design.Design;

/** Options that replace values of the design for one command; the project's file stays as it is. */
final class DesignOverrides {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed instead of the design's; give evaluate, map and report the one given to train.")
    private @Nullable Long seed;

    @Mixin
    private EpochOverrides epochs = new EpochOverrides();

    Design apply(Design design) {
        return epochs.apply(design).withSeed(seed == null ? design.seed() : seed);
    }

    /** The options that were given, as they are given to train. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (seed != null) {
            given.add("--seed " + seed);
        }
        given.addAll(epochs.given());
        return given;
    }
}
