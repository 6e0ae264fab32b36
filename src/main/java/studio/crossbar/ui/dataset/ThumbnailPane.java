package studio.crossbar.ui.dataset;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** A page of images, each pixel a square. */
final class ThumbnailPane extends StackPane {

    /** Pixels a side at most. */
    private static final int SIZE = 64;

    private final FlowPane images = new FlowPane(8, 8);

    ThumbnailPane() {
        setId("thumbnails");
        images.getStyleClass().add("thumbnails");
        ScrollPane scroll = new ScrollPane(images);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
        setMinSize(120, 100);
    }

    void show(List<DatasetViewModel.Picture> page) {
        images.getChildren().setAll(page.stream().map(ThumbnailPane::thumbnail).toList());
    }

    private static VBox thumbnail(DatasetViewModel.Picture picture) {
        ImageView view = new ImageView(enlarged(picture));
        view.setPreserveRatio(true);
        if (Math.max(picture.width(), picture.height()) > SIZE) {
            view.setFitWidth(SIZE);
            view.setFitHeight(SIZE);
        }
        VBox box = new VBox(view);
        String text = Texts.format(
                "dataset.image.name", ClassBalanceChart.spoken(picture.label()), Numbers.count(picture.index() + 1));
        box.setAccessibleText(text);
        box.getStyleClass().add("thumbnail");
        Tooltip.install(box, new Tooltip(text));
        return box;
    }

    /** Whole squares for pixels, since the toolkit smooths what it enlarges itself. */
    private static WritableImage enlarged(DatasetViewModel.Picture picture) {
        int factor = Math.max(1, SIZE / Math.max(picture.width(), picture.height()));
        int width = picture.width() * factor;
        int height = picture.height() * factor;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = picture.argb()[y / factor * picture.width() + x / factor];
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
