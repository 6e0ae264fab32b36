package studio.crossbar.cost;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reader of technology files refuses, in words: file, place, problem, remedy. */
final class TechnologyProblem {

    static final String ENDS_EARLY = "the file ends early; restore what is missing, or copy a technology file anew";

    /** How the reader names numbers that JSON does not have. */
    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([-+]?(?:NaN|INF|Infinity))'");

    private TechnologyProblem() {}

    static TechnologyException of(String file, JacksonException e) {
        return switch (e) {
            case JsonMappingException mapping
            when mapping.getCause() instanceof JsonParseException syntax ->
                new TechnologyException(at(file, syntax) + where(mapping) + syntax(syntax), e);
            case JsonMappingException mapping
            when String.valueOf(mapping.getOriginalMessage()).startsWith("Trailing token") ->
                new TechnologyException(at(file, mapping) + "something follows the closing brace; remove it", e);
            case JsonMappingException mapping -> new TechnologyException(file, where(mapping) + problem(mapping), e);
            case JsonParseException syntax -> new TechnologyException(at(file, syntax) + syntax(syntax), e);
            default -> new TechnologyException(file + ": is not JSON: " + e.getOriginalMessage(), e);
        };
    }

    private static String at(String file, JacksonException e) {
        return e.getLocation() == null
                ? file + ": "
                : file + ", line " + e.getLocation().getLineNr() + ": ";
    }

    /** What is no JSON, and the remedy. */
    private static String syntax(JsonParseException e) {
        if (e instanceof JsonEOFException) {
            return ENDS_EARLY;
        }
        String original = e.getOriginalMessage();
        if (original.startsWith("Duplicate field")) {
            return original + "; remove one";
        }
        Matcher token = NO_NUMBER.matcher(original);
        return token.find()
                ? "is not JSON: " + token.group(1) + " is no number there; give one within the field's low … high"
                : "is not JSON: " + original + "; correct it";
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
            return "unknown field; known here are " + known(unknown) + "; remove or rename it";
        }
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        String original = e.getOriginalMessage();
        if (original.startsWith("Missing creator property")) {
            return "is missing; add it";
        }
        if (original.startsWith("Null value for creator property") || e instanceof InvalidNullException) {
            return "is null; give it a value";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return mismatch.getTargetType().isEnum()
                    ? noName(mismatch)
                    : "is not a value of the kind that belongs here, " + expected(mismatch.getTargetType());
        }
        return original;
    }

    /** Fields in the order in which a file has them. */
    private static String known(UnrecognizedPropertyException unknown) {
        RecordComponent[] components = unknown.getReferringClass().getRecordComponents();
        return components == null
                ? unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "))
                : Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
    }

    /** Refuses what is no name of a kind, with the names that a file can have there. */
    private static String noName(MismatchedInputException e) {
        Object found = e instanceof InvalidFormatException format ? format.getValue() : null;
        String shown = found == null
                ? "what stands there"
                : found instanceof String text ? '"' + text + '"' : found.toString();
        return shown + " is none of "
                + Stream.of(e.getTargetType().getEnumConstants())
                        .filter(constant -> constant != AdcKind.TECHNOLOGY)
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "))
                + "; write one of these names in quotes";
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "text in quotes";
        }
        return type.isPrimitive() ? "a number of type " + type : "an object or list";
    }
}
