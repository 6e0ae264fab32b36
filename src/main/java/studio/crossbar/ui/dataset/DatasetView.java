package studio.crossbar.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Theme;

/** Summary, class balance and signal browser. */
public final class DatasetView extends StackPane {

    private final DatasetViewModel model;
    private final Figure train = new Figure("dataset-train", "Training windows", "Used for training and every choice");
    private final Figure test = new Figure("dataset-test", "Test windows", "Used for the final figures alone");
    private final Figure shape = new Figure("dataset-shape", "Window", "Channels × samples of one window");
    private final Figure classes = new Figure("dataset-classes", "Classes", "What the network tells apart");
    private final Label origin = new Label();
    private final Label synthetic = new Label("Synthetic data");
    private final ClassBalanceChart balance;
    private final SignalChart signals;
    private final ComboBox<Integer> classChoice = new ComboBox<>();
    private final Label caption = new Label();
    private final Label place = new Label();

    public DatasetView(DatasetViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        balance = new ClassBalanceChart(theme);
        signals = new SignalChart(theme);
        EmptyState empty = new EmptyState(
                "fth-activity",
                "No data yet",
                "Open a project: its data set appears here with class balance and signals.");
        Node content = content();
        getChildren().addAll(empty, content);
        model.partsProperty().subscribe(parts -> {
            empty.setVisible(parts == null);
            content.setVisible(parts != null);
            if (parts != null) {
                show(parts);
            }
        });
        model.windowProperty().subscribe(this::show);
    }

    private Node content() {
        FlowPane figures = new FlowPane(10, 10, train, test, shape, classes);
        synthetic.getStyleClass().add("badge-warning");
        synthetic.setTooltip(new Tooltip("Generated signals, not measurements"));
        synthetic.managedProperty().bind(synthetic.visibleProperty());
        origin.getStyleClass().add("text-muted");
        origin.setMinWidth(0);
        HBox provenance = new HBox(8, synthetic, origin);
        provenance.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(8, figures, provenance);
        top.setPadding(new Insets(12, 14, 8, 14));
        SplitPane charts = new SplitPane(balance, browser());
        charts.setOrientation(Orientation.HORIZONTAL);
        charts.setDividerPositions(0.38);
        BorderPane pane = new BorderPane(charts);
        pane.setTop(top);
        return pane;
    }

    private Node browser() {
        ToggleButton training = new ToggleButton("Training");
        training.setId("browse-training");
        ToggleButton testing = new ToggleButton("Test");
        testing.setId("browse-test");
        SegmentedButton part = new SegmentedButton(training, testing);
        part.getToggleGroup().selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                part.getToggleGroup().selectToggle(before);
            } else {
                model.showTestProperty().set(now == testing);
            }
        });
        model.showTestProperty().subscribe(shown -> part.getToggleGroup().selectToggle(shown ? testing : training));
        classChoice.setId("browse-class");
        classChoice.setAccessibleText("Class shown");
        classChoice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer value) {
                return value == null ? "" : className(value);
            }

            @Override
            public Integer fromString(String text) {
                return DatasetViewModel.ALL_CLASSES;
            }
        });
        classChoice.valueProperty().subscribe(value -> {
            if (value != null) {
                model.classFilterProperty().set(value);
            }
        });
        Button previous = button("browse-previous", "fth-chevron-left", "Previous window", -1);
        Button next = button("browse-next", "fth-chevron-right", "Next window", 1);
        place.getStyleClass().add("text-muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox controls = new HBox(8, part, classChoice, gap, previous, place, next);
        controls.setAlignment(Pos.CENTER_LEFT);
        caption.setId("browse-caption");
        caption.getStyleClass().add("chart-caption");
        VBox top = new VBox(6, controls, caption);
        top.setPadding(new Insets(8, 10, 2, 10));
        BorderPane pane = new BorderPane(signals);
        pane.setTop(top);
        return pane;
    }

    private Button button(String id, String icon, String name, int step) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> model.step(step));
        return button;
    }

    private String className(int value) {
        Parts parts = model.partsProperty().get();
        return value == DatasetViewModel.ALL_CLASSES || parts == null
                ? "All classes"
                : ClassBalanceChart.spoken(parts.train().classNames().get(value));
    }

    private void show(Parts parts) {
        Dataset data = parts.train();
        train.show(Numbers.count(data.size()), DatasetViewModel.subjects(data) + " subjects");
        test.show(Numbers.count(parts.test().size()), DatasetViewModel.subjects(parts.test()) + " other subjects");
        shape.show(data.channelNames().size() + " × " + data.length(), "channels × samples");
        classes.show(
                String.valueOf(data.classNames().size()),
                "largest " + Numbers.percent(largestShare(data)) + " of training");
        synthetic.setVisible(data.synthetic());
        origin.setText(data.name() + " – " + data.provenance());
        origin.setTooltip(new Tooltip(data.provenance()));
        balance.show(parts);
        List<Integer> choices = new ArrayList<>();
        for (int c = DatasetViewModel.ALL_CLASSES; c < data.classNames().size(); c++) {
            choices.add(c);
        }
        classChoice.getItems().setAll(choices);
        classChoice.setValue(DatasetViewModel.ALL_CLASSES);
    }

    private static double largestShare(Dataset data) {
        return (double) java.util.Arrays.stream(data.classCounts()).max().orElse(0) / Math.max(1, data.size());
    }

    private void show(DatasetViewModel.@Nullable Window window) {
        if (window == null) {
            caption.setText("No window of this class in this part; choose another class.");
            place.setText("0 of 0");
            return;
        }
        caption.setText(ClassBalanceChart.spoken(window.label()) + ", subject " + window.subject() + ", window "
                + Numbers.count(window.index()));
        place.setText(Numbers.count(model.positionProperty().get() + 1) + " of " + Numbers.count(model.matches()));
        signals.show(window);
    }
}
