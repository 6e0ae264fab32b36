package studio.crossbar.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One number with its name and a remark, as a card. */
public final class Figure extends VBox {

    private final Label value = new Label("–");
    private final Label remark = new Label("");

    /** A card called {@code name}; {@code id} finds the value. */
    public Figure(String id, String name, String help) {
        super(2);
        Label heading = new Label(name);
        heading.getStyleClass().add("figure-name");
        value.getStyleClass().add("figure-value");
        value.setId(id);
        value.setMinWidth(USE_PREF_SIZE);
        remark.getStyleClass().add("figure-remark");
        getChildren().addAll(heading, value, remark);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("figure");
        Tips.on(this, help);
    }

    /** Shows a value and a remark below it. */
    public void show(String text, String below) {
        value.setText(text);
        remark.setText(below);
    }
}
