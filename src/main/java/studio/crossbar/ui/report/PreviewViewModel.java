package studio.crossbar.ui.report;

import java.awt.image.BufferedImage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.ReportPages;
import studio.crossbar.run.JobRunner;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** The pages of the report as its PDF will have them, laid out while the screen is in front; those in sight are drawn. */
@SuppressWarnings("ReferenceEquality") // A result that is costed anew is another one.
public final class PreviewViewModel {

    /** Pages beyond those in sight whose pictures are kept. */
    private static final int KEPT = 3;

    /**
     * A drawn page.
     *
     * @param page from 0
     * @param scale pixels a point
     * @param argb {@code [height × width]}; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // A picture; nothing compares it.
    public record Picture(int page, double scale, int width, int height, int[] argb) {}

    private final Session session;
    private final Latest<ReportPages> layout;
    private final Latest<Picture> painter;
    private final ReadOnlyObjectWrapper<@Nullable ReportPages> pages = new ReadOnlyObjectWrapper<>(this, "pages", null);
    private final ObservableMap<Integer, Picture> pictures = FXCollections.observableHashMap();
    private final ObservableMap<Integer, Picture> picturesView = FXCollections.unmodifiableObservableMap(pictures);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private @Nullable Evaluation asked;
    private int first;
    private int last = -1;
    private double scale;

    /** @param ui runs updates on the user interface's thread */
    PreviewViewModel(Session session, Executor ui) {
        this.session = session;
        JobRunner runner = new JobRunner();
        layout = new Latest<>(runner, ui, this::laidOut, this::failed);
        painter = new Latest<>(runner, ui, this::drawn, this::failed);
        session.evaluationProperty().subscribe(value -> update());
        session.screenProperty().subscribe(value -> update());
    }

    /** The pages; null while there are none. */
    public ReadOnlyObjectProperty<@Nullable ReportPages> pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Pictures by page, from 0. */
    public ObservableMap<Integer, Picture> pictures() {
        return picturesView;
    }

    /** What is being done; empty if nothing. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Why there is no preview; empty if it did not fail. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /**
     * Notes which pages are in sight.
     *
     * @param from first of them, from 0
     * @param to last of them
     * @param pixels a point
     */
    public void see(int from, int to, double pixels) {
        first = from;
        last = to;
        scale = pixels;
        draw();
    }

    private void update() {
        Evaluation now = session.evaluationProperty().get();
        if (now == asked) {
            return;
        }
        if (now == null) {
            asked = null;
            layout.forget();
            show(null);
            status.set("");
            failure.set("");
        } else if (session.screenProperty().get() == Screen.REPORT) {
            asked = now;
            status.set(Texts.get("report.preview.preparing"));
            layout.ask(context -> ReportPages.of(now));
        }
    }

    private void laidOut(ReportPages value) {
        status.set("");
        failure.set("");
        show(value);
        draw();
    }

    private void show(@Nullable ReportPages value) {
        painter.forget();
        pictures.clear();
        pages.set(value);
    }

    private void failed(Throwable cause) {
        status.set("");
        failure.set(Texts.format("report.preview.failed", String.valueOf(cause.getMessage())));
    }

    /** One page after another, those in sight first, then their neighbours. */
    private void draw() {
        ReportPages now = pages.get();
        if (now == null || scale <= 0 || last < first || !painter.idle()) {
            return;
        }
        pictures.keySet().removeIf(page -> page < first - KEPT || page > last + KEPT);
        double pixels = scale;
        IntStream.concat(IntStream.rangeClosed(first, last), IntStream.of(last + 1, first - 1))
                .filter(page -> page >= 0 && page < now.sizes().size())
                .filter(page -> !current(pictures.get(page), pixels))
                .findFirst()
                .ifPresent(page -> painter.ask(context -> picture(now, page, pixels)));
    }

    private static boolean current(@Nullable Picture picture, double pixels) {
        return picture != null && picture.scale() == pixels;
    }

    private static Picture picture(ReportPages pages, int page, double pixels) throws java.io.IOException {
        BufferedImage image = pages.render(page, pixels);
        int width = image.getWidth();
        int height = image.getHeight();
        return new Picture(page, pixels, width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private void drawn(Picture picture) {
        pictures.put(picture.page(), picture);
        draw();
    }
}
