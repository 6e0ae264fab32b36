package studio.crossbar.ui.dataset;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.ParameterEditor;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;

/** How the data were split, how they are normalised, and what was left out or filled in. */
final class PreparationPane extends BorderPane {

    private static final double PARTS_HEIGHT = 132;
    private static final double LIST_HEIGHT = 110;
    private static final double EDITOR_WIDTH = 250;

    private final Label split = sentence("preparation-split");
    private final Label normalisation = sentence("preparation-normalisation");
    private final Label provenance = sentence("preparation-source");
    private final TableView<PreparedData.Part> parts = new TableView<>();
    private final TableView<PreparedData.Channel> channels = new TableView<>();
    private final ListView<String> filled = new ListView<>();

    PreparationPane(PreparationViewModel model) {
        setPadding(new Insets(10, 14, 10, 14));
        setTop(splitting(model));
        setCenter(normalising());
        setBottom(repairs());
        model.preparedProperty().subscribe(this::show);
    }

    private Node splitting(PreparationViewModel model) {
        parts.setId("preparation-parts");
        parts.setAccessibleText(Texts.get("dataset.prepared.parts.accessible"));
        parts.getStyleClass().add("dense");
        parts.setPrefHeight(PARTS_HEIGHT);
        parts.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        parts.setPlaceholder(new Label());
        parts.getColumns()
                .add(Columns.fixed(
                        Columns.text(Texts.get("dataset.prepared.column.part"), 96, PreparedData.Part::name)));
        parts.getColumns()
                .add(Columns.fixed(Columns.number(
                        Texts.get("dataset.prepared.column.windows"), 86, part -> Numbers.count(part.windows()))));
        parts.getColumns()
                .add(Columns.fixed(Columns.number(
                        Texts.get("dataset.prepared.column.subjects"),
                        80,
                        part -> part.subjects() == 0 ? "–" : Numbers.count(part.subjects()))));
        parts.getColumns().add(Columns.text(Texts.get("dataset.prepared.column.use"), 200, PreparedData.Part::use));
        TableMenu.install(parts);
        HBox.setHgrow(parts, Priority.ALWAYS);
        Node editor = ParameterEditor.of(model.validation());
        if (editor instanceof Region region) {
            region.setPrefWidth(EDITOR_WIDTH);
            region.setMinWidth(EDITOR_WIDTH);
        }
        return section(Texts.get("dataset.prepared.split.title"), split, new HBox(14, parts, editor));
    }

    private Node normalising() {
        channels.setId("preparation-channels");
        channels.setAccessibleText(Texts.get("dataset.prepared.channels.accessible"));
        channels.getStyleClass().add("dense");
        channels.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        channels.setPlaceholder(new Label());
        channels.getColumns()
                .add(Columns.fixed(
                        Columns.text(Texts.get("dataset.prepared.column.channel"), 160, PreparedData.Channel::name)));
        channels.getColumns()
                .add(Columns.fixed(Columns.number(
                        Texts.get("dataset.prepared.column.mean"), 110, row -> Numbers.significant(row.mean()))));
        channels.getColumns()
                .add(Columns.fixed(Columns.number(
                        Texts.get("dataset.prepared.column.deviation"),
                        110,
                        row -> Numbers.significant(row.deviation()))));
        TableMenu.install(channels);
        VBox.setVgrow(channels, Priority.ALWAYS);
        return section(Texts.get("dataset.prepared.normalisation.title"), normalisation, channels);
    }

    private Node repairs() {
        filled.setId("preparation-filled");
        filled.setAccessibleText(Texts.get("dataset.prepared.filled.title"));
        filled.setPrefHeight(LIST_HEIGHT);
        filled.getStyleClass().add("dense");
        Label nothing = new Label(Texts.get("dataset.prepared.filled.nothing"));
        nothing.setId("preparation-nothing");
        nothing.setWrapText(true);
        filled.setPlaceholder(nothing);
        return section(Texts.get("dataset.prepared.filled.title"), provenance, filled);
    }

    private static VBox section(String title, Label sentence, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-heading");
        VBox box = new VBox(4, heading, sentence, content);
        box.setPadding(new Insets(0, 0, 10, 0));
        return box;
    }

    private static Label sentence(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable PreparedData now) {
        setVisible(now != null);
        if (now == null) {
            return;
        }
        split.setText(now.split());
        normalisation.setText(now.normalisation());
        provenance.setText(Texts.format("dataset.prepared.source", now.provenance()));
        filled.getItems().setAll(now.filled());
        parts.getItems().setAll(now.parts());
        channels.getItems().setAll(now.channels());
    }
}
