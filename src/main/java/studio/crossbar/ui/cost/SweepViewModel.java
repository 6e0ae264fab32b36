package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.sweep.Sweep;
import studio.crossbar.cost.sweep.SweepResult;
import studio.crossbar.cost.sweep.SweepSpace;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.run.JobContext;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Area and energy of every choice around the edited design, anew with every edit of it or its costs while the chart is shown. */
public final class SweepViewModel {

    /** Steps a decade of area or energy within which designs of one encoding are one mark: finer than a mark. */
    private static final double STEPS = 60;

    private static final List<Polarity> ENCODINGS =
            List.of(Polarity.DIFFERENTIAL, Polarity.OFFSET, Polarity.ROW_BLOCK, Polarity.POSITIVE);

    /**
     * A mark of the chart.
     *
     * @param area mm²
     * @param energy nJ
     */
    public record Mark(double area, double energy) {}

    /**
     * Designs of one encoding.
     *
     * @param name of the encoding
     * @param marks designs that lie apart
     */
    public record Series(String name, List<Mark> marks) {

        public Series {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What the chart shows.
     *
     * @param encodings one series each
     * @param design the edited design
     * @param designs number of designs
     * @param seconds that costing them took
     */
    public record Picture(List<Series> encodings, Mark design, int designs, double seconds) {

        public Picture {
            encodings = List.copyOf(encodings);
        }

        int marks() {
            return encodings.stream().mapToInt(series -> series.marks().size()).sum();
        }
    }

    private final Session session;
    private final Latest<Picture> sweeping;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture", null);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");

    /**
     * Follows the design of {@code session}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public SweepViewModel(Session session, Executor ui) {
        this.session = session;
        sweeping = new Latest<>(ui, this::show, this::failed);
        active.subscribe((before, now) -> update());
        session.designProperty().subscribe((before, now) -> update());
        session.costs().costingProperty().subscribe((before, now) -> update());
    }

    /** Whether someone looks; nothing is computed otherwise. */
    public BooleanProperty activeProperty() {
        return active;
    }

    public ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What is shown, or why not. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    private void update() {
        sweeping.forget();
        Design design = session.designProperty().get();
        Costing costing = session.costs().costingProperty().get();
        if (design == null || costing == null) {
            picture.set(null);
            status.set("");
            return;
        }
        if (!active.get()) {
            return;
        }
        SweepSpace space = SweepSpace.around(costing.options());
        status.set(Texts.format("cost.sweep.running", space.size()));
        sweeping.ask(context -> picture(design, costing, space, context));
    }

    private void failed(Throwable thrown) {
        status.set(Texts.format("cost.sweep.failed", String.valueOf(thrown.getMessage())));
    }

    private void show(Picture result) {
        picture.set(result);
        status.set(Texts.format("cost.sweep.done", result.designs(), result.seconds(), result.marks()));
    }

    private static Picture picture(Design design, Costing costing, SweepSpace space, JobContext context) {
        long start = System.nanoTime();
        SweepResult result = Sweep.run(
                design.network(),
                design.hardware(),
                costing.technology(),
                costing.options(),
                space,
                context::cancelled,
                done -> {});
        return picture(result, costing.of(design), (System.nanoTime() - start) * 1e-9);
    }

    private static Picture picture(SweepResult result, Cost own, double seconds) {
        List<Series> series = new ArrayList<>();
        for (Polarity encoding : ENCODINGS) {
            Set<Long> taken = new HashSet<>();
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < result.size(); i++) {
                if (result.built(i) && result.point(i).hardware().polarity() == encoding) {
                    Mark mark = new Mark(result.areaSquareMillimetres(i), result.energyNanojoules(i));
                    if (taken.add(cell(mark))) {
                        marks.add(mark);
                    }
                }
            }
            series.add(new Series(EncodingNames.legend(encoding), marks));
        }
        return new Picture(
                series, new Mark(own.areaSquareMillimetres(), own.energyNanojoules()), result.size(), seconds);
    }

    private static long cell(Mark mark) {
        long column = Math.round(STEPS * Math.log10(mark.area()));
        long row = Math.round(STEPS * Math.log10(mark.energy()));
        return column * 1_000_003L + row;
    }
}
