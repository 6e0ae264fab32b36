package studio.crossbar.ui.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Summary, class balance and browser of signals or images, and how the data are prepared. */
public final class DatasetView extends StackPane {

    private final DatasetViewModel model;
    private final Figure train =
            new Figure("dataset-train", Texts.get("dataset.train.name"), Texts.get("dataset.train.help"));
    private final Figure test =
            new Figure("dataset-test", Texts.get("dataset.test.name"), Texts.get("dataset.test.help"));
    private final Figure shape =
            new Figure("dataset-shape", Texts.get("dataset.shape.name"), Texts.get("dataset.shape.help"));
    private final Figure classes =
            new Figure("dataset-classes", Texts.get("dataset.classes.name"), Texts.get("dataset.classes.help"));
    private final Label origin = new Label();
    private final Label synthetic = new Label(Texts.get("dataset.synthetic.badge"));
    private final ClassBalanceChart balance;
    private final SignalChart signals;
    private final ThumbnailPane thumbnails = new ThumbnailPane();
    private final ComboBox<Integer> classChoice = new ComboBox<>();
    private final Label caption = new Label();
    private final Label place = new Label();

    /** @param actions of {@code model} */
    public DatasetView(
            DatasetViewModel model,
            PreparationViewModel preparation,
            DatasetActions actions,
            ObservableValue<Theme> theme,
            Action openData) {
        this.model = model;
        balance = new ClassBalanceChart(theme);
        signals = new SignalChart(theme);
        EmptyState empty =
                new EmptyState("fth-activity", Texts.get("dataset.empty.title"), Texts.get("dataset.empty.text"));
        Node content = content(preparation, actions, openData);
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

    private Node content(PreparationViewModel preparation, DatasetActions actions, Action openData) {
        FlowPane figures = new FlowPane(10, 10, train, test, shape, classes);
        synthetic.getStyleClass().add("badge-warning");
        synthetic.setTooltip(new Tooltip(Texts.get("dataset.synthetic.help")));
        synthetic.managedProperty().bind(synthetic.visibleProperty());
        origin.getStyleClass().add("text-muted");
        origin.setMinWidth(0);
        HBox provenance = new HBox(8, ActionControls.textButton(openData), synthetic, origin);
        provenance.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(8, figures, provenance);
        top.setPadding(new Insets(12, 14, 8, 14));
        SplitPane charts = new SplitPane(balance, browser(actions));
        charts.setOrientation(Orientation.HORIZONTAL);
        charts.setDividerPositions(0.38);
        BorderPane pane = new BorderPane(tabs(charts, preparation));
        pane.setTop(top);
        return pane;
    }

    private static TabPane tabs(Node charts, PreparationViewModel preparation) {
        Tab samples = new Tab(Texts.get("dataset.tabs.samples"), charts);
        samples.setId("dataset-tab-samples");
        Tab prepared = new Tab(Texts.get("dataset.tabs.preparation"), new PreparationPane(preparation));
        prepared.setId("dataset-tab-preparation");
        preparation.activeProperty().bind(prepared.selectedProperty());
        TabPane tabs = new TabPane(samples, prepared);
        tabs.setId("dataset-tabs");
        tabs.setAccessibleText(Texts.get("dataset.tabs.accessible"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private Node browser(DatasetActions actions) {
        Node part = Segments.of(
                "browse-",
                List.of(
                        new ChoiceParameter.Option<>(
                                DatasetViewModel.Part.TRAINING,
                                Texts.get("dataset.browser.train.label"),
                                Texts.get("dataset.browser.train.help")),
                        new ChoiceParameter.Option<>(
                                DatasetViewModel.Part.TEST,
                                Texts.get("dataset.browser.test.label"),
                                Texts.get("dataset.browser.test.help"))),
                model.partProperty());
        classChoice.setId("browse-class");
        classChoice.setAccessibleText(Texts.get("dataset.browser.class.accessible"));
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
        place.getStyleClass().add("text-muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox step = new HBox(
                8,
                ActionControls.toolButton(actions.previous, false),
                place,
                ActionControls.toolButton(actions.next, false));
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

    private String className(int value) {
        Parts parts = model.partsProperty().get();
        return value == DatasetViewModel.ALL_CLASSES || parts == null
                ? Texts.get("dataset.browser.class.all")
                : ClassBalanceChart.spoken(parts.train().classNames().get(value));
    }

    private void show(Parts parts) {
        Dataset data = parts.train();
        train.show(
                Numbers.count(data.size()),
                data.hasSubjects() ? Counts.subjects(data.subjectCount()) : Texts.get("dataset.subjects.none"));
        test.show(
                Numbers.count(parts.test().size()),
                parts.test().hasSubjects()
                        ? Counts.otherSubjects(parts.test().subjectCount())
                        : Texts.get("dataset.subjects.none"));
        shape.show(data.shape(), data.image() ? Texts.get("dataset.shape.image") : Texts.get("dataset.shape.signals"));
        classes.show(
                String.valueOf(data.classNames().size()),
                Texts.format("dataset.classes.largest", Numbers.percent(largestShare(data))));
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
            caption.setText(caption(window));
            place.setText(
                    Texts.format("dataset.browser.place.window", Numbers.count(first), Numbers.count(model.matches())));
            signals.show(window);
        } else if (!page.isEmpty()) {
            caption.setText(Texts.get("dataset.browser.caption.page"));
            place.setText(Texts.format(
                    "dataset.browser.place.page",
                    Numbers.count(first),
                    Numbers.count(first + page.size() - 1),
                    Numbers.count(model.matches())));
        } else {
            caption.setText(Texts.get("dataset.browser.caption.none"));
            place.setText(Texts.get("dataset.browser.place.none"));
        }
    }

    private static String caption(DatasetViewModel.Window window) {
        String name = ClassBalanceChart.spoken(window.label());
        String number = Numbers.count(window.index() + 1);
        return window.subject() == null
                ? Texts.format("dataset.browser.caption.window", name, number)
                : Texts.format("dataset.browser.caption.subject", name, window.subject(), number);
    }
}
