package studio.crossbar.ui.search;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.report.DataTable;
import studio.crossbar.report.Sketch;
import studio.crossbar.search.model.Importance;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Lettering.Align;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.Tips;

/** The importance of parameters as a picture of bars in the light theme, for papers, and as a table. */
final class ImportanceExport {

    private static final Theme LOOK = Theme.LIGHT;
    private static final Font FONT = Lettering.font(Font.PLAIN, 12);
    private static final double LINE = 20;
    private static final double BAR = 10;
    private static final double LONGEST = 360;
    private static final double MARGIN = 12;
    /** Of a share such as "100.0 %". */
    private static final double SHARE = 60;

    private ImportanceExport() {}

    /** Gives {@code bars} their menu, and makes a button for the same. */
    static MenuButton menu(Node bars, ObservableValue<@Nullable Importance> importance) {
        Exportable picture = new Exportable("importance")
                .withPicture(() -> {
                    Importance now = importance.getValue();
                    return now == null ? null : sketch(now);
                })
                .with(Exportable.Format.CSV, () -> {
                    Importance now = importance.getValue();
                    return now == null ? null : data(now)::write;
                });
        ExportMenu.install(bars, picture);
        MenuButton menu = new MenuButton(null, new FontIcon("fth-download"));
        menu.getItems().addAll(ExportMenu.items(bars, picture));
        menu.setId("search-export-importance");
        menu.getStyleClass().addAll("button-icon", "flat", "small", "no-arrow");
        menu.setAccessibleText(Texts.get("search.chart.export.accessible"));
        Tips.on(menu, Texts.get("search.importance.export.help"));
        return menu;
    }

    /** A row a parameter. */
    static DataTable data(Importance importance) {
        return new DataTable(
                List.of("parameter", "share_of_variance"),
                importance.effects().stream()
                        .map(effect -> List.<Object>of(effect.parameter(), effect.total()))
                        .toList());
    }

    static Sketch sketch(Importance importance) {
        String title = Texts.format(
                "search.importance.export.title",
                TrialFigure.of(importance.metric()).label());
        double names = importance.effects().stream()
                .mapToDouble(effect -> Lettering.width(effect.parameter(), FONT))
                .max()
                .orElse(0);
        double left = MARGIN + names + MARGIN;
        double width = Math.max(left + LONGEST + SHARE, Lettering.width(title, FONT) + 2 * MARGIN);
        double height = 2 * MARGIN + LINE * (1 + importance.effects().size());
        return Sketch.of(title, width, height, graphics -> {
            graphics.setPaint(LOOK.background());
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
            graphics.setFont(FONT);
            graphics.setPaint(LOOK.text());
            Lettering.draw(graphics, title, MARGIN, MARGIN + LINE / 2, Align.LEFT);
            double middle = MARGIN + LINE / 2;
            for (Importance.Effect effect : importance.effects()) {
                middle += LINE;
                double length = LONGEST * Math.clamp(effect.total(), 0, 1);
                graphics.setPaint(LOOK.series(0));
                graphics.fill(new Rectangle2D.Double(left, middle - BAR / 2, length, BAR));
                graphics.setPaint(LOOK.text());
                Lettering.draw(graphics, effect.parameter(), left - MARGIN, middle, Align.RIGHT);
                Lettering.draw(graphics, Numbers.percent(effect.total()), left + length + 6, middle, Align.LEFT);
            }
        });
    }
}
