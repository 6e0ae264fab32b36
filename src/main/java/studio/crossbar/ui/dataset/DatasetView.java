package studio.crossbar.ui.dataset;

import java.util.ArrayList;
import java.util.Arrays;
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
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Theme;

/** Summary, class balance and browser of signals or images. */
public final class DatasetView extends StackPane {

    private final DatasetViewModel model;
    private final Figure train = new Figure("dataset-train", "Training samples", "Used for training and every choice");
    private final Figure test = new Figure("dataset-test", "Test samples", "Used for the final figures alone");
    private final Figure shape = new Figure("dataset-shape", "Shape", "What one sample holds");
    private final Figure classes = new Figure("dataset-classes", "Classes", "What the network tells apart");
    private final Label origin = new Label();
    private final Label synthetic = new Label("Synthetic data");
    private final ClassBalanceChart balance;
    private final SignalChart signals;
    private final ThumbnailPane thumbnails = new ThumbnailPane();
    private final ComboBox<Integer> classChoice = new ComboBox<>();
    private final Label caption = new Label();
    private final Label place = new Label();

    public DatasetView(DatasetViewModel model, ObservableValue<Theme> theme, Action openData) {
        this.model = model;
        balance = new ClassBalanceChart(theme);
        signals = new SignalChart(theme);
        EmptyState empty = new EmptyState(
                "fth-activity",
                "No data yet",
                "Open a project: its data set appears here with class balance and samples.");
        Node content = content(openData);
        getChildren().addAll(empty, content);
        model.partsProperty().subscribe(parts -> {
            empty.setVisible(parts == null);
            content.setVisible(parts != null);
            if (parts != null) {
                show(parts);
            }
        });
        model.windowProperty().subscribe(now -> showSamples());
        model.pageProperty().subscribe(now -> showSamples());
    }

    private Node content(Action openData) {
        FlowPane figures = new FlowPane(10, 10, train, test, shape, classes);
        synthetic.getStyleClass().add("badge-warning");
        synthetic.setTooltip(new Tooltip("Generated, not measured"));
        synthetic.managedProperty().bind(synthetic.visibleProperty());
        origin.getStyleClass().add("text-muted");
        origin.setMinWidth(0);
        HBox provenance = new HBox(8, ActionControls.textButton(openData), synthetic, origin);
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
        Node part = Segments.of(
                "browse-",
                List.of(
                        new ChoiceParameter.Option<>(
                                DatasetViewModel.Part.TRAINING, "Training", "Samples for training and every choice"),
                        new ChoiceParameter.Option<>(
                                DatasetViewModel.Part.TEST, "Test", "Samples for the final figures alone")),
                model.partProperty());
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
        Button previous = button("browse-previous", "fth-chevron-left", "Previous", -1);
        Button next = button("browse-next", "fth-chevron-right", "Next", 1);
        place.getStyleClass().add("text-muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox step = new HBox(8, previous, place, next);
        step.setAlignment(Pos.CENTER_LEFT);
        FlowPane controls = new FlowPane(8, 6, part, classChoice, step);
        controls.setAlignment(Pos.CENTER_LEFT);
        caption.setId("browse-caption");
        caption.getStyleClass().add("chart-caption");
        VBox top = new VBox(6, controls, caption);
        top.setPadding(new Insets(8, 10, 2, 10));
        BorderPane pane = new BorderPane(new StackPane(signals, thumbnails));
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
        train.show(Numbers.count(data.size()), subjects(data, "subjects"));
        test.show(Numbers.count(parts.test().size()), subjects(parts.test(), "other subjects"));
        shape.show(data.shape(), data.image() ? "channels × height × width" : "channels × samples in time");
        classes.show(
                String.valueOf(data.classNames().size()),
                "largest " + Numbers.percent(largestShare(data)) + " of training");
        synthetic.setVisible(data.synthetic());
        origin.setText(data.provenance());
        origin.setTooltip(new Tooltip(data.provenance()));
        balance.show(parts);
        List<Integer> choices = new ArrayList<>();
        for (int c = DatasetViewModel.ALL_CLASSES; c < data.classNames().size(); c++) {
            choices.add(c);
        }
        classChoice.getItems().setAll(choices);
        classChoice.setValue(DatasetViewModel.ALL_CLASSES);
    }

    private static String subjects(Dataset data, String word) {
        return data.hasSubjects() ? data.subjectCount() + " " + word : "no subjects";
    }

    private static double largestShare(Dataset data) {
        return (double) Arrays.stream(data.classCounts()).max().orElse(0) / Math.max(1, data.size());
    }

    private void showSamples() {
        DatasetViewModel.Window window = model.windowProperty().get();
        List<DatasetViewModel.Picture> page = model.pageProperty().get();
        signals.setVisible(!model.images());
        thumbnails.setVisible(model.images());
        thumbnails.show(page);
        int first = model.positionProperty().get() + 1;
        if (window != null) {
            caption.setText(ClassBalanceChart.spoken(window.label())
                    + (window.subject() == null ? "" : ", subject " + window.subject()) + ", window "
                    + Numbers.count(window.index() + 1));
            place.setText(Numbers.count(first) + " of " + Numbers.count(model.matches()));
            signals.show(window);
        } else if (!page.isEmpty()) {
            caption.setText("Point at an image for its class and number.");
            place.setText(Numbers.count(first) + "–" + Numbers.count(first + page.size() - 1) + " of "
                    + Numbers.count(model.matches()));
        } else {
            caption.setText("Nothing of this class in this part; choose another class.");
            place.setText("0 of 0");
        }
    }
}
