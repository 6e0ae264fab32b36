package studio.crossbar.ui.shell;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Texts;

/** Submenu of the projects that were opened; missing ones cannot be opened, but removed. */
final class RecentMenu extends Menu {

    private final RecentProjects recent;
    private final RecentActions actions;

    /** @param actions of {@code recent} */
    RecentMenu(RecentProjects recent, RecentActions actions) {
        super(Texts.get("shell.recent.name"), new FontIcon("fth-clock"));
        this.recent = recent;
        this.actions = actions;
        setId("menu-recent");
        setOnShowing(event -> recent.refresh());
        recent.entries().addListener((ListChangeListener<RecentProjects.Entry>) change -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        setDisable(recent.entries().isEmpty());
        for (RecentProjects.Entry entry : recent.entries()) {
            Action open = actions.open(entry);
            MenuItem item = new MenuItem(
                    entry.missing()
                            ? Texts.format("shell.recent.missing", entry.folder())
                            : entry.folder().toString());
            item.setMnemonicParsing(false);
            item.setDisable(entry.missing());
            item.setOnAction(event -> open.run());
            getItems().add(item);
        }
        getItems()
                .addAll(List.of(
                        new SeparatorMenuItem(),
                        ActionControls.menuItem(actions.removeMissing),
                        ActionControls.menuItem(actions.clear)));
    }
}
