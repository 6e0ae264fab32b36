package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.BuildInfo;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.PictureExport;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.inspector.InspectorView;
import studio.crossbar.ui.inspector.InspectorViewModel;

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
    private final ScreenModels models;
    private final ScreenActions ofScreens;
    private final JobActions ofJobs;
    private final RecentActions ofRecent;
    private final Action exportChart;
    /** Null until it is shown first. */
    private @Nullable CommandPalette palette;

    private final SplitPane columns;
    private final DrawerSplit centre;

    /** @param drafts edits that were not saved */
    MainWindow(
            Stage stage, Workbench workbench, Preferences remembered, DraftFiles drafts, @Nullable HostServices host) {
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
        models = new ScreenModels(workbench, recent, drafts, Platform::runLater);
        ofScreens = new ScreenActions(models, workbench, new SaveDialog(stage), () -> stage);
        ofJobs = new JobActions(workbench.jobs());
        ofRecent = new RecentActions(recent, entry -> workbench.open(entry.folder()));
        centre = makeCentre();
        fillColumns();
        BorderPane root = new BorderPane(columns);
        root.setTop(
                new VBox(ActionBars.menuBar(actions, new RecentMenu(recent, ofRecent)), ActionBars.toolBar(actions)));
        root.setBottom(new StatusLine(workbench));
        Scene scene = new Scene(root, remembered.width(), remembered.height());
        scene.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource(STYLE_SHEET), STYLE_SHEET)
                        .toExternalForm());
        session.themeProperty()
                .subscribe(
                        theme -> root.pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), theme == Theme.DARK));
        stage.setScene(scene);
        new DroppedFiles(
                        workbench,
                        // The drop ends before a dialog asks.
                        file -> Platform.runLater(() -> NewProjectDialog.ofNetwork(stage, workbench, file)),
                        path -> Platform.runLater(() -> NewProjectDialog.ofData(stage, workbench, path)),
                        path -> CsvDialog.open(stage, workbench, path))
                .listen(scene);
        new PictureExport(workbench.jobs(), PictureExport::dialog).serve(scene);
        exportChart = ExportChartAction.of(scene);
        new UndoKeys(session.history(), actions.edits.undo, actions.edits.redo).listen(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setMaximized(remembered.maximised());
        bindTitle();
        stage.setOnShown(event -> placeDividers());
        Notices notices = new Notices(stage);
        session.projectProperty().subscribe(notices::opened);
        new JobNotices(workbench.jobs(), System::nanoTime, notices::ended);
        session.projectProperty().subscribe(project -> {
            if (project != null) {
                recent.opened(project.folder());
            }
        });
        recent.refresh();
        textSize.listen(scene);
    }

    private void fillColumns() {
        Navigator navigator = new Navigator(
                new NavigatorViewModel(session, models.runs, workbench.jobs(), Platform::runLater),
                session.screenProperty(),
                TreeMenus.of(actions, ofScreens.byScreen()));
        InspectorView inspector = new InspectorView(new InspectorViewModel(session), session);
        inspector.setMinWidth(318);
        columns.getItems().addAll(navigator, centre, inspector);
        SplitPane.setResizableWithParent(navigator, false);
        SplitPane.setResizableWithParent(inspector, false);
    }

    private DrawerSplit makeCentre() {
        TabPane tabs = new ScreenTabs(
                        ScreenContents.of(workbench, recent, models, actions, ofScreens, this::openWithDesktop),
                        session)
                .pane();
        JobsDrawer drawer = new JobsDrawer(workbench.jobs());
        return new DrawerSplit(tabs, drawer, remembered.drawer(), remembered.drawerHidden());
    }

    private void bindTitle() {
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            OpenProject project = session.projectProperty().get();
                            return project == null
                                    ? Texts.get("shell.window.title")
                                    : Texts.format("shell.window.projectTitle", project.name());
                        },
                        session.projectProperty()));
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
                textSize.percentProperty().get(),
                centre.divider(),
                centre.hidden());
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
            palette = new CommandPalette(this::commands, session.screenProperty()::set);
        }
        palette.show(stage);
    }

    private List<PaletteEntry> commands() {
        List<Action> ofWindow = new ArrayList<>(actions.all());
        ofWindow.add(exportChart);
        ofWindow.addAll(ofJobs.all());
        ofWindow.addAll(ofRecent.all());
        return PaletteEntry.all(ofWindow, ofScreens.byScreen());
    }

    @Override
    public void toggleDrawer() {
        centre.toggle();
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
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
