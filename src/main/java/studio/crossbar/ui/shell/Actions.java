package studio.crossbar.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.Workbench;

/** Everything the user can do, once; menu, toolbar, palette and keyboard take it from here. */
final class Actions {

    /** What only the window can do. */
    interface Window {

        void newProject();

        void chooseProject();

        void chooseData();

        void showPalette();

        void showHelp();

        void close();
    }

    private static final ObservableValue<String> ALWAYS = new ReadOnlyStringWrapper("");

    final Action newProject;
    final Action openProject;
    final Action openLast;
    final Action openData;
    final Action save;
    final Action revert;
    final Action undo;
    final Action redo;
    final Action quit;
    final Action train;
    final Action evaluate;
    final Action pause;
    final Action cancel;
    final Action export;
    final Action theme;
    final Action palette;
    final Action help;
    final List<Action> screens = new ArrayList<>();
    final List<Action> themes = new ArrayList<>();
    final List<Action> textSizes = new ArrayList<>();

    Actions(Workbench workbench, Window window, RecentProjects recent, DesktopTheme desktop, TextSize text) {
        Session session = workbench.session();
        ObservableValue<String> needsProject = Bindings.createStringBinding(
                () -> session.projectProperty().get() == null ? "open a project first" : "", session.projectProperty());
        newProject = new Action(
                "New project…",
                "fth-file-plus",
                keys("Shortcut+N"),
                "Makes a project with a reference network",
                ALWAYS,
                window::newProject);
        openProject = new Action(
                "Open project…",
                "fth-folder",
                keys("Shortcut+O"),
                "Opens a project folder",
                ALWAYS,
                window::chooseProject);
        openLast = new Action(
                "Open last project",
                "fth-clock",
                keys("Shortcut+Shift+O"),
                "Opens the project that was open before",
                Bindings.createStringBinding(
                        () -> recent.before(session.projectProperty().get()).isEmpty()
                                ? "no other project was opened before"
                                : "",
                        recent.entries(),
                        session.projectProperty()),
                () -> recent.before(session.projectProperty().get())
                        .ifPresent(entry -> workbench.open(entry.folder())));
        openData = new Action(
                "Open data…",
                "fth-database",
                keys("Shortcut+D"),
                "Makes a folder, archive or file the project's data set",
                needsProject,
                window::chooseData);
        save = new Action(
                "Save design",
                "fth-save",
                keys("Shortcut+S"),
                "Stores the design and the cost options in their project",
                needsProject,
                workbench::save);
        revert = new Action(
                "Revert design",
                "fth-rotate-ccw",
                null,
                "Goes back to the design and the cost options as they were saved",
                Bindings.createStringBinding(
                        () -> {
                            if (session.designProperty().get() == null) {
                                return "open a project first";
                            }
                            return session.designIsSaved() ? "the design is as it was saved" : "";
                        },
                        session.savedProperty(),
                        session.designProperty(),
                        session.savedSettingsProperty(),
                        session.settingsProperty()),
                workbench::revert);
        undo = new Action(
                "Undo",
                "fth-corner-up-left",
                keys("Shortcut+Z"),
                "Undoes the last edit",
                reasonUnless(session.history().undoNameProperty(), "nothing was edited"),
                session.history().undoNameProperty(),
                session.history()::undo);
        redo = new Action(
                "Redo",
                "fth-corner-up-right",
                keys("Shortcut+Shift+Z"),
                "Does the undone edit again",
                reasonUnless(session.history().redoNameProperty(), "nothing was undone"),
                session.history().redoNameProperty(),
                session.history()::redo);
        quit = new Action("Quit", "fth-log-out", keys("Shortcut+Q"), "Closes the window", ALWAYS, window::close);
        train = new Action(
                "Train",
                "fth-play",
                keys("Shortcut+R"),
                "Trains the design, maps it to tiles, tests and costs it",
                Bindings.createStringBinding(
                        () -> {
                            if (session.projectProperty().get() == null) {
                                return "open a project first";
                            }
                            return session.training().runningProperty().get() ? "a run is going on" : "";
                        },
                        session.projectProperty(),
                        session.training().runningProperty()),
                workbench::train);
        evaluate = new Action(
                "Evaluate",
                "fth-check-square",
                keys("Shortcut+Shift+E"),
                "Tests the trained network on programmed chips and costs it",
                Bindings.createStringBinding(
                        () -> {
                            if (session.trainedProperty().get() == null) {
                                return "train a design first";
                            }
                            return session.training().runningProperty().get() ? "a run is going on" : "";
                        },
                        session.trainedProperty(),
                        session.training().runningProperty()),
                workbench::evaluate);
        pause = new Action(
                "Pause or resume",
                "fth-pause",
                keys("Shortcut+Shift+Period"),
                "Has the training wait after its batch, or go on; no result changes",
                Bindings.createStringBinding(
                        () -> session.training().runningProperty().get() ? "" : "nothing is running",
                        session.training().runningProperty()),
                workbench::pauseOrResume);
        cancel = new Action(
                "Cancel",
                "fth-square",
                keys("Shortcut+Period"),
                "Stops training or evaluation within a second",
                Bindings.createStringBinding(
                        () -> session.training().runningProperty().get() ? "" : "nothing is running",
                        session.training().runningProperty()),
                workbench::cancel);
        export = new Action(
                "Export report…",
                "fth-download",
                keys("Shortcut+E"),
                "Writes PDF, CSV and PNG files of the last result",
                Bindings.createStringBinding(
                        () -> session.evaluationProperty().get() == null ? "train and evaluate a design first" : "",
                        session.evaluationProperty()),
                () -> session.screenProperty().set(Screen.REPORT));
        theme = new Action(
                "Light or dark",
                "fth-moon",
                keys("Shortcut+T"),
                "Changes between light and dark",
                ALWAYS,
                () -> session.themeProperty().set(session.themeProperty().get().other()));
        themes.add(new Action(
                "Light theme",
                "fth-sun",
                null,
                "Light whatever the desktop has",
                reasonIf(theme(session, desktop, Theme.LIGHT), "it is the theme now"),
                () -> desktop.choose(Theme.LIGHT)));
        themes.add(new Action(
                "Dark theme",
                "fth-moon",
                null,
                "Dark whatever the desktop has",
                reasonIf(theme(session, desktop, Theme.DARK), "it is the theme now"),
                () -> desktop.choose(Theme.DARK)));
        themes.add(new Action(
                "Theme of the desktop",
                "fth-monitor",
                null,
                "Light or dark as the desktop is, also when that changes",
                reasonIf(desktop.followingProperty(), "the theme is the desktop's now"),
                desktop::follow));
        textSizes.add(new Action(
                "Larger text",
                "fth-zoom-in",
                keys("Shortcut+Plus"),
                "Makes the text larger",
                text.atMost(),
                text::larger));
        textSizes.add(new Action(
                "Smaller text",
                "fth-zoom-out",
                keys("Shortcut+Minus"),
                "Makes the text smaller",
                text.atLeast(),
                text::smaller));
        textSizes.add(new Action(
                "Usual text size",
                "fth-type",
                keys("Shortcut+0"),
                "Gives the text its usual size",
                ALWAYS,
                text::reset));
        palette = new Action(
                "Command palette…",
                "fth-command",
                keys("Shortcut+Shift+P"),
                "Finds and runs any command by its name",
                ALWAYS,
                window::showPalette);
        help = new Action("About", "fth-info", null, "Version and what it is", ALWAYS, window::showHelp);
        for (Screen screen : Screen.values()) {
            int number = screens.size() + 1;
            screens.add(new Action(
                    screen.label(),
                    screen.icon(),
                    number > 9 ? null : keys("Shortcut+" + number),
                    "Shows the screen " + screen.label(),
                    ALWAYS,
                    () -> session.screenProperty().set(screen)));
        }
    }

    /** All of them, for the palette. */
    List<Action> all() {
        List<Action> all = new ArrayList<>(List.of(
                newProject,
                openProject,
                openLast,
                openData,
                save,
                revert,
                undo,
                redo,
                train,
                evaluate,
                pause,
                cancel,
                export,
                theme,
                palette,
                help,
                quit));
        all.addAll(themes);
        all.addAll(textSizes);
        all.addAll(screens);
        return all;
    }

    /** {@code reason} while {@code name} is empty. */
    private static ObservableValue<String> reasonUnless(ReadOnlyStringProperty name, String reason) {
        return Bindings.when(name.isEmpty()).then(reason).otherwise("");
    }

    private static ObservableValue<String> reasonIf(ObservableBooleanValue it, String reason) {
        return Bindings.when(it).then(reason).otherwise("");
    }

    private static ObservableBooleanValue theme(Session session, DesktopTheme desktop, Theme theme) {
        return session.themeProperty()
                .isEqualTo(theme)
                .and(desktop.followingProperty().not());
    }

    private static KeyCombination keys(String text) {
        return KeyCombination.keyCombination(text);
    }
}
