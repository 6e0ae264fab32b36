package studio.crossbar.ui.network;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import studio.crossbar.analysis.LayerFigures;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Numbers;

/** Layers with what they need; its selection is that of the diagram. */
final class LayerTable extends TableView<NetworkPicture.Row> {

    private static final String NOTHING = "–";

    private final NetworkViewModel model;
    private boolean following;

    private interface Value {

        String of(LayerFigures figures);
    }

    LayerTable(NetworkViewModel model) {
        super(model.rows());
        this.model = model;
        setId("network-table");
        getStyleClass().add("dense");
        setAccessibleText("Layers of the network");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label("The network has no layers. Insert one, or start from a reference network."));
        add(Columns.text("Layer", 136, NetworkPicture.Row::name), "Place in the network, kind and outputs");
        add(
                Columns.text(
                        "Settings", 150, row -> LayerText.settings(row.place().layer())),
                "What else the layer is set to; select it to change them");
        add(fixed(Columns.text("Output", 94, LayerTable::output)), "Channels × samples, or channels × height × width");
        add(number("Weights", 80, figures -> amount(figures.weights())), "Without biases");
        add(
                number("MACs", 70, figures -> amount(figures.multiplyAccumulates())),
                "Multiply-accumulates an inference: weights times output positions");
        add(
                number(
                        "Rows × cols",
                        104,
                        figures -> Numbers.count(figures.rows()) + " × " + Numbers.count(figures.columns())),
                "Crossbar rows (of one group) × bitlines under the design's encoding");
        add(number("Tiles", 56, figures -> Numbers.count(figures.tiles())), "Crossbars that the layer needs");
        add(
                number("Used", 66, figures -> Numbers.percent(figures.utilisation())),
                "Cells used over cells of its tiles");
        add(
                fixed(Columns.number("Area", 66, row -> Numbers.percent(row.areaShare()))),
                "Share of the whole area, with the layer's part, by time, of what all layers share");
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.rows().addListener((javafx.beans.InvalidationListener) observable -> follow());
        model.draft().selectedProperty().subscribe(path -> follow());
        follow();
    }

    private void add(TableColumn<NetworkPicture.Row, String> column, String help) {
        Label heading = new Label(column.getText());
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        heading.setTooltip(tooltip);
        column.setText(null);
        column.setGraphic(heading);
        getColumns().add(column);
    }

    private static TableColumn<NetworkPicture.Row, String> number(String name, double width, Value value) {
        return fixed(Columns.number(name, width, row -> row.figures() == null ? NOTHING : value.of(row.figures())));
    }

    /** Keeps its width, so that names and settings get what is left. */
    private static TableColumn<NetworkPicture.Row, String> fixed(TableColumn<NetworkPicture.Row, String> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
        return column;
    }

    /** Exact below a million, so that the column stays narrow. */
    private static String amount(long count) {
        return count < 1_000_000
                ? Numbers.count(count)
                : count < 1_000_000_000L
                        ? Numbers.significant(count * 1e-6) + " M"
                        : Numbers.significant(count * 1e-9) + " G";
    }

    private static String output(NetworkPicture.Row row) {
        return row.place().output() == null ? "?" : row.place().output().toString();
    }

    private void chosen(NetworkPicture.@Nullable Row row) {
        if (!following && row != null) {
            model.draft().selectedProperty().set(row.path());
        }
    }

    private void follow() {
        following = true;
        LayerPath path = model.draft().selectedProperty().get();
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (Objects.equals(getItems().get(i).path(), path)) {
                getSelectionModel().select(i);
                reveal(i);
            }
        }
        following = false;
    }

    private void reveal(int row) {
        if (!isFocused()) {
            scrollTo(Math.max(0, row - 2));
        }
    }
}
