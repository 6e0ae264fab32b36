package studio.crossbar.ui.common;

import java.util.Locale;
import java.util.Optional;

/** Last parts of controls' ids, made of what no translation changes. */
public final class ControlIds {

    private ControlIds() {}

    /**
     * Of a value that can be chosen: an enum's constant, a class or a number, in lower case with hyphens. An optional that is
     * empty is {@code none}.
     */
    public static String of(Object value) {
        return switch (value) {
            case Enum<?> constant -> words(constant.name());
            case Class<?> type -> words(type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2"));
            case Optional<?> optional -> optional.isEmpty() ? "none" : of(optional.get());
            default -> words(value.toString().replaceFirst("[.]0$", ""));
        };
    }

    /** Of a name that users gave, such as a project's. */
    public static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }
}
