package studio.crossbar.ui.welcome;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** What can be gone on with, a line each; takes no room while there is nothing. */
final class UnfinishedList extends VBox {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final UnfinishedViewModel model;
    private final WelcomeActions actions;

    /**
     * The lines of {@code model}.
     *
     * @param heading shown above the lines
     */
    UnfinishedList(UnfinishedViewModel model, WelcomeActions actions, Node heading) {
        super(6);
        this.model = model;
        this.actions = actions;
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
        Region button = ActionControls.textButton(actions.goOn(item));
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(14, text, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-row");
        return row;
    }

    private static String when(Unfinished item) {
        return WHEN.format(item.kept().atZone(ZoneId.systemDefault()));
    }
}
