package studio.crossbar.ui.cost;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.Sketch;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * A bill as nested rectangles: layers, and components within them. A click or the enter key looks at the items of a
 * rectangle; the arrow keys go from one to the next.
 */
final class TreemapPane extends Region {

    private static final double HEADING_HEIGHT = 18;

    private record Placed(TreemapPicture.Group layer, TreemapPicture.Cell cell, Treemap.Box box) {}

    private final TextScale text = new TextScale(getChildren());
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private final ObservableValue<Theme> theme;
    private final Consumer<CostViewModel.Part> look;
    private final List<Placed> cells = new ArrayList<>();
    private List<Treemap.Box> layers = List.of();
    private TreemapPicture picture = new TreemapPicture(List.of(), 0);
    private String unit = "";
    private CostViewModel.@Nullable Part chosen;
    private int cursor = -1;

    TreemapPane(ObservableValue<Theme> theme, Consumer<CostViewModel.Part> look) {
        this.theme = theme;
        this.look = look;
        setId("cost-treemap");
        setFocusTraversable(true);
        setMinSize(120, 100);
        getChildren().add(canvas);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        Tooltip.install(this, tooltip);
        setOnMouseMoved(this::point);
        setOnMousePressed(event -> requestFocus());
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
        theme.subscribe(now -> draw());
        ExportMenu.install(
                this,
                new Exportable("treemap")
                        .withPicture(this::sketch)
                        .with(Exportable.Format.CSV, () -> picture.table(unit)::write));
        text.scaleProperty().subscribe((before, now) -> place());
        focusedProperty().subscribe(focused -> {
            if (focused && cursor < 0) {
                move(0);
            }
            draw();
        });
    }

    /** Shows a bill; {@code unit} is that of its values. */
    void show(TreemapPicture now, String valueUnit) {
        picture = now;
        unit = valueUnit;
        place();
    }

    /** Marks the part whose items are looked at; null for none. */
    void mark(CostViewModel.@Nullable Part part) {
        chosen = part;
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            place();
        }
    }

    private void place() {
        cells.clear();
        Treemap.Box whole = new Treemap.Box(0, 0, width(), height());
        layers = Treemap.divide(
                whole,
                picture.layers().stream().map(TreemapPicture.Group::value).toList());
        for (int l = 0; l < layers.size(); l++) {
            TreemapPicture.Group layer = picture.layers().get(l);
            Treemap.Box inner = inner(layers.get(l));
            List<Treemap.Box> boxes = Treemap.divide(
                    inner,
                    layer.cells().stream().map(TreemapPicture.Cell::value).toList());
            for (int c = 0; c < boxes.size(); c++) {
                cells.add(new Placed(layer, layer.cells().get(c), boxes.get(c)));
            }
        }
        cursor = Math.min(cursor, cells.size() - 1);
        describe();
        draw();
    }

    private static boolean named(Treemap.Box layer) {
        return layer.width() > TreemapPainter.LEAST_WIDTH && layer.height() > 2 * HEADING_HEIGHT;
    }

    private static Treemap.Box inner(Treemap.Box layer) {
        return layer.inset(1.5, named(layer) ? HEADING_HEIGHT : 1.5);
    }

    private void draw() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.save();
        Graphics2D graphics = Lettering.on(context);
        graphics.scale(text.get(), text.get());
        TreemapPainter painter = new TreemapPainter(graphics, theme.getValue());
        paint(painter);
        for (int i = 0; i < cells.size(); i++) {
            boolean pointed = i == cursor && isFocused();
            if (pointed || cells.get(i).cell().part().equals(chosen)) {
                painter.frame(cells.get(i).box(), pointed);
            }
        }
        context.restore();
    }

    /** The bill, without what is looked at. */
    private void paint(TreemapPainter painter) {
        painter.clear(width(), height());
        for (int l = 0; l < layers.size(); l++) {
            if (named(layers.get(l))) {
                painter.heading(picture.layers().get(l).name(), layers.get(l));
            }
        }
        for (Placed placed : cells) {
            painter.cell(placed.cell(), amount(placed.cell().value()), placed.box());
        }
    }

    private Sketch sketch() {
        return Sketch.of(
                Texts.get("cost.picture.treemap"),
                Math.max(1, width()),
                Math.max(1, height()),
                graphics -> paint(new TreemapPainter(graphics, theme.getValue())));
    }

    /** In text of the usual size. */
    private double width() {
        return canvas.getWidth() / text.get();
    }

    private double height() {
        return canvas.getHeight() / text.get();
    }

    private String amount(double value) {
        return Texts.format("cost.treemap.amount", Numbers.significant(value), unit);
    }

    private @Nullable Placed at(double x, double y) {
        return cells.stream()
                .filter(placed -> placed.box().holds(x, y))
                .findFirst()
                .orElse(null);
    }

    private void point(MouseEvent event) {
        Placed placed = at(event.getX() / text.get(), event.getY() / text.get());
        tooltip.setText(placed == null ? Texts.get("cost.treemap.help") : inWords(placed));
    }

    private void click(MouseEvent event) {
        Placed placed = at(event.getX() / text.get(), event.getY() / text.get());
        if (placed != null) {
            cursor = cells.indexOf(placed);
            describe();
            look.accept(placed.cell().part());
            draw();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN -> move(cursor + 1);
            case LEFT, UP -> move(cursor - 1);
            case HOME -> move(0);
            case END -> move(cells.size() - 1);
            case ENTER, SPACE -> {
                if (cursor >= 0) {
                    look.accept(cells.get(cursor).cell().part());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int to) {
        if (!cells.isEmpty()) {
            cursor = Math.clamp(to, 0, cells.size() - 1);
            describe();
            draw();
        }
    }

    private void describe() {
        setAccessibleText(cursor < 0 ? Texts.get("cost.treemap.help") : inWords(cells.get(cursor)));
    }

    private String inWords(Placed placed) {
        TreemapPicture.Cell cell = placed.cell();
        return Texts.format(
                "cost.treemap.cell",
                cell.name(),
                placed.layer().name(),
                amount(cell.value()),
                Numbers.percent(cell.value() / picture.total()),
                cell.items());
    }
}
