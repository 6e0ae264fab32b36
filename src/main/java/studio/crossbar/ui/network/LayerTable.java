package studio.crossbar.ui.network;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import studio.crossbar.analysis.LayerFigures;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

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
        setAccessibleText(Texts.get("network.table.accessible"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label(Texts.get("network.table.empty")));
        add(
                Columns.text(Texts.get("network.table.layer"), 136, NetworkPicture.Row::name),
                Texts.get("network.table.layer.help"));
        add(
                Columns.text(
                        Texts.get("network.table.settings"),
                        150,
                        row -> LayerText.settings(row.place().layer())),
                Texts.get("network.table.settings.help"));
        add(
                Columns.fixed(Columns.text(Texts.get("network.table.output"), 94, LayerTable::output)),
                Texts.get("network.table.output.help"));
        add(
                number(Texts.get("network.table.weights"), 80, figures -> amount(figures.weights())),
                Texts.get("network.table.weights.help"));
        add(
                number(Texts.get("network.table.operations"), 70, figures -> amount(figures.multiplyAccumulates())),
                Texts.get("network.table.operations.help"));
        add(
                number(
                        Texts.get("network.table.crossbar"),
                        104,
                        figures -> Texts.format(
                                "network.table.crossbar.value",
                                Numbers.count(figures.rows()),
                                Numbers.count(figures.columns()))),
                Texts.get("network.table.crossbar.help"));
        add(
                number(Texts.get("network.table.tiles"), 56, figures -> Numbers.count(figures.tiles())),
                Texts.get("network.table.tiles.help"));
        add(
                number(Texts.get("network.table.used"), 66, figures -> Numbers.percent(figures.utilisation())),
                Texts.get("network.table.used.help"));
        add(
                Columns.fixed(
                        Columns.number(Texts.get("network.table.area"), 66, row -> Numbers.percent(row.areaShare()))),
                Texts.get("network.table.area.help"));
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.rows().addListener((javafx.beans.InvalidationListener) observable -> follow());
        model.draft().selectedProperty().subscribe(path -> follow());
        follow();
    }

    private void add(TableColumn<NetworkPicture.Row, String> column, String help) {
        Label heading = new Label(column.getText());
        Tips.on(heading, help);
        column.setText(null);
        column.setGraphic(heading);
        getColumns().add(column);
    }

    private static TableColumn<NetworkPicture.Row, String> number(String name, double width, Value value) {
        return Columns.fixed(
                Columns.number(name, width, row -> row.figures() == null ? NOTHING : value.of(row.figures())));
    }

    /** Exact below a million, so that the column stays narrow. */
    private static String amount(long count) {
        return count < 1_000_000
                ? Numbers.count(count)
                : count < 1_000_000_000L
                        ? Texts.format("network.table.millions", Numbers.significant(count * 1e-6))
                        : Texts.format("network.table.billions", Numbers.significant(count * 1e-9));
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
