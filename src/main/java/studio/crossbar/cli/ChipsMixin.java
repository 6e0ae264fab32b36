package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.device.Device;
import studio.crossbar.device.DeviceJson;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.tile.WireResistance;

/** What chips are made of and how they are read. */
final class ChipsMixin {

    /** Segment of a wire where only --ir-drop is given; the order of published crossbars. */
    private static final double STANDARD_OHM = 1;

    private static final int MOST_CHIPS = 100_000;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec verb;

    private int chips = 20;

    @Option(
            names = "--device",
            paramLabel = "NAME|FILE",
            description =
                    "Cells: a preset such as pcm-nandakumar-2019, or a JSON file. Without it, those of the design,"
                            + " with its Gaussian noise and no ageing.")
    private @Nullable String device;

    @Option(
            names = "--celsius",
            paramLabel = "DEG",
            description = "Temperature of ageing; ${DEFAULT-VALUE} without it.")
    private double celsius = Device.ROOM_CELSIUS;

    @Option(
            names = "--ir-drop",
            description = "Let wires have resistance, in the approximate mode of ir-drop; its error is measured on the"
                    + " largest tiles.")
    private boolean irDrop;

    @Option(
            names = "--r-wordline",
            paramLabel = "OHM",
            description = "A word-line segment for --ir-drop; 1 without it.")
    private @Nullable Double wordlineOhm;

    @Option(names = "--r-bitline", paramLabel = "OHM", description = "A bit-line segment for --ir-drop; 1 without it.")
    private @Nullable Double bitlineOhm;

    @Option(
            names = "--drift-compensation",
            description = "Scale each tile's results by what a calibration read has lost since programming.")
    private boolean driftCompensation;

    @Option(
            names = "--adc-range",
            paramLabel = "SHARE",
            description = "Range each tile's ADCs so that this share of its sums is not clipped, 0.5 … 1, on training"
                    + " samples. Without it, the trained ranges.")
    private double rangeShare;

    @Option(
            names = "--subtract",
            paramLabel = "WHERE",
            description = "Pairs: subtract currents before the ADC (analog, as trained) or codes after it (digital).")
    private Subtraction subtraction = Subtraction.STANDARD;

    @Option(names = "--noise-scale", paramLabel = "X", description = "Multiply all standard deviations, 0 … 10.")
    private double noiseScale = 1;

    @Option(names = "--chips", paramLabel = "N", description = "Chips, 1 … " + MOST_CHIPS + "; 20 without it.")
    void chips(int value) {
        if (value < 1 || value > MOST_CHIPS) {
            throw new ParameterException(verb.commandLine(), "--chips: " + value + " is outside 1 … " + MOST_CHIPS);
        }
        chips = value;
    }

    int chips() {
        return chips;
    }

    /**
     * The options that were given.
     *
     * @throws IOException if the device is neither a preset nor a file that holds one
     * @throws ParameterException if they do not go together
     */
    ChipOptions options() throws IOException {
        if (!irDrop && (wordlineOhm != null || bitlineOhm != null)) {
            throw new ParameterException(
                    verb.commandLine(), "--r-wordline and --r-bitline: only with --ir-drop, which uses them");
        }
        try {
            return ChipOptions.DESIGN
                    .withDevice(device == null ? null : device(device))
                    .withCelsius(celsius)
                    .withWires(irDrop ? new WireResistance(ohm(wordlineOhm), ohm(bitlineOhm)) : null)
                    .withDriftCompensation(driftCompensation)
                    .withRangeShare(rangeShare)
                    .withSubtraction(subtraction)
                    .withNoiseScale(noiseScale);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static double ohm(@Nullable Double given) {
        return given == null ? STANDARD_OHM : given;
    }

    private Device device(String name) throws IOException {
        if (!name.endsWith(".json") && !name.contains("/")) {
            return DevicePresets.of(name);
        }
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw new IOException("--device: " + name + " is no file; name one, or a preset: "
                        + String.join(", ", DevicePresets.names()));
            }
            return DeviceJson.read(file);
        } catch (InvalidPathException e) {
            throw new ParameterException(verb.commandLine(), "--device: '" + name + "' is no path", e);
        }
    }
}
