package studio.crossbar.ui.welcome;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Texts;

/** The projects that were opened: name, folder, whether it is still there, and a button that forgets it. */
final class RecentList extends VBox {

    private static final double NAME_WIDTH = 190;

    private final RecentProjects recent;
    private final Consumer<RecentProjects.Entry> open;

    RecentList(RecentProjects recent, Consumer<RecentProjects.Entry> open) {
        super(2);
        this.recent = recent;
        this.open = open;
        setId("recent-projects");
        recent.entries().addListener((ListChangeListener<RecentProjects.Entry>) change -> fill());
        fill();
    }

    private void fill() {
        getChildren().setAll(recent.entries().stream().map(this::row).toList());
        if (recent.entries().isEmpty()) {
            Label none = new Label(Texts.get("welcome.recent.empty"));
            none.getStyleClass().add("text-muted");
            getChildren().add(none);
        }
    }

    private HBox row(RecentProjects.Entry entry) {
        Hyperlink name = new Hyperlink(entry.name());
        name.setId("recent-" + ControlIds.words(entry.name()));
        name.setAccessibleText(Texts.format("welcome.recent.open", entry.folder()));
        name.setTooltip(new Tooltip(Texts.format("welcome.recent.open.help", entry.folder())));
        name.setMinWidth(NAME_WIDTH);
        name.setMaxWidth(NAME_WIDTH);
        name.setMnemonicParsing(false);
        name.setDisable(entry.missing());
        name.setOnAction(event -> {
            open.accept(entry);
            name.setVisited(false);
        });
        Label folder = new Label(
                entry.missing()
                        ? Texts.format("welcome.recent.missing", entry.folder())
                        : entry.folder().toString());
        folder.getStyleClass().add("text-muted");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setTooltip(new Tooltip(entry.folder().toString()));
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.setId("recent-remove-" + ControlIds.words(entry.name()));
        remove.setAccessibleText(Texts.format("welcome.recent.remove", entry.folder()));
        remove.setTooltip(new Tooltip(Texts.get("welcome.recent.remove.help")));
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(event -> recent.remove(entry));
        HBox row = new HBox(10, name, folder, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
