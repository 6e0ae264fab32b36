package studio.crossbar.ui;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;

/** Counts who listens to observable values and lists, which JavaFX itself does not tell. */
final class Listeners {

    private Listeners() {}

    /** Listeners of everything observable that public methods of {@code owner} give. */
    static int ofAll(Object owner) throws ReflectiveOperationException {
        int count = 0;
        for (Method method : owner.getClass().getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && Observable.class.isAssignableFrom(method.getReturnType())) {
                count += of((Observable) method.invoke(owner));
            }
        }
        return count;
    }

    /** Listeners of {@code value}: those of JavaFX's own base classes. */
    static int of(Observable value) throws ReflectiveOperationException {
        int count = 0;
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType().getName().endsWith("ExpressionHelper")
                        || field.getType().getName().endsWith("ListenerHelper")) {
                    field.setAccessible(true);
                    count += held(field.get(value));
                }
            }
        }
        return count;
    }

    private static int held(@Nullable Object helper) throws ReflectiveOperationException {
        if (helper == null) {
            return 0;
        }
        if (helper.getClass().getSimpleName().startsWith("Single")) {
            return 1;
        }
        int count = 0;
        for (Field field : helper.getClass().getDeclaredFields()) {
            if (field.getName().endsWith("Size")) {
                field.setAccessible(true);
                count += field.getInt(helper);
            }
        }
        return count;
    }
}
