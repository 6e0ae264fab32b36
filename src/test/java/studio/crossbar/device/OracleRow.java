package studio.crossbar.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonFormatException;

/**
 * A row of aihwkit's statistics.
 *
 * @param relative target over the largest conductance
 * @param target µS
 * @param seconds after programming; 0: no reading
 * @param programmed moments right after programming
 * @param read moments of one reading
 */
public record OracleRow(
        double relative, double target, double seconds, DeviceSample.Moments programmed, DeviceSample.Moments read) {

    /** The oracle's tables and the devices they show. */
    public enum File {
        PCM("pcm_like_gmax25_stats.csv", "pcm-nandakumar-2019"),
        HERMES("hermes_2dev_stats.csv", "pcm-hermes-two-devices"),
        WAN("reram_wan2022_gmax40_stats.csv", "rram-wan-2022"),
        /** aihwkit's default: the fit of 40 µS stretched to 25 µS without scaling its deviation, 1.6 times too much. */
        WAN_STRETCHED("reram_wan2022_default_gmax25_stats.csv", "rram-wan-2022");

        private final String fileName;
        private final String preset;

        File(String fileName, String preset) {
            this.fileName = fileName;
            this.preset = preset;
        }

        public String fileName() {
            return fileName;
        }

        /** The preset, for the last table with the edit that makes aihwkit's default of it. */
        public Device device() throws JsonFormatException {
            Device device = DevicePresets.carried(preset);
            if (this != WAN_STRETCHED) {
                return device;
            }
            String edited = DeviceJson.tree(device)
                    .toString()
                    .replace("\"referenceMicroSiemens\":40", "\"referenceMicroSiemens\":25")
                    .replace("\"gMaxMicroSiemens\":40", "\"gMaxMicroSiemens\":25");
            return DeviceJson.parse("edited copy", edited);
        }
    }

    /** Reads a table. */
    public static List<OracleRow> read(Path file) throws IOException {
        List<OracleRow> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double[] v = new double[cells.length];
            for (int i = 1; i < cells.length; i++) {
                v[i] = Double.parseDouble(cells[i]);
            }
            rows.add(new OracleRow(
                    v[2], v[3], v[4], new DeviceSample.Moments(v[5], v[6]), new DeviceSample.Moments(v[9], v[10])));
        }
        return rows;
    }
}
