package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.BuildInfo;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.cost.CompareViewModel;
import studio.crossbar.ui.cost.CostView;
import studio.crossbar.ui.cost.CostViewModel;
import studio.crossbar.ui.cost.PinAction;
import studio.crossbar.ui.cost.SweepViewModel;
import studio.crossbar.ui.cost.TechnologyViewModel;
import studio.crossbar.ui.dataset.DatasetView;
import studio.crossbar.ui.dataset.DatasetViewModel;
import studio.crossbar.ui.hardware.AdcInputsViewModel;
import studio.crossbar.ui.hardware.HardwareView;
import studio.crossbar.ui.hardware.HardwareViewModel;
import studio.crossbar.ui.inspector.InspectorView;
import studio.crossbar.ui.inspector.InspectorViewModel;
import studio.crossbar.ui.network.NetworkView;
import studio.crossbar.ui.network.NetworkViewModel;
import studio.crossbar.ui.report.ReportView;
import studio.crossbar.ui.report.ReportViewModel;
import studio.crossbar.ui.search.SearchView;
import studio.crossbar.ui.search.SearchViewModel;
import studio.crossbar.ui.search.TrialActions;
import studio.crossbar.ui.specification.SpecificationView;
import studio.crossbar.ui.specification.SpecificationViewModel;
import studio.crossbar.ui.tiles.TilesView;
import studio.crossbar.ui.tiles.TilesViewModel;
import studio.crossbar.ui.training.AgeingViewModel;
import studio.crossbar.ui.training.ConfusionViewModel;
import studio.crossbar.ui.training.RunsViewModel;
import studio.crossbar.ui.training.TrainingView;
import studio.crossbar.ui.training.TrainingViewModel;
import studio.crossbar.ui.welcome.WelcomeView;

/** The window: project tree, tabs, inspector, jobs drawer, menu, toolbar and status bar. */
final class MainWindow implements Actions.Window {

    private static final String STYLE_SHEET = "/studio/crossbar/ui/workbench.css";

    private final Stage stage;
    private final Workbench workbench;
    private final Session session;
    private final @Nullable HostServices host;
    private final Preferences remembered;
    private final RecentProjects recent;
    private final DesktopTheme desktop;
    private final TextSize textSize;
    private final Actions actions;
    /** Null until it is shown first. */
    private @Nullable CommandPalette palette;

    private final SplitPane columns;

