package studio.crossbar.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.device.Device;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.ChipStudy;
import studio.crossbar.training.TrainedNetwork;

/** Measures how chips of a project's trained network age, and keeps the curves with it. */
public final class AgeingStudy {

    private AgeingStudy() {}

    /**
     * Presets whose models say something about ageing, but for the ideal one, which does not age.
     *
     * @throws JsonFormatException if a preset that a user edited holds no device
     */
    public static List<String> devices() throws JsonFormatException {
        List<String> ageing = new ArrayList<>();
        for (String name : DevicePresets.names()) {
            if (!name.equals(DevicePresets.IDEAL)
                    && !AgeingCurve.agesOf(DevicePresets.of(name)).isEmpty()) {
                ageing.add(name);
            }
        }
        return ageing;
    }

    /** Why chips of preset {@code cells} cannot hold the levels of {@code design}; empty if they can. */
    public static String refusal(String cells, Design design) {
        try {
            return DevicePresets.of(cells)
                    .refusal(design.hardware().cell().levels())
                    .orElse("");
        } catch (JsonFormatException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * Measures one curve, which takes the place of an earlier one under the same conditions.
     *
     * @param trained network that the project holds
     * @param cells preset of the chips' device
     * @param options of the chips; their device is replaced
     * @param chips at least 1
     * @param progress receives the share done, 0 … 1
     * @throws IOException if the project holds another network by now, there is no such device, or the disk refuses
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     * @throws IllegalArgumentException if the device says nothing about ageing or cannot hold the design's levels
     */
    public static AgeingCurve measure(
            Project project,
            TrainedNetwork trained,
            Parts parts,
            String cells,
            ChipOptions options,
            int chips,
            BooleanSupplier cancelled,
            DoubleConsumer progress)
            throws IOException {
        ResultStore store = new ResultStore(project.withDesign(trained.design()));
        // Read for the refusal, before any work, should another process have trained another design meanwhile.
        store.trained();
        Device device = DevicePresets.of(cells);
        try (ChipStudy study = new ChipStudy(MappedNetwork.of(trained), parts.test(), parts.train())) {
            long seed = trained.design().seed();
            AgeingCurve curve = AgeingCurve.measure(study, device, options, chips, seed, cancelled, progress);
            AgeingFile.write(store, with(AgeingFile.read(store), curve));
            return curve;
        }
    }

    /** {@code before} with {@code curve} last, without those that it replaces. */
    public static List<AgeingCurve> with(List<AgeingCurve> before, AgeingCurve curve) {
        List<AgeingCurve> all = new ArrayList<>(before);
        all.removeIf(curve::replaces);
        all.add(curve);
        return all;
    }
}
