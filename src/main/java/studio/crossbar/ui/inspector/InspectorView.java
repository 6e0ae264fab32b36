package studio.crossbar.ui.inspector;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.ParameterEditor;
import studio.crossbar.ui.common.Session;

/** The design's parameters, group by group. */
public final class InspectorView extends BorderPane {

    public InspectorView(InspectorViewModel model, Session session) {
        getStyleClass().add("inspector");
        Label title = new Label("Design parameters");
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        VBox groups = new VBox();
        for (InspectorViewModel.Group group : model.groups()) {
            groups.getChildren().add(pane(group));
        }
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("field-reason");
        problem.setPadding(new Insets(6, 12, 6, 12));
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        setBottom(problem);
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Node empty = new EmptyState("fth-sliders", "No design", "Open a project to edit its design here.");
        session.designProperty().subscribe(design -> setCenter(design == null ? empty : scroll));
        session.training().runningProperty().subscribe(groups::setDisable);
    }

    private static TitledPane pane(InspectorViewModel.Group group) {
        VBox editors = new VBox(10);
        editors.setPadding(new Insets(8, 12, 10, 12));
        for (Parameter parameter : group.parameters()) {
            editors.getChildren().add(ParameterEditor.of(parameter));
        }
        TitledPane pane = new TitledPane(group.title(), editors);
        pane.setAnimated(false);
        pane.getStyleClass().addAll("dense", "inspector-group");
        return pane;
    }
}
