package studio.crossbar.ui.shell;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.MenuReasons;
import studio.crossbar.ui.common.Texts;

/** Menu bar and toolbar of the window. */
final class ActionBars {

    private ActionBars() {}

    /** @param recent menu of the recent projects, for among those of the project */
    static MenuBar menuBar(Actions actions, Menu recent) {
        Menu go = menu(Texts.get("shell.menu.go"));
        actions.screens.forEach(action -> go.getItems().add(ActionControls.menuItem(action)));
        Menu view = menu(Texts.get("shell.menu.view"), actions.appearance.theme);
        actions.appearance.themes.forEach(action -> view.getItems().add(ActionControls.menuItem(action)));
        view.getItems().add(new SeparatorMenuItem());
        actions.appearance.textSizes.forEach(action -> view.getItems().add(ActionControls.menuItem(action)));
        view.getItems()
                .addAll(List.of(
                        new SeparatorMenuItem(),
                        ActionControls.menuItem(actions.drawer),
                        ActionControls.menuItem(actions.palette)));
        Menu project = menu(
                Texts.get("shell.menu.project"),
                actions.newProject,
                actions.openProject,
                actions.openLast,
                actions.openData,
                actions.save,
                null,
                actions.quit);
        project.getItems().add(3, recent);
        return new MenuBar(
                project,
                menu(
                        Texts.get("shell.menu.design"),
                        actions.edits.undo,
                        actions.edits.redo,
                        actions.edits.revert,
                        null,
                        actions.train,
                        actions.evaluate,
                        actions.pause,
                        actions.cancel,
                        null,
                        actions.export,
                        actions.exportOnnx),
                go,
                view,
                menu(Texts.get("shell.menu.help"), actions.help));
    }

    private static Menu menu(String text, @Nullable Action... entries) {
        Menu menu = new Menu(text);
        MenuReasons.explain(menu);
        for (Action entry : entries) {
            menu.getItems().add(entry == null ? new SeparatorMenuItem() : ActionControls.menuItem(entry));
        }
        return menu;
    }

    static ToolBar toolBar(Actions actions) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new ToolBar(
                ActionControls.toolButton(actions.openProject, false),
                ActionControls.toolButton(actions.save, false),
                ActionControls.toolButton(actions.edits.revert, false),
                ActionControls.toolButton(actions.edits.undo, false),
                ActionControls.toolButton(actions.edits.redo, false),
                new Separator(Orientation.VERTICAL),
                ActionControls.toolButton(actions.train, true),
                ActionControls.toolButton(actions.cancel, true),
                new Separator(Orientation.VERTICAL),
                ActionControls.toolButton(actions.export, true),
                gap,
                ActionControls.toolButton(actions.palette, false),
                ActionControls.toolButton(actions.appearance.theme, false));
    }
}
