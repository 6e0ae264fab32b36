package studio.crossbar.cost;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads technology files: strict JSON, no unknown, missing, repeated or null fields. */
final class TechnologyFiles {

    /** What names are made of. */
    static final String NAME = "[a-z0-9][a-z0-9-]*";

    private static final String FOLDER = "assets/technology/";
    private static final String ENDING = ".json";

    /** What some editors put at the beginning of a file; it says nothing. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Files that the application carries. */
    private static final List<String> CARRIED =
            List.of(Technology.STANDARD, "isaac-32nm", "neurosim-22nm", "mnsim-130nm", "analognets-14nm");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** Those of {@link #CARRIED} that were asked for. */
    private static final Map<String, Technology> READ = new ConcurrentHashMap<>();

    private TechnologyFiles() {}

    static Technology standard() {
        return carried(Technology.STANDARD).orElseThrow();
    }

    /** What the application carries under {@code name}: no edited file changes it. */
    static Optional<Technology> carried(String name) {
        return CARRIED.contains(name)
                ? Optional.of(READ.computeIfAbsent(name, TechnologyFiles::fromApplication))
                : Optional.empty();
    }

    private static Technology fromApplication(String name) {
        try {
            return fromClasspath(name).technology();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Technology read(Path file) throws IOException {
        return parse(file.toString(), text(file));
    }

    private static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new TechnologyException(
                    file + ": is a folder; name a technology file in it, or one of " + String.join(", ", names()));
        }
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (MalformedInputException e) {
            throw new TechnologyException(file + ": is not text in UTF-8; save it so", e);
        }
    }

    static TechnologyDocument document(Path file) throws IOException {
        return TechnologyDocument.parse(file.toString(), text(file));
    }

    static Technology bundled(String name) throws IOException {
        return bundledDocument(name).technology();
    }

    /** The carried or edited file of that name. */
    static TechnologyDocument bundledDocument(String name) throws IOException {
        if (!name.matches(NAME)) {
            throw new TechnologyException(
                    "technology: \"" + name
                            + "\" is not made of lower-case letters, digits and hyphens; give a name without folder and ending");
        }
        Path edited = Path.of(FOLDER + name + ENDING);
        return Files.isRegularFile(edited) ? document(edited) : fromClasspath(name);
    }

    private static TechnologyDocument fromClasspath(String name) throws IOException {
        String resource = FOLDER + name + ENDING;
        try (InputStream in = TechnologyFiles.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new TechnologyException(
                        resource + ": does not exist; use \"" + Technology.STANDARD + "\" or give a file's path");
            }
            return TechnologyDocument.parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>(CARRIED);
        Path folder = Path.of(FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(ENDING))
                        .map(file -> file.substring(0, file.length() - ENDING.length()))
                        .filter(name -> name.matches(NAME))
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** The text's tree, whose syntax is right if {@link #parse} took it. */
    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalStateException("a technology file that was read before is no JSON", e);
        }
    }

    /** All fields of a technology, in no particular order. */
    static JsonNode tree(Technology technology) {
        return MAPPER.valueToTree(technology);
    }

    static Quantity quantity(JsonNode json) {
        return MAPPER.convertValue(json, Quantity.class);
    }

    static Technology parse(String file, String json) throws TechnologyException {
        if (json.isBlank()) {
            throw new TechnologyException(file + ", line 1: " + TechnologyProblem.ENDS_EARLY);
        }
        try {
            Technology written = MAPPER.readValue(json, Technology.class);
            if (written == null) {
                throw new TechnologyException(file + ": is null; give it a technology's fields");
            }
            return TechnologyScaling.scaled(written, written.node().value());
        } catch (IllegalArgumentException e) {
            throw new TechnologyException(file, String.valueOf(e.getMessage()), e);
        } catch (JacksonException e) {
            throw TechnologyProblem.of(file, e);
        }
    }
}
