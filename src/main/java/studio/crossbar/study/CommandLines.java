package studio.crossbar.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * Lines for a shell that compute a project's results by the command {@code crossbar}.
 *
 * @param stored the project as its folder holds it, which is named as it is here
 * @param wanted the same with the design and the settings that the results are of; options say where they differ
 * @param data folder, archive or file of the data, where the project's setting does not name it; or null
 * @param windows whether words are quoted for a shell of Windows
 */
public record CommandLines(
        Project stored, Project wanted, @Nullable Path data, boolean windows) {

    /** What is there of a result. */
    public enum Present {
        NOTHING,
        NETWORK,
        EVALUATION
    }

    /** Lines for the shells of this machine. */
    public static CommandLines here(Project stored, Project wanted, @Nullable Path data) {
        return new CommandLines(
                stored,
                wanted,
                data,
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
    }

    /**
     * One line a verb: those that are still to be run, and the report.
     *
     * @param output folder of the report; null for the usual one
     */
    public List<String> report(Present present, @Nullable Path output) {
        List<String> lines = new ArrayList<>();
        if (present == Present.NOTHING) {
            lines.add(line("train", List.of()));
        }
        List<String> options = evaluationOptions();
        if (present != Present.EVALUATION) {
            lines.add(line("evaluate", options));
        }
        List<String> last = new ArrayList<>(options);
        if (output != null) {
            last.addAll(List.of("-o", output.toString()));
        }
        lines.add(line("report", last));
        return lines;
    }

    /** Whether the design or the settings hold edits that no option can say, so that the project must be saved first. */
    public boolean needsSaving() {
        Design design = wanted.design();
        Design reached = stored.design()
                .withName(design.name())
                .withSeed(design.seed())
                .withRecipe(stored.design()
                        .recipe()
                        .withEpochs(
                                design.recipe().floatEpochs(), design.recipe().hardwareEpochs()));
        boolean nodeIsTakenBack = wanted.settings().cost().nodeNanometres() == null
                && stored.settings().cost().nodeNanometres() != null;
        return !reached.equals(design) || nodeIsTakenBack;
    }

    private String line(String verb, List<String> options) {
        List<String> words =
                new ArrayList<>(List.of("crossbar", verb, stored.folder().toString()));
        Design own = stored.design();
        Design design = wanted.design();
        option(words, "--seed", own.seed(), design.seed());
        option(
                words,
                "--float-epochs",
                own.recipe().floatEpochs(),
                design.recipe().floatEpochs());
        option(
                words,
                "--hardware-epochs",
                own.recipe().hardwareEpochs(),
                design.recipe().hardwareEpochs());
        if (data != null) {
            words.addAll(List.of("--data", data.toString()));
        }
        words.addAll(options);
        return String.join(
                " ", words.stream().map(word -> ShellWord.quoted(word, windows)).toList());
    }

    private List<String> evaluationOptions() {
        List<String> words = new ArrayList<>();
        option(words, "--draws", stored.settings().draws(), wanted.settings().draws());
        wires(words, stored.settings().wires(), wanted.settings().wires());
        technology(words, stored.settings().technology(), wanted.settings().technology());
        Double node = wanted.settings().cost().nodeNanometres();
        if (node != null) {
            option(words, "--node", stored.settings().cost().nodeNanometres(), node);
        }
        cost(words, stored.settings().cost().options(), wanted.settings().cost().options());
        return words;
    }

    private static void wires(List<String> words, @Nullable WireResistance own, @Nullable WireResistance asked) {
        if (asked == null && own != null) {
            words.add("--no-ir-drop");
        } else if (asked != null && !asked.equals(own)) {
            words.addAll(List.of(
                    "--ir-drop",
                    "--r-wordline",
                    Double.toString(asked.wordlineOhm()),
                    "--r-bitline",
                    Double.toString(asked.bitlineOhm())));
        }
    }

    private void technology(List<String> words, @Nullable String own, @Nullable String asked) {
        if (!Objects.equals(own, asked)) {
            String name = asked == null ? Technology.STANDARD : asked;
            boolean file = new TechnologyStore(wanted).own();
            words.addAll(
                    List.of("--technology", file ? stored.folder().resolve(name).toString() : name));
        }
    }

    private static void cost(List<String> words, CostOptions own, CostOptions asked) {
        option(words, "--schedule", own.schedule(), asked.schedule());
        option(words, "--adc", own.adc(), asked.adc());
        option(words, "--columns-per-adc", own.columnsPerAdc(), asked.columnsPerAdc());
        option(words, "--subtraction", own.subtraction(), asked.subtraction());
        option(words, "--adaptation", own.adaptation(), asked.adaptation());
        option(words, "--drive", own.drive(), asked.drive());
        option(words, "--floorplan", own.floorplan(), asked.floorplan());
        if (own.overlapped() != asked.overlapped()) {
            words.add(asked.overlapped() ? "--overlapped" : "--no-overlapped");
        }
        option(words, "--most-replicas", own.mostReplicas(), asked.mostReplicas());
        option(words, "--mean-square-input", own.meanSquareInput(), asked.meanSquareInput());
    }

    private static void option(List<String> words, String name, @Nullable Object own, Object asked) {
        if (!asked.equals(own)) {
            words.add(name);
            words.add(asked instanceof Enum<?> constant ? constant.name() : asked.toString());
        }
    }
}
