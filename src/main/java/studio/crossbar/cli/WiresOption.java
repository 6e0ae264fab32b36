package studio.crossbar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Project;

/** Resistance of the wires: the project's, unless options say otherwise. */
final class WiresOption {

    /** Segment of a wire where neither options nor project say more; the order of published crossbars. */
    private static final double STANDARD_OHM = 1;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec verb;

    @Option(
            names = "--ir-drop",
            negatable = true,
            fallbackValue = "true",
            description = "Let wires have resistance, in the approximate mode of ir-drop; its error is measured on the"
                    + " largest tiles. Without it, as the project's wires setting says.")
    private @Nullable Boolean irDrop;

    @Option(
            names = "--r-wordline",
            paramLabel = "OHM",
            description = "A word-line segment; the project's, or 1, without it.")
    private @Nullable Double wordlineOhm;

    @Option(
            names = "--r-bitline",
            paramLabel = "OHM",
            description = "A bit-line segment; the project's, or 1, without it.")
    private @Nullable Double bitlineOhm;

    /**
     * The wires of a project's chips; null if they have no resistance.
     *
     * @throws ParameterException if the options do not go together
     */
    @Nullable
    WireResistance of(Project project) {
        WireResistance set = project.settings().wires();
        boolean wanted = irDrop == null ? set != null : irDrop;
        if (!wanted && (wordlineOhm != null || bitlineOhm != null)) {
            throw new ParameterException(
                    verb.commandLine(), "--r-wordline and --r-bitline: only with --ir-drop, which uses them");
        }
        if (!wanted) {
            return null;
        }
        return new WireResistance(
                ohm("--r-wordline", wordlineOhm, set == null ? STANDARD_OHM : set.wordlineOhm()),
                ohm("--r-bitline", bitlineOhm, set == null ? STANDARD_OHM : set.bitlineOhm()));
    }

    private double ohm(String option, @Nullable Double given, double otherwise) {
        if (given == null) {
            return otherwise;
        }
        try {
            ResistiveCrossbar.requireOhm(option, given);
            return given;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
