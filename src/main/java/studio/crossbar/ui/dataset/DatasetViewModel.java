package studio.crossbar.ui.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;

/** The open data set and the window of signals that is being looked at. */
public final class DatasetViewModel {

    /** Filter that lets every class pass. */
    public static final int ALL_CLASSES = -1;

    /**
     * Signals of one window.
     *
     * @param index in its part
     * @param label name of its class
     * @param subject identifier of the person
     * @param groups channels by their common name, such as "body acc" with x, y, z
     */
    public record Window(int index, String label, int subject, Map<String, List<Channel>> groups) {}

    /**
     * One channel of a window.
     *
     * @param name within its group
     * @param values one a sample
     */
    public record Channel(String name, float[] values) {}

    private final ReadOnlyObjectWrapper<@Nullable Parts> parts = new ReadOnlyObjectWrapper<>(this, "parts", null);
    private final ReadOnlyObjectWrapper<@Nullable Window> window = new ReadOnlyObjectWrapper<>(this, "window", null);
    private final BooleanProperty showTest = new SimpleBooleanProperty(this, "showTest");
    private final IntegerProperty classFilter = new SimpleIntegerProperty(this, "classFilter", ALL_CLASSES);
    private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
    private int[] matching = new int[0];

    /** Follows the project of {@code session}. */
    public DatasetViewModel(Session session) {
        showTest.subscribe((before, now) -> refilter());
        classFilter.subscribe((before, now) -> refilter());
        position.subscribe((before, now) -> show());
        session.projectProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenProject project) {
        parts.set(project == null ? null : project.parts());
        showTest.set(false);
        classFilter.set(ALL_CLASSES);
        refilter();
    }

    public ReadOnlyObjectProperty<@Nullable Parts> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    /** The window shown; null if none matches. */
    public ReadOnlyObjectProperty<@Nullable Window> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Whether test instead of training windows are browsed. */
    public BooleanProperty showTestProperty() {
        return showTest;
    }

    /** Class browsed, or {@link #ALL_CLASSES}. */
    public IntegerProperty classFilterProperty() {
        return classFilter;
    }

    /** Place among the matching windows, from 0. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** Windows that match part and class. */
    public int matches() {
        return matching.length;
    }

    /** Moves on by {@code windows}, round the end. */
    public void step(int windows) {
        if (matching.length > 0) {
            position.set(Math.floorMod(position.get() + windows, matching.length));
        }
    }

    /** Persons in a part. */
    public static long subjects(Dataset data) {
        return Arrays.stream(data.subjects()).distinct().count();
    }

    private void refilter() {
        Parts now = parts.get();
        if (now == null) {
            matching = new int[0];
        } else {
            Dataset data = shown(now);
            matching = IntStream.range(0, data.size())
                    .filter(i -> classFilter.get() == ALL_CLASSES || data.labels()[i] == classFilter.get())
                    .toArray();
        }
        position.set(0);
        show();
    }

    private Dataset shown(Parts now) {
        return showTest.get() ? now.test() : now.train();
    }

    private void show() {
        Parts now = parts.get();
        if (now == null || position.get() < 0 || position.get() >= matching.length) {
            window.set(null);
            return;
        }
        Dataset data = shown(now);
        int index = matching[position.get()];
        Map<String, List<Channel>> groups = new LinkedHashMap<>();
        int channels = data.channelNames().size();
        for (int c = 0; c < channels; c++) {
            int from = (index * channels + c) * data.length();
            String name = data.channelNames().get(c);
            boolean axis = name.matches(".*[ _-][xyzXYZ]");
            String group = axis ? name.substring(0, name.length() - 2).replace('_', ' ') : name.replace('_', ' ');
            groups.computeIfAbsent(group, key -> new java.util.ArrayList<>())
                    .add(new Channel(
                            axis ? name.substring(name.length() - 1) : name.replace('_', ' '),
                            Arrays.copyOfRange(data.features(), from, from + data.length())));
        }
        window.set(new Window(index, data.classNames().get(data.labels()[index]), data.subjects()[index], groups));
    }
}
