package studio.crossbar.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Texts;

/** Opens the menu of the chart that has the focus, from the command palette. */
final class ExportChartAction {

    private ExportChartAction() {}

    static Action of(Scene scene) {
        return new Action(
                "export-chart",
                Texts.get("shell.action.exportChart.name"),
                "fth-image",
                null,
                Texts.get("shell.action.exportChart.help"),
                Bindings.createStringBinding(
                        () -> ExportMenu.around(scene.getFocusOwner()) == null ? Texts.get("shell.reason.noChart") : "",
                        scene.focusOwnerProperty()),
                () -> {
                    ExportMenu menu = ExportMenu.around(scene.getFocusOwner());
                    if (menu != null) {
                        menu.show();
                    }
                });
    }
}
