package studio.crossbar.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.cost.CostView;
import studio.crossbar.ui.dataset.DatasetView;
import studio.crossbar.ui.hardware.HardwareView;
import studio.crossbar.ui.network.NetworkView;
import studio.crossbar.ui.report.ReportView;
import studio.crossbar.ui.search.SearchView;
import studio.crossbar.ui.specification.SpecificationView;
import studio.crossbar.ui.tiles.TilesView;
import studio.crossbar.ui.training.TrainingView;
import studio.crossbar.ui.welcome.WelcomeView;

/** What the screens show. Views are made when they are shown first. */
final class ScreenContents {

    private ScreenContents() {}

    /**
     * Says how the views are made.
     *
     * @param actions of the window
     * @param ofScreens actions of single screens
     * @param viewer shows a file in the program that the desktop has for it
     */
    static Map<Screen, Supplier<Node>> of(
            Workbench workbench,
            RecentProjects recent,
            ScreenModels models,
            Actions actions,
            ScreenActions ofScreens,
            ReportView.Opener viewer) {
        ObservableValue<Theme> theme = workbench.session().themeProperty();
        Map<Screen, Supplier<Node>> contents = new EnumMap<>(Screen.class);
        contents.put(
                Screen.WELCOME,
                () -> new WelcomeView(
                        workbench,
                        recent,
                        models.unfinished,
                        ofScreens.welcome,
                        actions.newProject,
                        actions.openProject,
                        actions.openLast));
        contents.put(
                Screen.DATASET,
                () -> new DatasetView(models.dataset, models.preparation, ofScreens.dataset, theme, actions.openData));
        contents.put(Screen.NETWORK, () -> new NetworkView(models.network, ofScreens.network, actions.openProject));
        contents.put(
                Screen.HARDWARE, () -> new HardwareView(models.hardware, models.adcInputs, ofScreens.hardware, theme));
        contents.put(
                Screen.TRAINING,
                () -> new TrainingView(
                        models.training,
                        models.runs,
                        models.confusion,
                        models.ageing,
                        ofScreens.training,
                        theme,
                        actions.openProject,
                        actions.train,
                        actions.evaluate,
                        actions.pause,
                        actions.cancel));
        contents.put(
                Screen.TILES,
                () -> new TilesView(models.tiles, ofScreens.tiles, theme, actions.openProject, actions.train));
        contents.put(Screen.SEARCH, () -> new SearchView(models.search, ofScreens.search, theme, actions.openProject));
        contents.put(
                Screen.SPECIFICATIONS,
                () -> new SpecificationView(
                        models.specification, ofScreens.specification, actions.openProject, actions.train));
        contents.put(
                Screen.COST,
                () -> new CostView(
                        models.cost, models.compare, models.sweep, models.technology, ofScreens.cost, theme));
        contents.put(
                Screen.REPORT,
                () -> new ReportView(models.report, actions.openProject, actions.train, ofScreens.report, viewer));
        return contents;
    }
}
