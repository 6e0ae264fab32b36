package studio.crossbar.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.design.Design;
import studio.crossbar.device.Device;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.Corner;
import studio.crossbar.study.Project;

/** What chips are made of and how they are read. */
final class ChipsMixin {

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

    @Mixin
    private WiresOption wires = new WiresOption();

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
     * The options that were given, for the chips of a project.
     *
     * @throws IOException if the device is neither a preset nor a file that holds one
     * @throws ParameterException if they do not go together
     */
    ChipOptions options(Project project) throws IOException {
        try {
            Corner.requireCelsius("--celsius", celsius);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (device == null && celsius != Device.ROOM_CELSIUS) {
            throw new ParameterException(verb.commandLine(), "--celsius: acts on devices alone; name one by --device");
        }
        if (!(noiseScale >= 0 && noiseScale <= 10)) {
            throw new ParameterException(verb.commandLine(), "--noise-scale: " + noiseScale + " is outside 0 … 10");
        }
        if (rangeShare != 0 && !(rangeShare >= 0.5 && rangeShare <= 1)) {
            throw new ParameterException(
                    verb.commandLine(),
                    "--adc-range: " + rangeShare + " is outside 0.5 … 1; leave it out for the trained ranges");
        }
        ChipOptions options = ChipOptions.DESIGN
                .withDevice(device == null ? null : DeviceOption.read(verb, device))
                .withCelsius(celsius)
                .withWires(wires.of(project))
                .withDriftCompensation(driftCompensation)
                .withRangeShare(rangeShare)
                .withSubtraction(subtraction)
                .withNoiseScale(noiseScale);
        requireRoom(options, project.design());
        return options;
    }

    private void requireRoom(ChipOptions options, Design design) {
        try {
            options.requireRoomForBaselines(design, MappingPlan.of(design.network(), design.hardware()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    verb.commandLine(),
                    "--subtract digital: " + e.getMessage() + "; give --adc-range, such as --adc-range 0.999",
                    e);
        }
    }
}
