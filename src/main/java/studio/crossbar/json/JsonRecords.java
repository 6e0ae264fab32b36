package studio.crossbar.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flat public records as JSON objects: one field a component, of type {@code int}, {@code long}, {@code double},
 * {@code boolean}, {@code String} or an enum; all are required. The record's own checks decide what is taken.
 */
public final class JsonRecords {

    private JsonRecords() {}

    /** Reads the object {@code name} of {@code json}. */
    public static <R extends Record> R read(JsonFields json, String name, Class<R> type) throws JsonFormatException {
        return read(json.object(name, fields(type)), type);
    }

    /**
     * Reads the object {@code name} of {@code json}, which may lack some fields.
     *
     * @param standard gives the values of those
     * @param optional fields that may be missing, such as those that older files do not have
     */
    public static <R extends Record> R read(JsonFields json, String name, R standard, Set<String> optional)
            throws JsonFormatException {
        @SuppressWarnings("unchecked") // The class of an R.
        Class<R> type = (Class<R>) standard.getClass();
        return read(json.object(name, fields(type)), type, standard, optional);
    }

    /**
     * Reads {@code json} itself, which may lack any field and may know more than the record's.
     *
     * @param standard gives the values of those that are missing
     */
    public static <R extends Record> R readOver(JsonFields json, R standard) throws JsonFormatException {
        @SuppressWarnings("unchecked") // The class of an R.
        Class<R> type = (Class<R>) standard.getClass();
        return read(json, type, standard, Set.of(fields(type)));
    }

    /** Reads {@code json} itself. */
    public static <R extends Record> R read(JsonFields json, Class<R> type) throws JsonFormatException {
        return read(json, type, null, Set.of());
    }

    private static <R extends Record> R read(JsonFields json, Class<R> type, @Nullable R standard, Set<String> optional)
            throws JsonFormatException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = standard != null && optional.contains(name) && !json.has(name)
                    ? get(standard, components[i])
                    : value(json, name, components[i].getType());
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return json.build(() -> {
            try {
                return type.getConstructor(types).newInstance(values);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException refusal) {
                    throw refusal;
                }
                throw new IllegalStateException(type + " failed while built from JSON", e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " has no public canonical constructor", e);
            }
        });
    }

    /** Names of the components, which are the fields. */
    public static String[] fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }

    /** The record as a JSON object. */
    public static ObjectNode tree(Record value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = component.getName();
            switch (get(value, component)) {
                case Integer number -> json.put(name, number);
                case Long number -> json.put(name, number);
                case Double number -> json.set(name, JsonText.number(number));
                case Boolean flag -> json.put(name, flag);
                case String text -> json.put(name, text);
                case Enum<?> constant -> json.put(name, JsonFields.nameOf(constant));
                default -> throw unsupported(name, component.getType());
            }
        }
        return json;
    }

    private static Object value(JsonFields json, String name, Class<?> type) throws JsonFormatException {
        if (type == int.class) {
            return json.integer(name);
        } else if (type == long.class) {
            return json.longInteger(name);
        } else if (type == double.class) {
            return json.number(name);
        } else if (type == boolean.class) {
            return json.flag(name);
        } else if (type == String.class) {
            return json.text(name);
        } else if (type.isEnum()) {
            return constant(json, name, type);
        }
        throw unsupported(name, type);
    }

    /** An enumeration's type parameter is itself, which a {@code Class<?>} cannot say. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(JsonFields json, String name, Class<?> type) throws JsonFormatException {
        return json.choice(name, (Class) type.asSubclass(Enum.class));
    }

    private static Object get(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not public", e);
        }
    }

    private static IllegalStateException unsupported(String name, Class<?> type) {
        return new IllegalStateException(name + ": " + type + " is no flat JSON value");
    }
}
