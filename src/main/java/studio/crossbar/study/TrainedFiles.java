package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.tensor.NpyFile;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/**
 * One folder with a trained network: {@code design.json}, {@code training.json} and an {@code .npy} file an array,
 * each with its checksum in {@code training.json}.
 */
final class TrainedFiles {

    private static final String DESIGN = "design.json";
    private static final String TRAINING = "training.json";
    private static final int SCHEMA = 3;
    private static final String[] FIELDS = {
        "schema", "dataset", "floatAccuracy", "floatConfusion", "arrays", "layers", "history"
    };

    private final Path folder;

    TrainedFiles(Path folder) {
        this.folder = folder;
    }

    Design design() throws JsonFormatException {
        return DesignJson.read(folder.resolve(DESIGN));
    }

    void write(TrainedResult result) throws IOException {
        TrainedNetwork trained = result.network();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.set("dataset", JsonRecords.tree(result.dataset()));
        json.put("floatAccuracy", trained.floatAccuracy());
        ConfusionJson.put(json, "floatConfusion", trained.floatConfusion());
        ArrayNode arrays = json.putArray("arrays");
        write(arrays, "mean", NpyFile.of(trained.standardisation().mean()));
        write(arrays, "deviation", NpyFile.of(trained.standardisation().deviation()));
        ArrayNode layers = json.putArray("layers");
        for (TrainedLayer layer : trained.layers()) {
            String prefix = prefix(layer.layer());
            int[] shape = {layer.plan().rows(), layer.outputs()};
            write(arrays, prefix + "weights", new NpyFile(shape, layer.weights()));
            write(arrays, prefix + "multiplier", NpyFile.of(layer.multiplier()));
            write(arrays, prefix + "bias", NpyFile.of(layer.bias()));
            layers.addObject().put("layer", layer.layer()).setAll(EpochFields.tree(layer.ranges()));
        }
        ArrayNode history = json.putArray("history");
        trained.history().forEach(epoch -> history.add(EpochFields.tree(epoch)));
        AtomicFiles.force(folder.resolve(DESIGN), AtomicFiles.utf8(DesignJson.write(trained.design())));
        AtomicFiles.force(folder.resolve(TRAINING), AtomicFiles.utf8(JsonText.write(json)));
        AtomicFiles.forceFolder(folder);
    }

    TrainedResult read() throws JsonFormatException {
        Design design = design();
        JsonFields json = JsonText.read(folder.resolve(TRAINING), FIELDS);
        json.requireSchema(SCHEMA);
        DatasetSummary dataset = JsonRecords.read(json, "dataset", DatasetSummary.class);
        List<JsonFields> arrays = json.objects("arrays", "name", "crc32");
        Standardisation standardisation = new Standardisation(
                array(arrays, "mean").values(), array(arrays, "deviation").values());
        List<TrainedLayer> layers = new ArrayList<>();
        for (JsonFields entry : json.objects("layers", "layer", "dac", "weight", "adc")) {
            layers.add(layer(design, entry, arrays));
        }
        int expected = design.network().weighted().size();
        if (layers.size() != expected) {
            throw json.refused("layers", layers.size() + " entries, but the design has " + expected, "train again");
        }
        TrainedNetwork network = new TrainedNetwork(
                design,
                standardisation,
                layers,
                history(json),
                json.number("floatAccuracy"),
                ConfusionJson.read(json, "floatConfusion"));
        return new TrainedResult(network, dataset);
    }

    /** What the history of runs keeps of it, without reading its weights. */
    RunRecord run() throws JsonFormatException {
        Path file = folder.resolve(TRAINING);
        JsonFields json = JsonText.read(file, FIELDS);
        json.requireSchema(SCHEMA);
        List<RunEpoch> epochs = new ArrayList<>();
        for (Epoch epoch : history(json)) {
            epochs.add(json.build(() -> RunEpoch.of(epoch)));
        }
        DatasetSummary dataset = JsonRecords.read(json, "dataset", DatasetSummary.class);
        double floatAccuracy = json.number("floatAccuracy");
        Design design = design();
        Instant ended = ended(file);
        return json.build(() -> RunRecord.of(design, dataset, floatAccuracy, epochs, ended));
    }

    private static Instant ended(Path file) throws JsonFormatException {
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException e) {
            throw new JsonFormatException(file.toString(), "", "cannot be read", "train again");
        }
    }

    private static List<Epoch> history(JsonFields json) throws JsonFormatException {
        List<Epoch> history = new ArrayList<>();
        for (JsonFields entry : json.objects("history", EpochFields.NAMES)) {
            history.add(EpochFields.read(entry));
        }
        return history;
    }

    private TrainedLayer layer(Design design, JsonFields entry, List<JsonFields> arrays) throws JsonFormatException {
        int index = entry.integer("layer");
        List<Network.Placed> layers = design.network().weighted();
        if (index < 0 || index >= layers.size()) {
            throw entry.refused("layer", index + " is no layer with weights in the design", "train again");
        }
        Layer.Weighted spec = layers.get(index).spec();
        RowPlan plan = RowPlan.of(layers.get(index), design.hardware());
        Ranges ranges = EpochFields.ranges(entry);
        float[] weights = array(arrays, prefix(index) + "weights").values();
        float[] multiplier = array(arrays, prefix(index) + "multiplier").values();
        float[] bias = array(arrays, prefix(index) + "bias").values();
        return entry.build(() -> new TrainedLayer(index, plan, spec.outputs(), weights, multiplier, bias, ranges));
    }

    private void write(ArrayNode arrays, String name, NpyFile array) throws IOException {
        byte[] bytes = array.encode();
        AtomicFiles.force(folder.resolve(name + ".npy"), bytes);
        arrays.addObject().put("name", name).put("crc32", checksum(bytes));
    }

    private NpyFile array(List<JsonFields> arrays, String name) throws JsonFormatException {
        Path file = folder.resolve(name + ".npy");
        for (JsonFields entry : arrays) {
            if (entry.text("name").equals(name)) {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    if (!checksum(bytes).equals(entry.text("crc32"))) {
                        throw new JsonFormatException(
                                file.toString(), "", "is damaged (its checksum differs)", "train again");
                    }
                    return NpyFile.decode(bytes);
                } catch (JsonFormatException e) {
                    throw e;
                } catch (IOException e) {
                    throw new JsonFormatException(file.toString(), "", "cannot be read", "train again");
                } catch (IllegalArgumentException e) {
                    throw new JsonFormatException(file.toString(), "", String.valueOf(e.getMessage()), "train again");
                }
            }
        }
        throw new JsonFormatException(
                folder.resolve(TRAINING).toString(), "arrays", "lists no \"" + name + "\"", "train again");
    }

    private static String prefix(int layer) {
        return "layer-" + (layer + 1) + "-";
    }

    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Long.toHexString(crc.getValue());
    }
}
