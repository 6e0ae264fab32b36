package studio.crossbar.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.DesignJson;
import studio.crossbar.device.DeviceJson;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;

/**
 * What all corners of a measurement share; results hold as long as it is the same.
 *
 * @param network SHA-256 of the trained design without its name and of the course of its training
 * @param device SHA-256 of the device's model; empty for the design's own cells
 * @param wires of corners that have none of their own; null for none
 * @param driftCompensation as in {@link ChipOptions}
 * @param chips a corner
 * @param dataset that was classified
 */
public record Conditions(
        String network,
        String device,
        @Nullable WireResistance wires,
        boolean driftCompensation,
        int chips,
        DatasetSummary dataset) {

    private static final String[] FIELDS = {"network", "device", "wires", "driftCompensation", "chips", "dataset"};

    /** Those of a measurement that would begin now. */
    public static Conditions of(TrainedNetwork trained, DatasetSummary dataset, ChipOptions options, int chips) {
        return new Conditions(
                fingerprint(trained),
                options.device() == null ? "" : hash(bytes(JsonText.write(DeviceJson.tree(options.device())))),
                options.wires(),
                options.driftCompensation(),
                chips,
                dataset);
    }

    /**
     * Training is a function of design and data, so that these and how it went say which weights came out of it without
     * reading millions of them.
     */
    private static String fingerprint(TrainedNetwork trained) {
        byte[] design = bytes(DesignJson.write(trained.design().withName("any")));
        ByteBuffer course =
                ByteBuffer.allocate(Double.BYTES * (2 * trained.history().size() + 1));
        course.putDouble(trained.floatAccuracy());
        for (Epoch epoch : trained.history()) {
            course.putDouble(epoch.loss()).putDouble(epoch.trainAccuracy());
        }
        return hash(design, course.array());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What changed since these, as "measured with 20 chips, now 100"; empty if nothing did. */
    String changedTo(Conditions now) {
        if (!network.equals(now.network)) {
            return "measured on another network";
        }
        if (!dataset.equals(now.dataset)) {
            return "measured on other data: " + dataset;
        }
        if (!device.equals(now.device)) {
            return "measured with another device";
        }
        if (!java.util.Objects.equals(wires, now.wires)) {
            return "measured with " + (wires == null ? "wires without resistance" : wires.text());
        }
        if (driftCompensation != now.driftCompensation) {
            return "measured " + (driftCompensation ? "with" : "without") + " drift compensation";
        }
        return chips == now.chips ? "" : "measured with " + chips + " chips, now " + now.chips;
    }

    static Conditions read(JsonFields parent, String name) throws JsonFormatException {
        JsonFields json = parent.object(name, FIELDS);
        String network = json.text("network");
        String device = json.text("device");
        WireResistance wires = json.has("wires") ? JsonRecords.read(json, "wires", WireResistance.class) : null;
        return new Conditions(
                network,
                device,
                wires,
                json.flag("driftCompensation"),
                json.integer("chips"),
                JsonRecords.read(json, "dataset", DatasetSummary.class));
    }

    JsonNode tree() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("network", network).put("device", device);
        if (wires != null) {
            json.set("wires", JsonRecords.tree(wires));
        }
        json.put("driftCompensation", driftCompensation).put("chips", chips);
        json.set("dataset", JsonRecords.tree(dataset));
        return json;
    }
}
