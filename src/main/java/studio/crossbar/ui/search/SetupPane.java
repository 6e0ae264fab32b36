package studio.crossbar.ui.search;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.crossbar.search.Metric;
import studio.crossbar.search.algorithm.Algorithms;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

/** Fields of what a search is asked for. What one that has begun keeps is not shown as fields but in words elsewhere. */
final class SetupPane extends VBox {

    /** @param editSpace opens the editor */
    SetupPane(SetupViewModel model, Action editSpace) {
        super(6);
        ComboBox<SpaceChoice> space = new ComboBox<>(model.spaces());
        space.setId("search-space");
        space.valueProperty().bindBidirectional(model.spaceProperty());
        ComboBox<String> algorithm = new ComboBox<>();
        algorithm.getItems().setAll(Algorithms.NAMES);
        algorithm.setId("search-algorithm");
        algorithm.valueProperty().bindBidirectional(model.algorithmProperty());
        TextField seed = field("search-seed", 4);
        seed.textProperty().bindBidirectional(model.seedProperty());
        TextField budget = field("search-budget", 8);
        budget.textProperty().bindBidirectional(model.budgetProperty());
        Spinner<Integer> workers = new Spinner<>(
                1,
                Runtime.getRuntime().availableProcessors(),
                model.workersProperty().get());
        workers.setId("search-workers");
        workers.setPrefWidth(76);
        workers.valueProperty().subscribe(value -> model.workersProperty().set(value));
        Node objectives = objectives(model);
        FlowPane fixed = new FlowPane(
                14,
                6,
                named(Texts.get("search.setup.space.name"), space, Texts.get("search.setup.space.help")),
                named(Texts.get("search.setup.algorithm.name"), algorithm, Texts.get("search.setup.algorithm.help")),
                named(Texts.get("search.setup.seed.name"), seed, Texts.get("search.setup.seed.help")),
                objectives,
                new TargetsPane(model.targets()));
        fixed.visibleProperty().bind(model.begunProperty().not());
        fixed.managedProperty().bind(fixed.visibleProperty());
        FlowPane always = new FlowPane(
                14,
                6,
                named(Texts.get("search.setup.budget.name"), budget, Texts.get("search.setup.budget.help")),
                named(Texts.get("search.setup.workers.name"), workers, Texts.get("search.setup.workers.help")),
                ActionControls.textButton(editSpace));
        Label problem = new Label();
        problem.setId("search-problem");
        problem.getStyleClass().add("field-reason");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemBinding());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(fixed, always, problem);
    }

    private static TextField field(String id, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        return field;
    }

    private static Node named(String name, Control control, String help) {
        Label label = new Label(name);
        label.setLabelFor(control);
        Tips.on(label, help);
        Tips.on(control, help);
        control.setAccessibleText(name);
        HBox box = new HBox(6, label, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node objectives(SetupViewModel model) {
        HBox box = new HBox(8, new Label(Texts.get("search.setup.objectives.name")));
        box.setAlignment(Pos.CENTER_LEFT);
        for (Metric metric : List.of(Metric.values())) {
            TrialFigure figure = TrialFigure.of(metric);
            CheckBox check = new CheckBox(figure.label());
            check.setId("search-objective-" + metric.label());
            Tips.on(check, Texts.format("search.setup.objective.help", figure.help()));
            check.setSelected(model.objectives().contains(metric));
            check.setOnAction(event -> {
                model.objectives().remove(metric);
                if (check.isSelected()) {
                    model.objectives().add(metric);
                }
            });
            model.objectives().addListener((javafx.beans.InvalidationListener)
                    observable -> check.setSelected(model.objectives().contains(metric)));
            box.getChildren().add(check);
        }
        return box;
    }
}
