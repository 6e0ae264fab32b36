package studio.crossbar.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a screen shows while it has nothing to show: why, and the next step. */
public final class EmptyState extends VBox {

    public EmptyState(String icon, String title, String nextStep, Node... actions) {
        super(10);
        FontIcon image = new FontIcon(icon);
        image.getStyleClass().add("empty-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add("title-4");
        Label step = new Label(nextStep);
        step.getStyleClass().add("text-muted");
        step.setWrapText(true);
        step.setMaxWidth(460);
        step.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        getChildren().addAll(image, heading, step);
        getChildren().addAll(actions);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
    }
}
