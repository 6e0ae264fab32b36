package studio.crossbar.ui.common;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Builds the editor of a parameter: slider and field with unit, segmented buttons, or a list of many options. */
public final class ParameterEditor {

    private static final int MOST_OPTIONS_A_ROW = 4;
    private static final int MOST_BUTTONS = 8;

    private ParameterEditor() {}

    /** Editor with label and tooltip; ids are {@code slider-…}, {@code field-…} and {@code choice-…-…}. */
    public static Node of(Parameter parameter) {
        VBox box = new VBox(3);
        box.getStyleClass().add("parameter");
        switch (parameter) {
            case NumberParameter number -> fill(box, number);
            case ChoiceParameter<?> choice when choice.options().size() > MOST_BUTTONS -> list(box, choice);
            case ChoiceParameter<?> choice -> fill(box, choice);
        }
        return box;
    }

    private static void fill(VBox box, NumberParameter number) {
        NumberParameter.Spec spec = number.spec();
        TextField field = new TextField(number.text());
        field.setId("field-" + spec.id());
        field.setPrefColumnCount(9);
        field.setMaxWidth(118);
        field.setAlignment(Pos.CENTER_RIGHT);
        Label reason = new Label();
        reason.getStyleClass().add("field-reason");
        reason.setWrapText(true);
        Slider slider = slider(number);
        Label name = label(number, field);
        HBox head = new HBox(6, name, field);
        head.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(head, slider);
        showProblem(box, number);

        Runnable accept = () -> {
            String text = field.getText();
            if (text.equals(number.text())) {
                clear(box, field, reason);
                return;
            }
            try {
                number.type(text);
                clear(box, field, reason);
                field.setText(number.text());
            } catch (IllegalArgumentException e) {
                reason.setText(e.getMessage());
                field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, true);
                if (!box.getChildren().contains(reason)) {
                    box.getChildren().add(reason);
                }
            }
        };
        field.setOnAction(event -> accept.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                accept.run();
            }
        });
        boolean[] following = {false};
        number.valueProperty().subscribe(value -> {
            field.setText(number.text());
            clear(box, field, reason);
            double position = number.toSlider(value.doubleValue());
            if (Math.abs(slider.getValue() - position) > 1e-9 && !slider.isValueChanging()) {
                following[0] = true;
                slider.setValue(position);
                following[0] = false;
            }
        });
        // Only moves count: the slider's first position is rounded and would change the value it stands for.
        slider.valueProperty().subscribe((before, position) -> {
            double value = number.fromSlider(position.doubleValue());
            if (!following[0] && value != number.valueProperty().get()) {
                number.valueProperty().set(value);
            }
        });
    }

    /** Below the rest while there is one. */
    private static void showProblem(VBox box, NumberParameter number) {
        Label problem = new Label();
        problem.setId("problem-" + number.id());
        problem.getStyleClass().add("field-reason");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        number.problemProperty().subscribe(text -> {
            problem.setText(text);
            box.getChildren().remove(problem);
            if (!text.isEmpty()) {
                box.getChildren().add(problem);
            }
        });
    }

    private static void clear(VBox box, TextField field, Label reason) {
        field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, false);
        box.getChildren().remove(reason);
    }

    private static Slider slider(NumberParameter number) {
        NumberParameter.Spec spec = number.spec();
        Slider slider = new Slider(
                number.toSlider(spec.usualLow()),
                number.toSlider(spec.usualHigh()),
                number.toSlider(number.valueProperty().get()));
        slider.setId("slider-" + spec.id());
        slider.setAccessibleText(spec.name());
        slider.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        slider.setBlockIncrement(spec.scale() == NumberParameter.Scale.LINEAR ? spec.step() : 1);
        Tips.on(slider, number.help());
        return slider;
    }

    /** More options than fit the inspector's width take rows of about equal length. */
    private static <E> void fill(VBox box, ChoiceParameter<E> choice) {
        List<ChoiceParameter.Option<E>> options = choice.options();
        int rows = Math.ceilDiv(options.size(), MOST_OPTIONS_A_ROW);
        int each = Math.ceilDiv(options.size(), rows);
        for (int from = 0; from < options.size(); from += each) {
            Node buttons = Segments.of(
                    "choice-" + choice.id() + "-",
                    options.subList(from, Math.min(from + each, options.size())),
                    choice.valueProperty());
            if (from == 0) {
                box.getChildren().add(label(choice, buttons));
            }
            box.getChildren().add(buttons);
        }
    }

    /** Shows a value that is none of the options as it is. */
    private static <E> void list(VBox box, ChoiceParameter<E> choice) {
        ComboBox<E> list = new ComboBox<>();
        list.setId("choice-" + choice.id());
        list.setMaxWidth(Double.MAX_VALUE);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? "" : choice.label(value);
            }

            @Override
            public E fromString(String text) {
                return choice.valueProperty().get();
            }
        });
        for (ChoiceParameter.Option<E> option : choice.options()) {
            list.getItems().add(option.value());
        }
        list.valueProperty().bindBidirectional(choice.valueProperty());
        Tips.on(list, choice.help());
        box.getChildren().addAll(label(choice, list), list);
    }

    private static Label label(Parameter parameter, Node editor) {
        Label name = new Label(parameter.name());
        name.setLabelFor(editor);
        name.setMaxWidth(Double.MAX_VALUE);
        Tips.on(name, parameter.help());
        HBox.setHgrow(name, Priority.ALWAYS);
        return name;
    }
}
