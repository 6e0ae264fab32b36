package studio.crossbar.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** A picture of pixels as a file, which is whole or not there. */
public final class PngFile {

    private PngFile() {}

    /**
     * Writes {@code image} in place of an earlier file of that name.
     *
     * @throws IOException with path and remedy; an earlier file is then as before
     */
    public static void write(BufferedImage image, Path file) throws IOException {
        ExportedFile.write(file, out -> DrawingFile.writePng(image, out));
    }
}
