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

/** A page of images, each pixel a square. */
final class ThumbnailPane extends StackPane {

    private static final double SIZE = 64;

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
        ImageView view = new ImageView(image);
        view.setFitWidth(SIZE);
        view.setFitHeight(SIZE);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        VBox box = new VBox(view);
        String text = ClassBalanceChart.spoken(picture.label()) + ", image " + Numbers.count(picture.index() + 1);
        box.setAccessibleText(text);
        box.getStyleClass().add("thumbnail");
        Tooltip.install(box, new Tooltip(text));
        return box;
    }
}
