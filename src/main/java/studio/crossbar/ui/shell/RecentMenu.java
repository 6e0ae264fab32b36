package studio.crossbar.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Texts;

/** Submenu of the projects that were opened; missing ones cannot be opened, but removed. */
final class RecentMenu extends Menu {

    private final RecentProjects recent;
    private final Consumer<RecentProjects.Entry> open;

    RecentMenu(RecentProjects recent, Consumer<RecentProjects.Entry> open) {
        super(Texts.get("shell.recent.name"), new FontIcon("fth-clock"));
        this.recent = recent;
        this.open = open;
        setId("menu-recent");
        setOnShowing(event -> recent.refresh());
        recent.entries().addListener((ListChangeListener<RecentProjects.Entry>) change -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        setDisable(recent.entries().isEmpty());
        for (RecentProjects.Entry entry : recent.entries()) {
            MenuItem item = new MenuItem(
                    entry.missing()
                            ? Texts.format("shell.recent.missing", entry.folder())
                            : entry.folder().toString());
            item.setMnemonicParsing(false);
            item.setDisable(entry.missing());
            item.setOnAction(event -> open.accept(entry));
            getItems().add(item);
        }
        MenuItem removeMissing = new MenuItem(Texts.get("shell.recent.removeMissing"));
        List<RecentProjects.Entry> missing =
                recent.entries().stream().filter(RecentProjects.Entry::missing).toList();
        removeMissing.setDisable(missing.isEmpty());
        removeMissing.setOnAction(event -> missing.forEach(recent::remove));
        MenuItem clear = new MenuItem(Texts.get("shell.recent.clear"));
        clear.setOnAction(event -> List.copyOf(recent.entries()).forEach(recent::remove));
        getItems().addAll(List.of(new SeparatorMenuItem(), removeMissing, clear));
    }
}