    MainWindow(Stage stage, Workbench workbench, Preferences remembered, @Nullable HostServices host) {
        this.stage = stage;
        this.workbench = workbench;
        this.remembered = remembered;
        this.host = host;
        session = workbench.session();
        recent = new RecentProjects(remembered.recent(), Platform::runLater);
        desktop = new DesktopTheme(
                session.themeProperty(), Platform.getPreferences().colorSchemeProperty(), remembered.theme());
        // Before the first control: that one would have JavaFX read the theme of its own.
        session.themeProperty().subscribe(theme -> Application.setUserAgentStylesheet(theme.styleSheet()));
        columns = new SplitPane();
        textSize = new TextSize(remembered.textSize());
        actions = new Actions(workbench, this, recent, desktop, textSize);
        TabPane tabs = new ScreenTabs(contents(), session).pane();
        SplitPane centre = new SplitPane(tabs, new JobsDrawer(workbench.jobs()));
        centre.setOrientation(Orientation.VERTICAL);
        centre.setDividerPositions(0.86);
        SplitPane.setResizableWithParent(centre.getItems().get(1), false);
        Navigator navigator = new Navigator(session);
        InspectorView inspector = new InspectorView(new InspectorViewModel(session), session);
        inspector.setMinWidth(318);
        columns.getItems().addAll(navigator, centre, inspector);
        SplitPane.setResizableWithParent(navigator, false);
        SplitPane.setResizableWithParent(inspector, false);

        BorderPane root = new BorderPane(columns);
        root.setTop(new VBox(menuBar(), toolBar()));
        root.setBottom(statusBar());
        Scene scene = new Scene(root, remembered.width(), remembered.height());
        scene.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource(STYLE_SHEET), STYLE_SHEET)
                        .toExternalForm());
        session.themeProperty()
                .subscribe(theme -> root.pseudoClassStateChanged(
                        javafx.css.PseudoClass.getPseudoClass("dark"), theme == Theme.DARK));
        stage.setScene(scene);
        new DroppedFiles(
                        workbench,
                        // The drop ends before the dialog asks.
                        file -> Platform.runLater(() -> NewProjectDialog.show(stage, workbench, file.toString())))
                .listen(scene);
        new UndoKeys(session.history(), actions.undo, actions.redo).listen(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setMaximized(remembered.maximised());
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            OpenProject project = session.projectProperty().get();
                            return project == null
                                    ? Texts.get("shell.window.title")
                                    : Texts.format("shell.window.projectTitle", project.name());
                        },
                        session.projectProperty()));
        stage.setOnShown(event -> placeDividers());
        session.projectProperty().subscribe(this::showNote);
        session.projectProperty().subscribe(project -> {
            if (project != null) {
                recent.opened(project.folder());
            }
        });
        recent.refresh();
        textSize.listen(scene);
    }

    /** Lets go of what outlives the window. */
    void dispose() {
        desktop.close();
    }

    /** What to remember for the next start. */
    Preferences preferences() {
        double[] dividers = columns.getDividerPositions();
        return new Preferences(
                desktop.chosen(),
                recent.folders(),
                stage.getScene().getWidth(),
                stage.getScene().getHeight(),
                stage.isMaximized(),
                List.of(dividers[0], dividers[1]),
                textSize.percentProperty().get());
    }

    private void showNote(@Nullable OpenProject project) {
        if (project != null && project.note() != null) {
            Notifications.create()
                    .owner(stage)
                    .title(Texts.get("shell.window.resultNotShown"))
                    .text(project.note())
                    .showWarning();
        }
    }

    private void placeDividers() {
        if (remembered.dividers().size() == 2) {
            columns.setDividerPositions(
                    remembered.dividers().get(0), remembered.dividers().get(1));
        } else {
            double width = columns.getWidth();
            columns.setDividerPositions(206 / width, 1 - 332 / width);
        }
    }

    /** View-models live from the start, since they follow the session; views are made when they are shown first. */
    private Map<Screen, Supplier<Node>> contents() {
        DatasetViewModel dataset = new DatasetViewModel(session);
        NetworkViewModel network = new NetworkViewModel(session, Platform::runLater);
        HardwareViewModel hardware = new HardwareViewModel(session);
        AdcInputsViewModel adcInputs = new AdcInputsViewModel(session, Platform::runLater);
        TrainingViewModel training = new TrainingViewModel(session);
        ConfusionViewModel confusion = new ConfusionViewModel(session);
        AgeingViewModel ageing = new AgeingViewModel(workbench, Platform::runLater);
        RunsViewModel runs = new RunsViewModel(workbench, Platform::runLater);
        TilesViewModel tiles = new TilesViewModel(session, workbench.jobs(), Platform::runLater);
        SearchViewModel search = new SearchViewModel(workbench, Platform::runLater);
        SpecificationViewModel specification = new SpecificationViewModel(workbench, Platform::runLater);
        CostViewModel cost = new CostViewModel(session);
        CompareViewModel compare = new CompareViewModel(workbench);
        SweepViewModel sweep = new SweepViewModel(session, Platform::runLater);
        TechnologyViewModel technology = new TechnologyViewModel(workbench, Platform::runLater);
        ReportViewModel report = new ReportViewModel(workbench);
        actions.ofScreens.add(PinAction.of(compare));
        actions.ofScreens.addAll(new TrialActions(search).all());
        ObservableValue<Theme> theme = session.themeProperty();
        Map<Screen, Supplier<Node>> contents = new EnumMap<>(Screen.class);
        contents.put(
                Screen.WELCOME,
                () -> new WelcomeView(workbench, recent, actions.newProject, actions.openProject, actions.openLast));
        contents.put(Screen.DATASET, () -> new DatasetView(dataset, theme, actions.openData));
        contents.put(Screen.NETWORK, () -> new NetworkView(network, actions.openProject));
        contents.put(Screen.HARDWARE, () -> new HardwareView(hardware, adcInputs, theme));
        contents.put(
                Screen.TRAINING,
                () -> new TrainingView(
                        training,
                        runs,
                        confusion,
                        ageing,
                        theme,
                        actions.openProject,
                        actions.train,
                        actions.evaluate,
                        actions.pause,
                        actions.cancel));
        contents.put(
                Screen.TILES, () -> new TilesView(tiles, theme, workbench.jobs(), actions.openProject, actions.train));
        contents.put(Screen.SEARCH, () -> new SearchView(search, theme, actions.openProject));
        contents.put(
                Screen.SPECIFICATIONS, () -> new SpecificationView(specification, actions.openProject, actions.train));
        contents.put(Screen.COST, () -> new CostView(cost, compare, sweep, technology, theme));
        contents.put(
                Screen.REPORT, () -> new ReportView(report, actions.openProject, actions.train, this::openWithDesktop));
        return contents;
    }

    private MenuBar menuBar() {
        Menu go = menu(Texts.get("shell.menu.go"));
        actions.screens.forEach(action -> go.getItems().add(ActionControls.menuItem(action)));
        Menu view = menu(Texts.get("shell.menu.view"), actions.theme);
        actions.themes.forEach(action -> view.getItems().add(ActionControls.menuItem(action)));
        view.getItems().add(new SeparatorMenuItem());
        actions.textSizes.forEach(action -> view.getItems().add(ActionControls.menuItem(action)));
        view.getItems().addAll(List.of(new SeparatorMenuItem(), ActionControls.menuItem(actions.palette)));
        Menu project = menu(
                Texts.get("shell.menu.project"),
                actions.newProject,
                actions.openProject,
                actions.openLast,
                actions.openData,
                actions.save,
                null,
                actions.quit);
        project.getItems().add(3, new RecentMenu(recent, entry -> workbench.open(entry.folder())));
        return new MenuBar(
                project,
                menu(
                        Texts.get("shell.menu.design"),
                        actions.undo,
                        actions.redo,
                        actions.revert,
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
        for (Action entry : entries) {
            menu.getItems().add(entry == null ? new SeparatorMenuItem() : ActionControls.menuItem(entry));
        }
        return menu;
    }

    private ToolBar toolBar() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new ToolBar(
                ActionControls.toolButton(actions.openProject, false),
                ActionControls.toolButton(actions.save, false),
                ActionControls.toolButton(actions.revert, false),
                ActionControls.toolButton(actions.undo, false),
                ActionControls.toolButton(actions.redo, false),
                new Separator(Orientation.VERTICAL),
                ActionControls.toolButton(actions.train, true),
                ActionControls.toolButton(actions.cancel, true),
                new Separator(Orientation.VERTICAL),
                ActionControls.toolButton(actions.export, true),
                gap,
                ActionControls.toolButton(actions.palette, false),
                ActionControls.toolButton(actions.theme, false));
    }

    private StatusBar statusBar() {
        StatusBar bar = new StatusBar();
        bar.setId("status-bar");
        bar.setFocusTraversable(false);
        bar.setText("");
        Label edited = new Label();
        edited.textProperty()
                .bind(Bindings.createStringBinding(
                        this::designState,
                        session.savedProperty(),
                        session.designProperty(),
                        session.savedSettingsProperty(),
                        session.settingsProperty(),
                        session.trainedProperty(),
                        session.evaluationProperty()));
        bar.getRightItems().add(edited);
        workbench.jobs().items().addListener((javafx.beans.InvalidationListener) observable -> {
            if (!workbench.jobs().items().isEmpty()) {
                JobItem newest = workbench.jobs().items().getFirst();
                bar.textProperty()
                        .bind(Bindings.createStringBinding(
                                () -> Texts.format(
                                        "shell.status.job",
                                        newest.title(),
                                        newest.messageProperty().get()),
                                newest.messageProperty()));
                bar.progressProperty()
                        .bind(Bindings.when(Bindings.createBooleanBinding(newest::active, newest.stateProperty()))
                                .then(newest.doneProperty())
                                .otherwise(0));
            }
        });
        return bar;
    }

    private String designState() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            return Texts.get("shell.status.empty");
        }
        String design = session.designIsSaved() ? Texts.get("shell.status.saved") : Texts.get("shell.status.edited");
        return Texts.format("shell.status.state", design, resultState());
    }

    private String resultState() {
        if (session.evaluationProperty().get() == null) {
            return session.trainedProperty().get() == null
                    ? Texts.get("shell.status.notTrained")
                    : Texts.get("shell.status.notEvaluated");
        }
        return session.resultIsCurrent() ? Texts.get("shell.status.current") : Texts.get("shell.status.earlier");
    }

    private void openWithDesktop(Path path) {
        if (host != null) {
            host.showDocument(path.toUri().toString());
        }
    }

    @Override
    public void newProject() {
        NewProjectDialog.show(stage, workbench);
    }

    @Override
    public void chooseProject() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("shell.window.chooseProject"));
        File chosen = chooser.showDialog(stage);
        if (chosen != null) {
            workbench.open(chosen.toPath());
        }
    }

    @Override
    public void chooseData() {
        DataDialog.show(stage, workbench);
    }

    @Override
    public void exportOnnx() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("shell.window.exportOnnx"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.get("shell.newProject.onnx.filter"), "*.onnx"));
        chooser.setInitialFileName("network.onnx");
        File chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            workbench.exportOnnx(chosen.toPath());
        }
    }

    @Override
    public void showPalette() {
        if (palette == null) {
            palette = new CommandPalette(actions.all());
        }
        palette.show(stage);
    }

    @Override
    public void showHelp() {
        Alert about = new Alert(Alert.AlertType.INFORMATION, Texts.get("shell.about.text"), ButtonType.CLOSE);
        about.initOwner(stage);
        about.setTitle(Texts.get("shell.about.title"));
        about.setHeaderText(Texts.format("shell.about.version", BuildInfo.version()));
        about.show();
    }

    @Override
    public void close() {
        stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
