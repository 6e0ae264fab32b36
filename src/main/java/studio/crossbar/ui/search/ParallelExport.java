package studio.crossbar.ui.search;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.Sketch;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Parallel coordinates as pictures of lines and words, and as a table of the trials. */
final class ParallelExport {

    private interface Writing {

        void write(Sketch sketch, Path file) throws IOException;
    }

    private ParallelExport() {}

    /** @param canvas as large as the picture */
    static Exportable of(ParallelViewModel model, ObservableValue<Theme> theme, Canvas canvas) {
        return new Exportable("parallel")
                .with(Exportable.Format.PNG, () -> content(model, theme.getValue(), canvas, Sketch::writePng))
                .with(Exportable.Format.SVG, () -> content(model, theme.getValue(), canvas, Sketch::writeSvg))
                .with(Exportable.Format.CSV, model::csv);
    }

    /** Thousands of lines are drawn in the job. */
    private static Exportable.@Nullable Content content(
            ParallelViewModel model, Theme theme, Canvas canvas, Writing writing) {
        ParallelPicture picture = model.pictureProperty().get();
        if (picture == null) {
            return null;
        }
        int colour = ParallelPicture.figures().indexOf(model.colourProperty().get());
        Set<Long> brushed = Set.copyOf(model.selection().selectedProperty().get());
        Map<Integer, double[]> ranges = Map.copyOf(model.ranges());
        double width = Math.max(1, canvas.getWidth());
        double height = Math.max(1, canvas.getHeight());
        return file -> writing.write(sketch(picture, theme, colour, brushed, ranges, width, height), file);
    }

    /**
     * The picture in text of the usual size.
     *
     * @param colour index of the axis that gives the colours
     * @param brushed ids of trials
     * @param ranges that are brushed of axes, by their index
     */
    static Sketch sketch(
            ParallelPicture picture,
            Theme theme,
            int colour,
            Set<Long> brushed,
            Map<Integer, double[]> ranges,
            double width,
            double height) {
        return Sketch.of(Texts.get("search.tab.parallel"), width, height, graphics -> {
            graphics.setPaint(theme.background());
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
            ParallelPainter painter = new ParallelPainter(graphics, theme, picture, width, height, 1);
            picture.lines(
                    colour,
                    picture.muted(theme),
                    brushed,
                    (trial, argb, wide) -> painter.drawTrial(trial, new Color(argb, true), wide ? 2 : 1));
            painter.drawAxes(ranges, -1);
        });
    }
}
