package studio.crossbar.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.crossbar.json.JsonFormatException;

/** Devices that the application carries, in {@code assets/devices}. */
public final class DevicePresets {

    /** Devices without any error, so that a simulation shows everything else. */
    public static final String IDEAL = "ideal";

    private static final String FOLDER = "assets/devices/";

    private static final List<String> NAMES = List.of(
            IDEAL,
            "rram-generic",
            "pcm-nandakumar-2019",
            "pcm-hermes-one-device",
            "pcm-hermes-two-devices",
            "rram-wan-2022",
            "rram-cmo-hfox",
            "rram-milo-2021",
            "sonos-agrawal-2022",
            "fefet-jerry-2017",
            "rram-neurosim",
            "rram-isaac");

    private DevicePresets() {}

    /** Names of all presets. */
    public static List<String> names() {
        return NAMES;
    }

    /** Whether {@link #of} finds a file of that name, carried or put into the folder by a user. */
    public static boolean exists(String name) {
        return NAMES.contains(name)
                || (name.matches("[a-z0-9][a-z0-9-]*") && Files.isRegularFile(Path.of(FOLDER + name + ".json")));
    }

    /**
     * A preset: {@code assets/devices/<name>.json} under the working directory, where users edit it, otherwise the copy that
     * the application carries.
     *
     * @throws JsonFormatException if there is none of that name, or the edited file holds no device
     */
    public static Device of(String name) throws JsonFormatException {
        String resource = FOLDER + name + ".json";
        Path edited = Path.of(resource);
        if (name.matches("[a-z0-9][a-z0-9-]*") && Files.isRegularFile(edited)) {
            return DeviceJson.read(edited);
        }
        return carried(name);
    }

    /**
     * A preset as the application carries it, whatever a user edited.
     *
     * @throws JsonFormatException if there is none of that name
     */
    public static Device carried(String name) throws JsonFormatException {
        String resource = FOLDER + name + ".json";
        if (!NAMES.contains(name)) {
            throw new JsonFormatException(
                    resource, "", "there is no such device", "choose one of " + String.join(", ", NAMES));
        }
        try (InputStream in = DevicePresets.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new JsonFormatException(resource, "", "is missing from the application", "install it again");
            }
            return DeviceJson.parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
