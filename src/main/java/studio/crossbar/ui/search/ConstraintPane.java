package studio.crossbar.ui.search;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.search.Metric;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** What designs may cost, one line a limit. */
final class ConstraintPane extends VBox {

    private final SpaceEditorViewModel model;
    private final VBox lines = new VBox(4);

    /** @param fromTargets takes the project's targets */
    ConstraintPane(SpaceEditorViewModel model, Action fromTargets) {
        super(4);
        this.model = model;
        Label title = new Label(Texts.get("search.constraints.title"));
        title.getStyleClass().add("section-heading");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button add = new Button(Texts.get("search.constraints.add.name"), new FontIcon("fth-plus"));
        add.setId("space-add-constraint");
        add.getStyleClass().add("flat");
        add.setTooltip(new Tooltip(Texts.get("search.constraints.add.help")));
        add.setAccessibleText(Texts.get("search.constraints.add.accessible"));
        add.setOnAction(event -> model.rows().addConstraint());
        HBox top = new HBox(4, title, ActionControls.toolButton(fromTargets, true), add);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(4, 0, 0, 0));
        Label none = new Label(Texts.get("search.constraints.empty"));
        none.getStyleClass().add("text-muted");
        none.visibleProperty().bind(Bindings.isEmpty(lines.getChildren()));
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(top, none, lines);
        // Texts change far more often than lines come and go.
        model.rows().constraints().addListener((InvalidationListener) observable -> show());
        show();
    }

    private void show() {
        if (!lines.getChildren().stream()
                .map(Node::getUserData)
                .toList()
                .equals(model.rows().constraints())) {
            lines.getChildren()
                    .setAll(model.rows().constraints().stream().map(this::line).toList());
        }
    }

    private Node line(ConstraintRow row) {
        ComboBox<Metric> metric = new ComboBox<>();
        metric.getItems().setAll(SpaceRows.limited());
        metric.setButtonCell(new MetricCell());
        metric.setCellFactory(list -> new MetricCell());
        metric.setAccessibleText(Texts.get("search.constraint.metric.accessible"));
        metric.setTooltip(new Tooltip(Texts.get("search.constraint.metric.help")));
        metric.valueProperty().bindBidirectional(row.metricProperty());
        TextField limit = new TextField();
        int number = model.rows().constraints().indexOf(row) + 1;
        limit.setId("space-limit-" + number);
        limit.setPrefColumnCount(7);
        limit.setAccessibleText(Texts.get("search.constraint.limit.accessible"));
        limit.textProperty().bindBidirectional(row.limitProperty());
        Label unit = new Label();
        unit.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> row.metricProperty().get().unit(), row.metricProperty()));
        unit.setMinWidth(Label.USE_PREF_SIZE);
        Label most = new Label("≤");
        most.setMinWidth(Label.USE_PREF_SIZE);
        Label reason = new Label();
        reason.setId("space-limit-reason-" + number);
        reason.getStyleClass().add("field-reason");
        reason.setWrapText(true);
        reason.textProperty().bind(row.problemProperty());
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.setId("space-remove-constraint-" + number);
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setAccessibleText(Texts.get("search.constraint.remove"));
        remove.setTooltip(new Tooltip(Texts.get("search.constraint.remove")));
        remove.setOnAction(event -> model.rows().remove(row));
        HBox line = new HBox(6, metric, most, limit, unit, reason, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setUserData(row);
        return line;
    }

    private static final class MetricCell extends ListCell<Metric> {

        @Override
        protected void updateItem(@Nullable Metric metric, boolean empty) {
            super.updateItem(metric, empty);
            setText(empty || metric == null ? null : TrialFigure.of(metric).label());
        }
    }
}
