package studio.crossbar.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Everything the user can do, once; menu, toolbar, palette and keyboard take it from here. */
final class Actions {

    /** What only the window can do. */
    interface Window {

        void newProject();

        void chooseProject();

        void chooseData();

        void exportOnnx();

        void showPalette();

        void toggleDrawer();

        void showHelp();

        void close();
    }

    final Action newProject;
    final Action openProject;
    final Action openLast;
    final Action openData;
    final Action save;
    final EditActions edits;
    final Action quit;
    final Action train;
    final Action evaluate;
    final Action pause;
    final Action cancel;
    final Action export;
    final Action exportOnnx;
    final AppearanceActions appearance;
    final Action drawer;
    final Action palette;
    final Action help;
    final List<Action> screens = new ArrayList<>();

    Actions(Workbench workbench, Window window, RecentProjects recent, DesktopTheme desktop, TextSize text) {
        Session session = workbench.session();
        Reasons reasons = new Reasons(session);
        newProject = new Action(
                "new-project",
                Texts.get("shell.action.newProject.name"),
                "fth-file-plus",
                keys("Shortcut+N"),
                Texts.get("shell.action.newProject.help"),
                Reasons.NONE,
                window::newProject);
        openProject = new Action(
                "open-project",
                Texts.get("shell.action.openProject.name"),
                "fth-folder",
                keys("Shortcut+O"),
                Texts.get("shell.action.openProject.help"),
                Reasons.NONE,
                window::chooseProject);
        openLast = new Action(
                "open-last-project",
                Texts.get("shell.action.openLast.name"),
                "fth-clock",
                keys("Shortcut+Shift+O"),
                Texts.get("shell.action.openLast.help"),
                reasons.noOtherProject(recent),
                () -> recent.before(session.projectProperty().get())
                        .ifPresent(entry -> workbench.open(entry.folder())));
        openData = new Action(
                "open-data",
                Texts.get("shell.action.openData.name"),
                "fth-database",
                keys("Shortcut+D"),
                Texts.get("shell.action.openData.help"),
                reasons.noProject(),
                window::chooseData);
        save = new Action(
                "save-design",
                Texts.get("shell.action.save.name"),
                "fth-save",
                keys("Shortcut+S"),
                Texts.get("shell.action.save.help"),
                reasons.noProject(),
                workbench::save);
        edits = new EditActions(workbench, reasons);
        quit = new Action(
                "quit",
                Texts.get("shell.action.quit.name"),
                "fth-log-out",
                keys("Shortcut+Q"),
                Texts.get("shell.action.quit.help"),
                Reasons.NONE,
                window::close);
        train = new Action(
                "train",
                Texts.get("shell.action.train.name"),
                "fth-play",
                keys("Shortcut+R"),
                Texts.get("shell.action.train.help"),
                reasons.noTraining(),
                workbench::train);
        evaluate = new Action(
                "evaluate",
                Texts.get("shell.action.evaluate.name"),
                "fth-check-square",
                keys("Shortcut+Shift+E"),
                Texts.get("shell.action.evaluate.help"),
                reasons.noEvaluation(),
                workbench::evaluate);
        pause = new Action(
                "pause-or-resume",
                Texts.get("shell.action.pause.name"),
                "fth-pause",
                keys("Shortcut+Shift+Period"),
                Texts.get("shell.action.pause.help"),
                reasons.notPausing(workbench.runProperty()),
                workbench::pauseOrResume);
        cancel = new Action(
                "cancel",
                Texts.get("shell.action.cancel.name"),
                "fth-square",
                keys("Shortcut+Period"),
                Texts.get("shell.action.cancel.help"),
                reasons.notRunning(),
                workbench::cancel);
        export = new Action(
                "export-report",
                Texts.get("shell.action.export.name"),
                "fth-download",
                keys("Shortcut+E"),
                Texts.get("shell.action.export.help"),
                reasons.noResult(),
                () -> session.screenProperty().set(Screen.REPORT));
        exportOnnx = new Action(
                "export-onnx",
                Texts.get("shell.action.exportOnnx.name"),
                "fth-share",
                null,
                Texts.get("shell.action.exportOnnx.help"),
                reasons.notTrained(),
                window::exportOnnx);
        appearance = new AppearanceActions(session, reasons, desktop, text);
        drawer = new Action(
                "show-or-hide-jobs",
                Texts.get("shell.action.drawer.name"),
                "fth-sidebar",
                keys("Shortcut+J"),
                Texts.get("shell.action.drawer.help"),
                Reasons.NONE,
                window::toggleDrawer);
        palette = new Action(
                "command-palette",
                Texts.get("shell.action.palette.name"),
                "fth-command",
                keys("Shortcut+Shift+P"),
                Texts.get("shell.action.palette.help"),
                Reasons.NONE,
                window::showPalette);
        help = new Action(
                "about",
                Texts.get("shell.action.about.name"),
                "fth-info",
                null,
                Texts.get("shell.action.about.help"),
                Reasons.NONE,
                window::showHelp);
        for (Screen screen : Screen.values()) {
            // Ctrl+0 is the usual text size, so the tenth has no key.
            int number = screens.size() + 1;
            screens.add(new Action(
                    "screen-" + ControlIds.of(screen),
                    screen.label(),
                    screen.icon(),
                    number > 9 ? null : keys("Shortcut+" + number),
                    Texts.format("shell.action.screen.help", screen.label()),
                    Reasons.NONE,
                    () -> session.screenProperty().set(screen)));
        }
    }

    /** All of them. */
    List<Action> all() {
        List<Action> all = new ArrayList<>(List.of(
                newProject,
                openProject,
                openLast,
                openData,
                save,
                edits.revert,
                edits.undo,
                edits.redo,
                train,
                evaluate,
                pause,
                cancel,
                export,
                exportOnnx,
                appearance.theme,
                drawer,
                palette,
                help,
                quit));
        all.addAll(appearance.themes);
        all.addAll(appearance.textSizes);
        all.addAll(screens);
        return all;
    }

    private static KeyCombination keys(String text) {
        return KeyCombination.keyCombination(text);
    }
}
