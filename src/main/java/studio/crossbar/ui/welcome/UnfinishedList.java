package studio.crossbar.ui.welcome;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.Texts;

/** What can be gone on with, a line each; takes no room while there is nothing. */
final class UnfinishedList extends VBox {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final UnfinishedViewModel model;

    /** @param heading shown above the lines */
    UnfinishedList(UnfinishedViewModel model, Node heading) {
        super(6);
        this.model = model;
        setId("unfinished");
        managedProperty().bind(visibleProperty());
        model.items().addListener((ListChangeListener<Unfinished>) change -> fill(heading));
        fill(heading);
    }

    private void fill(Node heading) {
        getChildren().setAll(heading);
        model.items().forEach(item -> getChildren().add(row(item)));
        setVisible(!model.items().isEmpty());
    }

    private HBox row(Unfinished item) {
        Label name = new Label(item.name());
        name.getStyleClass().add("title-4");
        Label what = new Label(
                switch (item.kind()) {
                    case EDITS -> Texts.format("welcome.unfinished.edits", when(item));
                    case EDITS_AND_TRAINING -> Texts.format("welcome.unfinished.editsAndTraining", when(item));
                    case TRAINING -> Texts.format("welcome.unfinished.training", when(item));
                    case SEARCH -> Texts.format("welcome.unfinished.search", when(item));
                });
        what.setWrapText(true);
        what.getStyleClass().add("text-muted");
        VBox text = new VBox(2, name, what);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button button = new Button(
                switch (item.kind()) {
                    case EDITS, EDITS_AND_TRAINING -> Texts.get("welcome.unfinished.edits.open");
                    case TRAINING -> Texts.get("welcome.unfinished.training.open");
                    case SEARCH -> Texts.get("welcome.unfinished.search.open");
                },
                new FontIcon("fth-corner-down-right"));
        button.setId("go-on-" + ControlIds.of(item.kind()) + "-" + ControlIds.words(item.name()));
        button.setAccessibleText(Texts.format("welcome.unfinished.named", button.getText(), item.folder()));
        button.setTooltip(new Tooltip(
                switch (item.kind()) {
                    case EDITS, EDITS_AND_TRAINING -> Texts.format("welcome.unfinished.edits.help", item.folder());
                    case TRAINING -> Texts.format("welcome.unfinished.training.help", item.folder());
                    case SEARCH -> Texts.format("welcome.unfinished.search.help", item.folder());
                }));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.goOn(item));
        HBox row = new HBox(14, text, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-row");
        return row;
    }

    private static String when(Unfinished item) {
        return WHEN.format(item.kept().atZone(ZoneId.systemDefault()));
    }
}
