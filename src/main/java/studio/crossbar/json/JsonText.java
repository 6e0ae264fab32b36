package studio.crossbar.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON text in and out. */
public final class JsonText {

    /** Larger files are no settings written by people. */
    private static final long LARGEST_BYTES = 64L << 20;

    private static final int WIDTH = 110;

    /** Start of the parser's message. */
    private static final String DUPLICATE = "Duplicate field";

    /** NaN is parsed so that its field can be named in the refusal. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonText() {}

    /**
     * Reads the object in {@code file}.
     *
     * @param known its fields
     * @throws JsonFormatException if the file is missing, unreadable, no JSON, or holds another field
     */
    public static JsonFields read(Path file, String... known) throws JsonFormatException {
        String name = file.toString().isEmpty() ? "\"\"" : file.toString();
        if (Files.isDirectory(file)) {
            throw new JsonFormatException(name, "", "is a folder", "name a file");
        }
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new JsonFormatException(
                        name, "", Files.size(file) + " bytes are too many", "choose a file written by Crossbar Studio");
            }
            return parse(name, Files.readAllBytes(file), known);
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException e) {
            String problem = Files.exists(file) ? "cannot be read (" + e.getMessage() + ")" : "does not exist";
            throw new JsonFormatException(name, "", problem, "check the path and its permissions");
        }
    }

    /** Parses {@code text}; {@code file} is the name that refusals give. */
    public static JsonFields parse(String file, String text, String... known) throws JsonFormatException {
        return parse(file, text.getBytes(StandardCharsets.UTF_8), known);
    }

    private static JsonFields parse(String file, byte[] text, String... known) throws JsonFormatException {
        JsonNode node;
        try (JsonParser parser = MAPPER.createParser(text)) {
            node = MAPPER.readTree(parser);
            if (node == null || node.isMissingNode()) {
                throw new JsonFormatException(file, "", "is empty", "write a JSON object or restore the file");
            }
            if (parser.nextToken() != null) {
                throw new JsonFormatException(
                        file,
                        "line " + parser.currentTokenLocation().getLineNr(),
                        "something follows the closing brace",
                        "remove it");
            }
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw e instanceof JsonEOFException || endsAt(e.getLocation(), text)
                    ? new JsonFormatException(
                            file, place, "ends too early, as if it were cut off", "complete or restore the file", e)
                    : new JsonFormatException(file, place, problem(e), "correct it there", e);
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new JsonFormatException(file, "", "is no valid UTF-8 text", "save it as UTF-8");
        }
        return JsonFields.root(file, node, known);
    }

    /** Whether nothing but blanks follows. */
    private static boolean endsAt(@Nullable JsonLocation place, byte[] text) {
        if (place == null) {
            return false;
        }
        int from = (int) Math.clamp(place.getByteOffset(), 0, text.length);
        return new String(text, from, text.length - from, StandardCharsets.UTF_8).isBlank();
    }

    /** Says what people can act on; the parser's own words are for the details. */
    private static String problem(JsonProcessingException e) {
        String words = String.valueOf(e.getOriginalMessage());
        return words.startsWith(DUPLICATE)
                ? "is no valid JSON (field "
                        + words.substring(DUPLICATE.length()).strip() + " is there twice)"
                : "is no valid JSON";
    }

    /** A number without a needless fraction: 10 rather than 10.0. */
    public static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }

    /** Indented text; what fits on a line and holds no deeper structure stays on it, and numbers fill their lines. */
    public static String write(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, "", text);
        return text.append('\n').toString();
    }

    private static void write(JsonNode node, String indent, StringBuilder text) {
        String line = node.toString();
        boolean flat = !node.isContainerNode() || node.valueStream().noneMatch(JsonNode::isContainerNode);
        if ((flat && indent.length() + line.length() <= WIDTH) || node.isEmpty()) {
            text.append(line);
            return;
        }
        String deeper = indent + "  ";
        if (node.isArray() && node.valueStream().allMatch(JsonNode::isNumber)) {
            text.append("[\n").append(deeper);
            writeNumbers(node, deeper, text);
            text.append('\n').append(indent).append(']');
            return;
        }
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                StringBuilder part = new StringBuilder();
                write(entry.getValue(), deeper, part);
                parts.add('"' + entry.getKey() + "\": " + part);
            });
        } else {
            node.forEach(element -> {
                StringBuilder part = new StringBuilder();
                write(element, deeper, part);
                parts.add(part.toString());
            });
        }
        text.append(node.isObject() ? "{\n" : "[\n")
                .append(deeper)
                .append(String.join(",\n" + deeper, parts))
                .append('\n')
                .append(indent)
                .append(node.isObject() ? '}' : ']');
    }

    private static void writeNumbers(JsonNode numbers, String indent, StringBuilder text) {
        int start = text.length() - indent.length();
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i) + (i < numbers.size() - 1 ? "," : "");
            if (i > 0 && text.length() - start + number.length() >= WIDTH) {
                text.append('\n');
                start = text.length();
                text.append(indent);
            } else if (i > 0) {
                text.append(' ');
            }
            text.append(number);
        }
    }
}
