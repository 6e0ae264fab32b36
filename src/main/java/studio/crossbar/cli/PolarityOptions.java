package studio.crossbar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.search.polarity.PolarityConstraint;
import studio.crossbar.search.polarity.PolarityPrice;
import studio.crossbar.search.polarity.PolaritySettings;

/** What a polarity search may choose and how long it takes. */
final class PolarityOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec verb;

    @Option(
            names = "--granularity",
            paramLabel = "WHAT",
            description =
                    "What shares an encoding: ${COMPLETION-CANDIDATES}. Default: ROW_BLOCK, or what --constraint means.")
    private PolarityMap.@Nullable Granularity granularity;

    @Option(
            names = "--channel-groups",
            paramLabel = "N",
            description = "Planes of input channels with row blocks of their own, 1 … 64; default ${DEFAULT-VALUE}.")
    private int channelGroups = PolaritySettings.STANDARD.channelGroups();

    @Option(
            names = "--price",
            paramLabel = "WHAT",
            description = "What lambda weighs: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private PolarityPrice price = PolaritySettings.STANDARD.price();

    @Option(
            names = "--constraint",
            paramLabel = "WHICH",
            description = "Encodings allowed: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private PolarityConstraint constraint = PolaritySettings.STANDARD.constraint();

    @Option(
            names = "--max-differential",
            paramLabel = "PERCENT",
            description = "Largest share of weights with both signs, 0 … 100; default 100.")
    private double maxDifferential = PolaritySettings.STANDARD.maxDifferential();

    @Option(
            names = "--search-epochs",
            paramLabel = "N",
            description = "Float epochs that learn encodings and weights together; default ${DEFAULT-VALUE}.")
    private int searchEpochs = PolaritySettings.STANDARD.searchEpochs();

    @Option(
            names = "--adapt-epochs",
            paramLabel = "N",
            description = "Float epochs under the encodings found, before fine-tuning; default ${DEFAULT-VALUE}.")
    private int adaptEpochs = PolaritySettings.STANDARD.adaptEpochs();

    /** @throws ParameterException naming the option and what it allows */
    PolaritySettings settings() {
        try {
            PolaritySettings settings = PolaritySettings.STANDARD
                    .withConstraint(constraint)
                    .withPrice(price)
                    .withMaxDifferential(maxDifferential)
                    .withEpochs(searchEpochs, adaptEpochs);
            return settings.withGranularity(granularity == null ? settings.granularity() : granularity, channelGroups);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), option(String.valueOf(e.getMessage())), e);
        }
    }

    /** A field's name as its option is spelled: "searchEpochs: …" is about --search-epochs. */
    private static String option(String message) {
        int end = message.indexOf(':');
        StringBuilder name = new StringBuilder("--");
        for (char letter : message.substring(0, Math.max(0, end)).toCharArray()) {
            name.append(Character.isUpperCase(letter) ? "-" : "").append(Character.toLowerCase(letter));
        }
        return name + message.substring(Math.max(0, end));
    }
}
