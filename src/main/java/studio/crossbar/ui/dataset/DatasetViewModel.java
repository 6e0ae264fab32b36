package studio.crossbar.ui.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;

/** The open data set and what of it is being looked at: a window of signals, or a page of images. */
public final class DatasetViewModel {

    /** Which windows are browsed. */
    public enum Part {
        TRAINING,
        TEST
    }

    /** Filter that lets every class pass. */
    public static final int ALL_CLASSES = -1;

    /** Images on a page. */
    public static final int PAGE = 60;

    /**
     * One image.
     *
     * @param index in its part
     * @param label name of its class
     * @param height rows
     * @param width columns
     * @param argb {@code [height, width]}, opaque
     */
    public record Picture(int index, String label, int height, int width, int[] argb) {}

    /**
     * Signals of one window.
     *
     * @param index in its part
     * @param label name of its class
     * @param subject identifier of the person; null where persons are not known
     * @param groups channels by their common name, such as "body acc" with x, y, z
     */
    public record Window(int index, String label, @Nullable Integer subject, Map<String, List<Channel>> groups) {}

    /**
     * One channel of a window.
     *
     * @param name within its group
     * @param values one a sample
     */
    public record Channel(String name, float[] values) {}

    private final ReadOnlyObjectWrapper<@Nullable Parts> parts = new ReadOnlyObjectWrapper<>(this, "parts", null);
    private final ReadOnlyObjectWrapper<@Nullable Window> window = new ReadOnlyObjectWrapper<>(this, "window", null);
    private final ReadOnlyObjectWrapper<List<Picture>> page = new ReadOnlyObjectWrapper<>(this, "page", List.of());
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.TRAINING);
    private final IntegerProperty classFilter = new SimpleIntegerProperty(this, "classFilter", ALL_CLASSES);
    private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
    private int[] matching = new int[0];
    private Pixels pixels = Pixels.UNIT;

    /** Follows the project of {@code session}. */
    public DatasetViewModel(Session session) {
        part.subscribe((before, now) -> refilter());
        classFilter.subscribe((before, now) -> refilter());
        position.subscribe((before, now) -> show());
        session.projectProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenProject project) {
        parts.set(project == null ? null : project.parts());
        pixels = project == null ? Pixels.UNIT : Pixels.fit(project.parts().train());
        part.set(Part.TRAINING);
        classFilter.set(ALL_CLASSES);
        refilter();
    }

    public ReadOnlyObjectProperty<@Nullable Parts> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    /** Whether the data are images, which are shown as pages and not as windows. */
    public boolean images() {
        Parts now = parts.get();
        return now != null && now.train().image();
    }

    /** The images shown; empty if none matches or the data are signals. */
    public ReadOnlyObjectProperty<List<Picture>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The window shown; null if none matches or the data are images. */
    public ReadOnlyObjectProperty<@Nullable Window> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Windows that are browsed. */
    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Class browsed, or {@link #ALL_CLASSES}. */
    public IntegerProperty classFilterProperty() {
        return classFilter;
    }

    /** Place of the window, or of the page's first image, among those that match, from 0. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** Samples that match part and class. */
    public int matches() {
        return matching.length;
    }

    /** Moves on by {@code steps} windows or pages, round the end. */
    public void step(int steps) {
        if (matching.length > 0) {
            int size = images() ? PAGE : 1;
            int places = Math.ceilDiv(matching.length, size);
            position.set(Math.floorMod(position.get() / size + steps, places) * size);
        }
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
        return part.get() == Part.TEST ? now.test() : now.train();
    }

    private void show() {
        Parts now = parts.get();
        if (now == null || position.get() < 0 || position.get() >= matching.length) {
            window.set(null);
            page.set(List.of());
            return;
        }
        Dataset data = shown(now);
        if (data.image()) {
            window.set(null);
            page.set(IntStream.range(position.get(), Math.min(position.get() + PAGE, matching.length))
                    .mapToObj(i -> picture(data, matching[i]))
                    .toList());
        } else {
            page.set(List.of());
            window.set(window(data, matching[position.get()]));
        }
    }

    private Picture picture(Dataset data, int index) {
        return new Picture(
                index,
                data.classNames().get(data.labels()[index]),
                data.height(),
                data.width(),
                pixels.argb(data, index));
    }

    private static Window window(Dataset data, int index) {
        Map<String, List<Channel>> groups = new LinkedHashMap<>();
        int channels = data.channels();
        for (int c = 0; c < channels; c++) {
            int from = (index * channels + c) * data.length();
            String name = data.channelNames().get(c);
            boolean axis = name.matches(".*[ _-][xyzXYZ]");
            String group = axis ? name.substring(0, name.length() - 2).replace('_', ' ') : name.replace('_', ' ');
            groups.computeIfAbsent(group, key -> new ArrayList<>())
                    .add(new Channel(
                            axis ? name.substring(name.length() - 1) : name.replace('_', ' '),
                            Arrays.copyOfRange(data.features(), from, from + data.length())));
        }
        return new Window(
                index,
                data.classNames().get(data.labels()[index]),
                data.hasSubjects() ? data.subjects()[index] : null,
                groups);
    }
}
