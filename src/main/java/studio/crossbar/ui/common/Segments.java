package studio.crossbar.ui.common;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** Segmented buttons of which exactly one is chosen, or none while the value is none of theirs. */
public final class Segments {

    private Segments() {}

    /**
     * Buttons for {@code options} that follow and set {@code value}; their ids are {@code prefix} and
     * {@link ControlIds#of} the value.
     */
    public static <E> SegmentedButton of(
            String prefix, List<ChoiceParameter.Option<E>> options, ObjectProperty<E> value) {
        SegmentedButton segments = new SegmentedButton();
        ToggleGroup group = segments.getToggleGroup();
        for (ChoiceParameter.Option<E> option : options) {
            ToggleButton button = new ToggleButton(option.label());
            button.setId(prefix + ControlIds.of(option.value()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            Tips.on(button, option.help());
            segments.getButtons().add(button);
        }
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                if (options.stream().anyMatch(option -> option.value().equals(value.get()))) {
                    group.selectToggle(before);
                }
            } else {
                int index = segments.getButtons().indexOf(now);
                value.set(options.get(index).value());
            }
        });
        value.subscribe(chosen -> {
            if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
                group.selectToggle(null);
            }
            for (int i = 0; i < options.size(); i++) {
                if (options.get(i).value().equals(chosen)) {
                    group.selectToggle(segments.getButtons().get(i));
                }
            }
        });
        return segments;
    }
}
