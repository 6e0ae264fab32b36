package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.report.DataTable;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Snapshots;
import studio.crossbar.ui.common.Texts;

/** A chart of two figures as SVG, as PNG as it is seen, and its points as CSV. */
final class ScatterExport {

    private ScatterExport() {}

    /** Gives the chart its menu, and makes a button for the same. */
    static MenuButton menu(ScatterViewModel model, ScatterCanvas canvas) {
        Exportable chart = new Exportable(model.name())
                .with(Exportable.Format.PNG, () -> Snapshots.png(canvas))
                .with(Exportable.Format.SVG, () -> svg(model))
                .with(Exportable.Format.CSV, () -> csv(model));
        ExportMenu.install(canvas, chart);
        MenuButton menu = new MenuButton(null, new FontIcon("fth-download"));
        menu.getItems().addAll(ExportMenu.items(canvas, chart));
        menu.setId("search-export-" + model.name());
        menu.getStyleClass().addAll("button-icon", "flat", "small", "no-arrow");
        menu.setAccessibleText(Texts.get("search.chart.export.accessible"));
        menu.setTooltip(new Tooltip(Texts.get("search.chart.export.help")));
        return menu;
    }

    private static Exportable.@Nullable Content svg(ScatterViewModel model) {
        ScatterPicture picture = model.pictureProperty().get();
        SearchPicture search = model.search();
        if (picture == null || search == null) {
            return null;
        }
        String text = ScatterSvg.of(
                picture,
                model.logarithmicProperty().get(),
                model.selection().selectedProperty().get(),
                search.knee());
        return file -> AtomicFiles.write(file, text);
    }

    private static Exportable.@Nullable Content csv(ScatterViewModel model) {
        ScatterPicture picture = model.pictureProperty().get();
        return picture == null ? null : data(picture)::write;
    }

    /** A row a point. */
    static DataTable data(ScatterPicture picture) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < picture.size(); i++) {
            boolean front = picture.kinds()[i] == ScatterPicture.Kind.FRONT;
            rows.add(List.of(picture.ids()[i], picture.xs()[i], picture.ys()[i], front));
        }
        return new DataTable(List.of("trial", picture.x().heading(), picture.y().heading(), "on_front"), rows);
    }
}
