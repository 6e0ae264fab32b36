package studio.crossbar.ui.report;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.ReportPages;
import studio.crossbar.ui.common.Texts;

/** The report's pages below each other, as wide as the pane. */
final class PreviewPane extends BorderPane {

    private static final double GAP = 12;
    private static final double LEAST_WIDTH = 60;

    private final PreviewViewModel model;
    private final VBox column = new VBox(GAP);
    private final ScrollPane scroll = new ScrollPane(column);
    private final List<ImageView> views = new ArrayList<>();

    PreviewPane(PreviewViewModel model) {
        this.model = model;
        column.setPadding(new Insets(GAP));
        column.setAlignment(Pos.TOP_CENTER);
        scroll.setId("report-preview");
        scroll.setAccessibleText(Texts.get("report.preview.accessible"));
        scroll.setFocusTraversable(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("report-preview");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Always there, so that the pages' width does not depend on their height.
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        setTop(new VBox(line("report-preview-status", "text-muted", model.statusProperty()), failure()));
        setCenter(scroll);
        setMinWidth(0);
        model.pagesProperty().subscribe(this::fill);
        model.pictures().addListener((MapChangeListener<Integer, PreviewViewModel.Picture>)
                change -> show(change.getKey(), change.getValueAdded()));
        // After the layout that it comes from, which would not see the new sizes.
        scroll.viewportBoundsProperty().subscribe(bounds -> Platform.runLater(this::look));
        scroll.vvalueProperty().subscribe(value -> look());
    }

    private Label failure() {
        return line("report-preview-failure", "field-reason", model.failureProperty());
    }

    private static Label line(String id, String style, javafx.beans.value.ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setPadding(new Insets(8, GAP, 2, GAP));
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void fill(@Nullable ReportPages pages) {
        column.getChildren().clear();
        views.clear();
        if (pages != null) {
            for (int i = 0; i < pages.sizes().size(); i++) {
                ImageView view = new ImageView();
                view.setSmooth(true);
                StackPane sheet = new StackPane(view);
                sheet.getStyleClass().add("report-page");
                sheet.setAccessibleText(
                        Texts.format("report.preview.page", i + 1, pages.sizes().size()));
                views.add(view);
                column.getChildren().add(sheet);
            }
        }
        look();
    }

    /** Gives the sheets their size and tells which of them are in sight. */
    private void look() {
        ReportPages pages = model.pagesProperty().get();
        double width = Math.floor(scroll.getViewportBounds().getWidth() - 2 * GAP);
        if (pages == null || width < LEAST_WIDTH) {
            return;
        }
        double total = GAP;
        List<Double> tops = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            ReportPages.Size size = pages.sizes().get(i);
            double height = Math.round(width * size.height() / size.width());
            StackPane sheet = (StackPane) views.get(i).getParent();
            sheet.setMinSize(width, height);
            sheet.setMaxSize(width, height);
            views.get(i).setFitWidth(width);
            views.get(i).setFitHeight(height);
            tops.add(total);
            total += height + GAP;
        }
        double seen = scroll.getViewportBounds().getHeight();
        double from = Math.max(0, total - seen) * scroll.getVvalue();
        int first = last(tops, from);
        model.see(
                first,
                Math.max(first, last(tops, from + seen)),
                width * pixels() / pages.sizes().getFirst().width());
    }

    /** Last sheet that begins at or above {@code y}. */
    private static int last(List<Double> tops, double y) {
        int last = 0;
        while (last + 1 < tops.size() && tops.get(last + 1) <= y) {
            last++;
        }
        return last;
    }

    /** Pixels of the screen a unit of length. */
    private double pixels() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private void show(int page, PreviewViewModel.@Nullable Picture picture) {
        if (page >= views.size()) {
            return;
        }
        if (picture == null) {
            views.get(page).setImage(null);
            return;
        }
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        views.get(page).setImage(image);
    }
}
