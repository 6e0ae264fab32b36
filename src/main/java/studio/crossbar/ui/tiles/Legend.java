package studio.crossbar.ui.tiles;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import studio.crossbar.ui.common.Numbers;

/** Colour bar with title and ends. */
final class Legend extends HBox {

    private static final int HEIGHT = 12;
    private static final int WIDTH = 180;

    private final Label title = new Label();
    private final Label low = new Label();
    private final Label high = new Label();
    private final ImageView bar = new ImageView();

    Legend() {
        super(8);
        setId("tile-legend");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("text-muted");
        for (Label label : new Label[] {title, low, high}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(title, low, bar, high);
    }

    void show(HeatColours colours) {
        int[] row = new int[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            double share = (double) i / (WIDTH - 1);
            row[i] = colours.argb(colours.lowest() + share * (colours.largest() - colours.lowest()));
        }
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        image.getPixelWriter().setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), row, 0, 0);
        bar.setImage(image);
        title.setText(colours.quantity().legend());
        low.setText(text(colours.lowest()));
        high.setText((colours.quantity().signed() ? "+" : "") + text(colours.largest()));
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value).replace('-', '−') : Numbers.significant(value);
    }
}
