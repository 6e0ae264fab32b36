package studio.crossbar.cost;

import java.util.function.Supplier;

/** Dotted paths of constants in refusals, such as {@code analog.gain.area}. */
final class FieldPath {

    private FieldPath() {}

    /**
     * What {@code made} makes.
     *
     * @throws IllegalArgumentException what {@code made} throws, its message behind the path and a dot
     */
    static <T> T at(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + e.getMessage(), e);
        }
    }
}
