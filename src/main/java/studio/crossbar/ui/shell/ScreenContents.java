package studio.crossbar.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
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
import studio.crossbar.ui.dataset.PreparationViewModel;
import studio.crossbar.ui.hardware.AdcInputsViewModel;
import studio.crossbar.ui.hardware.HardwareView;
import studio.crossbar.ui.hardware.HardwareViewModel;
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

/**
 * What the screens show. View-models live from the start, since they follow the session; views are made when they are shown
 * first.
 */
final class ScreenContents {

    private ScreenContents() {}

    /**
     * Makes the view-models, and says how the views are made.
     *
     * @param viewer shows a file in the program that the desktop has for it
     */
    static Map<Screen, Supplier<Node>> of(
            Workbench workbench, RecentProjects recent, Actions actions, ReportView.Opener viewer) {
        Session session = workbench.session();
        DatasetViewModel dataset = new DatasetViewModel(session);
        PreparationViewModel preparation = new PreparationViewModel(session, Platform::runLater);
        NetworkViewModel network = new NetworkViewModel(session, Platform::runLater);
        HardwareViewModel hardware = new HardwareViewModel(session);
        AdcInputsViewModel adcInputs = new AdcInputsViewModel(session, Platform::runLater);
        TrainingViewModel training = new TrainingViewModel(session);
        ConfusionViewModel confusion = new ConfusionViewModel(session);
        AgeingViewModel ageing = new AgeingViewModel(workbench, Platform::runLater);
        RunsViewModel runs = new RunsViewModel(workbench, Platform::runLater);
        TilesViewModel tiles = new TilesViewModel(session, workbench.jobs(), Platform::runLater);
        SearchViewModel search = new SearchViewModel(workbench, Platform::runLater);
        CostViewModel cost = new CostViewModel(session);
        CompareViewModel compare = new CompareViewModel(workbench);
        SpecificationViewModel specification =
                new SpecificationViewModel(workbench, List.of(compare.kept(), search.kept()), Platform::runLater);
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
        contents.put(Screen.DATASET, () -> new DatasetView(dataset, preparation, theme, actions.openData));
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
        contents.put(Screen.REPORT, () -> new ReportView(report, actions.openProject, actions.train, viewer));
        return contents;
    }
}
