package studio.crossbar.ui.inspector;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.ParameterEditor;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** The design's parameters, group by group. */
public final class InspectorView extends BorderPane {

    private final InspectorViewModel model;
    private @Nullable ScrollPane editors;

    public InspectorView(InspectorViewModel model, Session session) {
        this.model = model;
        getStyleClass().add("inspector");
        Label title = new Label(Texts.get("inspector.title"));
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("field-reason");
        problem.setPadding(new Insets(6, 12, 6, 12));
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        setBottom(problem);
        Node empty =
                new EmptyState("fth-sliders", Texts.get("inspector.empty.title"), Texts.get("inspector.empty.text"));
        session.designProperty().subscribe(design -> setCenter(design == null ? empty : editors()));
    }

    /** Made for the first design: the window shows itself sooner without. */
    private ScrollPane editors() {
        if (editors == null) {
            VBox groups = new VBox();
            for (InspectorViewModel.Group group : model.groups()) {
                groups.getChildren().add(pane(group));
            }
            editors = new ScrollPane(groups);
            editors.setFitToWidth(true);
            editors.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        }
        return editors;
    }

    /** A folded group gets its editors when it is first unfolded, for the same reason. */
    private static TitledPane pane(InspectorViewModel.Group group) {
        TitledPane pane = new TitledPane();
        pane.setText(group.title());
        pane.setAnimated(false);
        pane.setExpanded(!group.folded());
        pane.getStyleClass().addAll("dense", "inspector-group");
        pane.expandedProperty().subscribe(expanded -> {
            if (expanded && pane.getContent() == null) {
                pane.setContent(editors(group));
            }
        });
        return pane;
    }

    private static VBox editors(InspectorViewModel.Group group) {
        VBox editors = new VBox(10);
        editors.setPadding(new Insets(8, 12, 10, 12));
        for (Parameter parameter : group.parameters()) {
            editors.getChildren().add(ParameterEditor.of(parameter));
        }
        return editors;
    }
}
