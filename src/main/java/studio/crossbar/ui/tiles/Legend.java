package studio.crossbar.ui.tiles;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Colour bar with title and ends. */
final class Legend extends HBox {

    private static final int HEIGHT = 12;
    private static final int WIDTH = 200;

    private final Label title = new Label();
    private final Label low = new Label();
    private final Label middle = new Label();
    private final Label high = new Label();
    private final ImageView bar = new ImageView();

    Legend() {
        super(8);
        setId("tile-legend");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("text-muted");
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox ticks = new HBox(low, left, middle, right, high);
        ticks.getStyleClass().add("legend-ticks");
        title.setMinWidth(Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(title, new VBox(2, bar, ticks));
    }

    void show(HeatColours colours, CellFigures figures) {
        int[] row = new int[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            double share = (double) i / (WIDTH - 1);
            row[i] = colours.argb(colours.lowest() + share * (colours.largest() - colours.lowest()));
        }
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        image.getPixelWriter().setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), row, 0, 0);
        bar.setImage(image);
        title.setText(colours.quantity().legend());
        low.setText(colours.quantity().tick(figures, colours.lowest()));
        middle.setText(colours.quantity().tick(figures, (colours.lowest() + colours.largest()) / 2));
        high.setText(colours.quantity().tick(figures, colours.largest()));
    }
}
