package studio.crossbar.ui.common;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Shape;

/** Which values differ between two records of one type, at any depth. */
final class Differences {

    /**
     * A value that differs.
     *
     * @param path of record components, such as "hardware.cell.levels" or "network.layers[1].kernel"
     * @param before value; null if there was none
     * @param after value; null if there is none
     */
    record Change(
            String path, @Nullable Object before, @Nullable Object after) {}

    private final List<Change> changes = new ArrayList<>();

    private Differences() {}

    /** The values that differ, in the order of the components; {@code root} is where their paths begin. */
    static List<Change> between(String root, Record before, Record after) {
        Differences differences = new Differences();
        differences.compare(root, before, after);
        return List.copyOf(differences.changes);
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Record left && after instanceof Record right && comparable(left, right)) {
            for (RecordComponent component : left.getClass().getRecordComponents()) {
                compare(path + "." + component.getName(), get(left, component), get(right, component));
            }
        } else if (before instanceof List<?> left && after instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i));
            }
        } else {
            changes.add(new Change(path, before, after));
        }
    }

    /** Extents and shapes are read as one value, such as "3x1". */
    private static boolean comparable(Record left, Record right) {
        return left.getClass() == right.getClass() && !(left instanceof Extent) && !(left instanceof Shape);
    }

    private static Object get(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of a public record cannot be read", e);
        }
    }
}
