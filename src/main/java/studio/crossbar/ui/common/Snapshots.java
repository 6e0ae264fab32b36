package studio.crossbar.ui.common;

import java.awt.image.BufferedImage;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import studio.crossbar.report.PngFile;

/** Pictures of what a node shows, pixel by pixel. */
public final class Snapshots {

    private Snapshots() {}

    /** A PNG of what {@code node} shows now. */
    public static Exportable.Content png(Node node) {
        WritableImage image = node.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return file -> {
            BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            copy.setRGB(0, 0, width, height, pixels, 0, width);
            PngFile.write(copy, file);
        };
    }
}
