package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads ONNX models of networks for crossbars; {@code docs/onnx.md} lists their operators. Nothing is allocated that the
 * file merely promises.
 */
public final class OnnxFile {

    private static final long MOST_BYTES = 1L << 29;
    private static final long LEAST_OPERATORS = 7;
    private static final long KNOWN_OPERATORS = 24;

    private OnnxFile() {}

    /** Whether a file's name says that it is one. */
    public static boolean named(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /**
     * Reads a model.
     *
     * @throws OnnxException naming the file, the node and what to do
     * @throws IOException if the file cannot be read
     */
    public static ImportedNetwork read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new OnnxException(file + ": has " + (size >> 20) + " MiB, more than " + (MOST_BYTES >> 20)
                    + "; networks for crossbars are smaller");
        }
        try {
            return read(Files.readAllBytes(file));
        } catch (OnnxException e) {
            throw new OnnxException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a model from memory.
     *
     * @throws OnnxException as {@link #read(Path)}, without the file's name
     */
    public static ImportedNetwork read(byte[] bytes) throws OnnxException {
        ModelProto model = parsed(bytes);
        long operators = operators(model);
        Map<String, String> properties = new HashMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            properties.put(entry.getKey(), entry.getValue());
        }
        GraphWalk walk = new GraphWalk(model.getGraph());
        String start = properties.get(OnnxExport.NETWORK_INPUT);
        GraphWalk.Result result;
        try {
            result = walk.network(start);
        } catch (OutOfMemoryError e) {
            throw new OnnxException(
                    "the network does not fit the memory; give the machine more or use a smaller one", e);
        }
        List<String> remarks = new ArrayList<>(walk.remarks());
        if (operators > KNOWN_OPERATORS) {
            remarks.add("The file uses operator set " + operators + ", newer than this version knows ("
                    + KNOWN_OPERATORS + "); compare its outputs.");
        }
        return new ImportedNetwork(
                result.network(),
                result.split() || "split".equals(properties.get(OnnxExport.CODING)),
                companding(properties.get(OnnxExport.COMPANDING)),
                (model.getProducerName() + " " + model.getProducerVersion()).strip(),
                classes(properties.get(OnnxExport.CLASSES)),
                remarks);
    }

    private static ModelProto parsed(byte[] bytes) throws OnnxException {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new OnnxException(
                    foreign(bytes) == null
                            ? "is no ONNX model, or is cut off or damaged; export it again"
                            : "is no ONNX model but " + foreign(bytes),
                    e);
        }
        if (!model.hasGraph() || model.getIrVersion() < 1 || model.getGraph().getNodeCount() == 0) {
            throw new OnnxException(
                    "is no ONNX model: " + (bytes.length == 0 ? "it is empty" : "it holds no graph of nodes")
                            + "; export the network as ONNX");
        }
        return model;
    }

    /** What else a file is, and how to export from that; null if it is not known. */
    private static @Nullable String foreign(byte[] bytes) {
        String head = new String(Arrays.copyOf(bytes, Math.min(bytes.length, 8)), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK")) {
            return "an archive, perhaps of PyTorch or Keras; export it with torch.onnx.export or tf2onnx";
        }
        if (head.startsWith("\u0089HDF")) {
            return "an HDF5 file, perhaps of Keras; export it with tf2onnx";
        }
        return head.startsWith("{") || head.startsWith("<") || head.startsWith("#")
                ? "a text; name an .onnx file"
                : null;
    }

    private static long operators(ModelProto model) throws OnnxException {
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            if (set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx")) {
                if (set.getVersion() < LEAST_OPERATORS) {
                    throw new OnnxException("uses operator set " + set.getVersion() + ", older than " + LEAST_OPERATORS
                            + "; export it with operator set 13 or later");
                }
                return set.getVersion();
            }
        }
        throw new OnnxException("says not which operator set it uses; export it again");
    }

    private static Preparation.@Nullable Power companding(@Nullable String text) throws OnnxException {
        if (text == null) {
            return null;
        }
        try {
            String[] numbers = text.split(" ", -1);
            return new Preparation.Power(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), List.of());
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new OnnxException(
                    "property " + OnnxExport.COMPANDING + ": \"" + text
                            + "\" is no exponent and floor; export it again",
                    e);
        }
    }

    private static List<String> classes(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            return List.of(new ObjectMapper().readValue(text, String[].class));
        } catch (JsonProcessingException e) {
            // Other programs may use the name in another way.
            return List.of();
        }
    }
}
