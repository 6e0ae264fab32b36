package studio.crossbar.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Strict view of one JSON object: it holds exactly the fields that its reader knows, each of the right type; whatever
 * else it holds is refused with file, path, value and remedy.
 */
public final class JsonFields {

    /** The form in which values refuse an argument: "cell.levels: 300 is outside 2 … 256". */
    private static final Pattern REFUSAL = Pattern.compile("((?:(\\w+)\\.)?(?:\\w+\\.)*(\\w+)): (.*)", Pattern.DOTALL);

    private static final int LONGEST_VALUE = 40;

    private final String file;
    private final String path;
    private final JsonNode node;
    private final List<String> known;

    private JsonFields(String file, String path, JsonNode node, List<String> known) throws JsonFormatException {
        this.file = file;
        this.path = path;
        this.node = node;
        this.known = known;
        if (!node.isObject()) {
            throw new JsonFormatException(
                    file,
                    path,
                    "expected an object, found " + shown(node),
                    "write { … } with " + String.join(", ", known));
        }
        for (var names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new JsonFormatException(
                        file,
                        pathOf(shortened(name)),
                        "is unknown",
                        "known fields here are " + String.join(", ", known));
            }
        }
    }

    /** The object at the top of a file; see {@link JsonText#parse}. */
    static JsonFields root(String file, JsonNode node, String... known) throws JsonFormatException {
        return new JsonFields(file, "", node, List.of(known));
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Whether the field is there and holds text. */
    public boolean isText(String name) {
        return node.path(name).isTextual();
    }

    /** An object, of which {@code fields} are known. */
    public JsonFields object(String name, String... fields) throws JsonFormatException {
        return new JsonFields(file, pathOf(name), required(name), List.of(fields));
    }

    /** An array of objects, of which {@code fields} are known. */
    public List<JsonFields> objects(String name, String... fields) throws JsonFormatException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            objects.add(new JsonFields(file, pathOf(name) + "[" + objects.size() + "]", element, List.of(fields)));
        }
        return objects;
    }

    /** An array of finite numbers. */
    public List<Double> numbers(String name) throws JsonFormatException {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : array(name)) {
            numbers.add(finite(pathOf(name) + "[" + numbers.size() + "]", element));
        }
        return numbers;
    }

    /** An array of whole numbers. */
    public List<Integer> integers(String name) throws JsonFormatException {
        List<Integer> integers = new ArrayList<>();
        for (double number : numbers(name)) {
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw refused(name, number + " is no whole number within range", "write whole numbers");
            }
            integers.add((int) number);
        }
        return integers;
    }

    /** An array of constants by their {@linkplain #nameOf names}. */
    public <E extends Enum<E>> List<E> choices(String name, Class<E> type) throws JsonFormatException {
        List<E> choices = new ArrayList<>();
        for (JsonNode element : array(name)) {
            choices.add(constant(pathOf(name) + "[" + choices.size() + "]", element, type));
        }
        return choices;
    }

    /** An array of texts. */
    public List<String> texts(String name) throws JsonFormatException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isTextual()) {
                throw new JsonFormatException(
                        file,
                        pathOf(name) + "[" + texts.size() + "]",
                        "expected text, found " + shown(element),
                        "correct the type");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** An array of texts, finite numbers and flags, all as text; numbers without exponents or needless zeros. */
    public List<String> scalars(String name) throws JsonFormatException {
        List<String> scalars = new ArrayList<>();
        for (JsonNode element : array(name)) {
            String place = pathOf(name) + "[" + scalars.size() + "]";
            if (element.isNumber()) {
                BigDecimal number = BigDecimal.valueOf(finite(place, element)).stripTrailingZeros();
                scalars.add(number.toPlainString());
            } else if (element.isTextual() || element.isBoolean()) {
                scalars.add(element.asText());
            } else {
                throw new JsonFormatException(
                        file,
                        place,
                        "expected a number, text, true or false, found " + shown(element),
                        "correct the type");
            }
        }
        return scalars;
    }

    /** Narrows the known fields, as when a field gives the object's kind. */
    public JsonFields knowing(String... fields) throws JsonFormatException {
        return new JsonFields(file, path, node, List.of(fields));
    }

    public String text(String name) throws JsonFormatException {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw wrongType(name, "text", value);
        }
        return value.textValue();
    }

    public boolean flag(String name) throws JsonFormatException {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrongType(name, "true or false", value);
        }
        return value.booleanValue();
    }

    public int integer(String name) throws JsonFormatException {
        long value = whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return (int) value;
    }

    public long longInteger(String name) throws JsonFormatException {
        return whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A finite number. */
    public double number(String name) throws JsonFormatException {
        return finite(pathOf(name), required(name));
    }

    /** A number that may be missing or null: NaN then. */
    public double numberOrNaN(String name) throws JsonFormatException {
        return has(name) ? number(name) : Double.NaN;
    }

    /** A constant by its {@linkplain #nameOf name}. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) throws JsonFormatException {
        return constant(pathOf(name), required(name), type);
    }

    private <E extends Enum<E>> E constant(String place, JsonNode value, Class<E> type) throws JsonFormatException {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (value.isTextual() && nameOf(constant).equals(value.textValue())) {
                return constant;
            }
        }
        String names = Arrays.stream(constants).map(JsonFields::nameOf).collect(Collectors.joining(", "));
        throw value.isTextual()
                ? new JsonFormatException(file, place, shown(value) + " is none of " + names, "choose one of them")
                : new JsonFormatException(
                        file,
                        place,
                        "expected one of " + names + ", found " + shown(value),
                        "write the name in quotation marks");
    }

    /** Name of a constant in JSON: {@code ROW_BLOCK} is "rowBlock". */
    public static String nameOf(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /**
     * Builds a value and translates its refusal: "dacBits: 14 is outside 1 … 12" becomes one that names file and path.
     */
    public <T> T build(Supplier<T> value) throws JsonFormatException {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            String message = String.valueOf(e.getMessage());
            Matcher refusal = REFUSAL.matcher(message);
            if (refusal.matches() && known.contains(refusal.group(3))) {
                throw refused(refusal.group(3), refusal.group(4), "correct it in the file");
            }
            if (refusal.matches() && refusal.group(2) != null && known.contains(refusal.group(2))) {
                throw refused(refusal.group(1), refusal.group(4), "correct it in the file");
            }
            throw new JsonFormatException(file, path, message, "correct it in the file");
        }
    }

    /** A refusal of the field {@code name}. */
    public JsonFormatException refused(String name, String problem, String remedy) {
        return new JsonFormatException(file, pathOf(name), problem, remedy);
    }

    /** A refusal of the whole object. */
    public JsonFormatException refused(String problem, String remedy) {
        return new JsonFormatException(file, path, problem, remedy);
    }

    /** Refuses a file of another format version. */
    public void requireSchema(int supported) throws JsonFormatException {
        int found = integer("schema");
        if (found != supported) {
            throw refused(
                    "schema",
                    found + " is not the supported version " + supported,
                    found > supported ? "open it with a newer Crossbar Studio" : "set it to " + supported);
        }
    }

    private JsonNode required(String name) throws JsonFormatException {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw refused(name, value == null ? "is missing" : "is null", "add it to the file");
        }
        return value;
    }

    private JsonNode array(String name) throws JsonFormatException {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrongType(name, "an array [ … ]", value);
        }
        return value;
    }

    private double finite(String place, JsonNode value) throws JsonFormatException {
        if (!value.isNumber()) {
            throw new JsonFormatException(
                    file, place, "expected a number, found " + shown(value), "write a number without quotation marks");
        }
        if (!Double.isFinite(value.doubleValue())) {
            throw new JsonFormatException(
                    file, place, shown(value) + " is no finite number", "write a number within the field's range");
        }
        return value.doubleValue();
    }

    private long whole(String name, long low, long high) throws JsonFormatException {
        JsonNode value = required(name);
        finite(pathOf(name), value);
        boolean integral = value.isIntegralNumber() || value.doubleValue() == Math.rint(value.doubleValue());
        if (!integral) {
            throw refused(name, shown(value) + " is no whole number", "write a whole number");
        }
        if (!value.canConvertToLong() || value.longValue() < low || value.longValue() > high) {
            throw refused(name, shown(value) + " is outside " + low + " … " + high, "write a smaller number");
        }
        return value.longValue();
    }

    private JsonFormatException wrongType(String name, String expected, JsonNode found) {
        return refused(name, "expected " + expected + ", found " + shown(found), "correct the type");
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "\"" + shortened(value.textValue()) + "\"";
            default -> shortened(value.asText());
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
