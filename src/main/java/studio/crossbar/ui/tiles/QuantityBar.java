package studio.crossbar.ui.tiles;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Buttons for the quantities; one that cannot be shown is disabled and says why. */
final class QuantityBar {

    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    private final TilesViewModel model;
    private final ToggleGroup group = new ToggleGroup();

    QuantityBar(TilesViewModel model) {
        this.model = model;
    }

    Node node() {
        HBox bar = new HBox();
        bar.getStyleClass().add("segmented-button");
        for (Quantity quantity : Quantity.values()) {
            bar.getChildren().add(button(quantity));
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                model.quantityProperty().set((Quantity) now.getUserData());
            }
        });
        return bar;
    }

    /** The wrapper keeps the tooltip alive while the button is disabled. */
    private Node button(Quantity quantity) {
        ToggleButton button = new ToggleButton(quantity.label());
        button.setId("tile-quantity-" + quantity.id());
        button.setUserData(quantity);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        int last = Quantity.values().length - 1;
        button.getStyleClass()
                .add(quantity.ordinal() == 0 ? "left-pill" : quantity.ordinal() == last ? "right-pill" : "center-pill");
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        model.figuresProperty().subscribe(figures -> {
            String reason = model.reason(quantity);
            button.setDisable(!reason.isEmpty());
            button.setAccessibleHelp(reason.isEmpty() ? quantity.help() : reason);
            tooltip.setText(reason.isEmpty() ? quantity.help() : reason);
        });
        model.quantityProperty().subscribe(chosen -> {
            if (chosen == quantity) {
                group.selectToggle(button);
            }
        });
        HBox wrapper = new HBox(button);
        Tooltip.install(wrapper, tooltip);
        return wrapper;
    }
}
