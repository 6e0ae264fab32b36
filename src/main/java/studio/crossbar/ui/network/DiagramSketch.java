package studio.crossbar.ui.network;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.report.Sketch;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Lettering.Align;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The diagram of a network as a picture in the light theme, for papers. */
final class DiagramSketch {

    private static final Theme LOOK = Theme.LIGHT;
    private static final Font DETAIL = Lettering.font(Font.PLAIN, 11);
    private static final Font NAME = Lettering.font(Font.BOLD, 12);
    private static final double PADDING = 9;
    private static final double ROUND = 8;
    private static final double FIRST_LINE = 13;
    private static final double SECOND_LINE = 29;

    private final Graphics2D g;

    private DiagramSketch(Graphics2D g) {
        this.g = g;
    }

    static Sketch of(EditedNetwork edited) {
        DiagramLayout layout = DiagramLayout.of(edited.network());
        Map<LayerPath, NetworkDraft.Place> places = new HashMap<>();
        edited.places().forEach(place -> places.put(place.path(), place));
        return Sketch.of(Texts.get("network.diagram.title"), layout.width(), layout.height(), graphics -> {
            DiagramSketch sketch = new DiagramSketch(graphics);
            graphics.setPaint(LOOK.background());
            graphics.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
            layout.edges().forEach(sketch::edge);
            for (DiagramLayout.Box box : layout.boxes()) {
                LayerPath path = box.path();
                NetworkDraft.Place place = path == null ? null : places.get(path);
                if (place == null) {
                    sketch.box(box, BoxWords.ofInput(edited), LOOK.background());
                } else {
                    boolean weighted = place.layer() instanceof Layer.Weighted;
                    sketch.box(box, BoxWords.of(place), weighted ? faint(LOOK.series(0)) : faint(LOOK.muted()));
                }
            }
        });
    }

    private static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 30);
    }

    private void edge(DiagramLayout.Edge edge) {
        g.setPaint(LOOK.muted());
        g.setStroke(new BasicStroke(1.4f));
        g.draw(path(edge.points()));
        Path2D head = path(edge.arrow());
        head.closePath();
        g.fill(head);
    }

    private static Path2D path(List<DiagramLayout.Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }

    private void box(DiagramLayout.Box box, BoxWords words, Color ground) {
        RoundRectangle2D frame =
                new RoundRectangle2D.Double(box.x(), box.y(), DiagramLayout.BOX_WIDTH, box.height(), ROUND, ROUND);
        g.setPaint(LOOK.background());
        g.fill(frame);
        g.setPaint(ground);
        g.fill(frame);
        g.setPaint(LOOK.muted());
        g.setStroke(new BasicStroke(1));
        g.draw(frame);
        double left = box.x() + PADDING;
        double right = box.x() + DiagramLayout.BOX_WIDTH - PADDING;
        double middle = box.y() + FIRST_LINE;
        g.setFont(DETAIL);
        Lettering.draw(g, words.number(), left, middle, Align.LEFT);
        Lettering.draw(g, words.shape(), right, middle, Align.RIGHT);
        Lettering.draw(
                g, Lettering.cut(words.settings(), DETAIL, right - left), left, box.y() + SECOND_LINE, Align.LEFT);
        g.setPaint(LOOK.text());
        g.setFont(NAME);
        double name = left + (words.number().isEmpty() ? 0 : Lettering.width(words.number(), DETAIL) + 6);
        double room = right - Lettering.width(words.shape(), DETAIL) - 6 - name;
        Lettering.draw(g, Lettering.cut(words.name(), NAME, room), name, middle, Align.LEFT);
    }
}
