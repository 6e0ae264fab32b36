package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import studio.crossbar.device.Device;
import studio.crossbar.device.DeviceJson;
import studio.crossbar.device.DevicePresets;

/** What {@code --device} names. */
final class DeviceOption {

    private DeviceOption() {}

    /**
     * A preset, or the device in a JSON file.
     *
     * @throws ParameterException if there is no such preset or file
     * @throws IOException if the file holds no device
     */
    static Device read(CommandSpec verb, String name) throws IOException {
        if (!name.endsWith(".json") && !name.contains("/")) {
            if (!DevicePresets.exists(name)) {
                throw new ParameterException(
                        verb.commandLine(),
                        "--device: there is no such device as \"" + name + "\"; name a JSON file or a preset: "
                                + String.join(", ", DevicePresets.names()));
            }
            return DevicePresets.of(name);
        }
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(
                        verb.commandLine(),
                        "--device: " + name + " is no file; name one, or a preset: "
                                + String.join(", ", DevicePresets.names()));
            }
            return DeviceJson.read(file);
        } catch (InvalidPathException e) {
            throw new ParameterException(verb.commandLine(), "--device: '" + name + "' is no path", e);
        }
    }
}
