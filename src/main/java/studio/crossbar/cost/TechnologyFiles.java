package studio.crossbar.cost;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads technology files: strict JSON, no unknown, missing, repeated or null fields. */
final class TechnologyFiles {

    private static final String FOLDER = "assets/technology/";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final class Standard {
        static final Technology TECHNOLOGY = carried();

        private static Technology carried() {
            try {
                return fromClasspath(Technology.STANDARD);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private TechnologyFiles() {}

    static Technology standard() {
        return Standard.TECHNOLOGY;
    }

    static Technology read(Path file) throws IOException {
        return parse(file.toString(), Files.readAllBytes(file));
    }

    static Technology bundled(String name) throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new TechnologyException(
                    "technology: \"" + name
                            + "\" is not made of lower-case letters, digits and hyphens; give a name without folder and ending");
        }
        Path edited = Path.of(FOLDER + name + ".json");
        return Files.isRegularFile(edited) ? read(edited) : fromClasspath(name);
    }

    private static Technology fromClasspath(String name) throws IOException {
        String resource = FOLDER + name + ".json";
        try (InputStream in = TechnologyFiles.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new TechnologyException(
                        resource + ": does not exist; use \"" + Technology.STANDARD + "\" or give a file's path");
            }
            return parse(resource, in.readAllBytes());
        }
    }

    private static Technology parse(String file, byte[] json) throws IOException {
        try {
            return MAPPER.readValue(json, Technology.class);
        } catch (JsonMappingException e) {
            throw new TechnologyException(file + ": " + where(e) + problem(e), e);
        } catch (JacksonException e) {
            throw new TechnologyException(
                    file + ", line " + e.getLocation().getLineNr() + ": is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Dotted path of the object that was refused, with a dot behind it unless empty. */
    private static String where(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        boolean refusedByRecord = e.getCause() instanceof IllegalArgumentException;
        return path.isEmpty() ? "" : path + (refusedByRecord ? "." : ": ");
    }

    private static String problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field; known here are " + unknown.getKnownPropertyIds() + ", remove or rename it";
        }
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        String original = e.getOriginalMessage();
        if (original.startsWith("Missing creator property")) {
            return "is missing; add it";
        }
        if (original.startsWith("Null value for creator property")) {
            return "is null; give it a value";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "is not a value of the kind that belongs here, " + expected(mismatch.getTargetType());
        }
        return original;
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == String.class) {
            return "text in quotes";
        }
        return type.isPrimitive() ? "a number of type " + type : "an object or list";
    }
}
