package studio.crossbar.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.stage.Window;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.cost.CostActions;
import studio.crossbar.ui.dataset.DatasetActions;
import studio.crossbar.ui.hardware.HardwareActions;
import studio.crossbar.ui.network.NetworkActions;
import studio.crossbar.ui.report.ReportActions;
import studio.crossbar.ui.search.SearchActions;
import studio.crossbar.ui.specification.SpecificationActions;
import studio.crossbar.ui.tiles.TilesActions;
import studio.crossbar.ui.training.AgeingActions;
import studio.crossbar.ui.training.RunActions;
import studio.crossbar.ui.training.TrainingActions;
import studio.crossbar.ui.welcome.WelcomeActions;

/** Actions of single screens, each made once: the screen's buttons and menus and the palette share them. */
final class ScreenActions {

    final WelcomeActions welcome;
    final DatasetActions dataset;
    final NetworkActions network;
    final HardwareActions hardware;
    final TrainingActions training;
    final TilesActions tiles;
    final SearchActions search;
    final SpecificationActions specification;
    final CostActions cost;
    final ReportActions report;

    /**
     * Actions of {@code models}.
     *
     * @param workbench that the models follow
     * @param files asks where to export to
     * @param owner of the dialogs that actions open
     */
    ScreenActions(ScreenModels models, Workbench workbench, FileRequest files, Supplier<Window> owner) {
        welcome = new WelcomeActions(workbench, models.unfinished);
        dataset = new DatasetActions(models.dataset);
        network = new NetworkActions(models.network);
        hardware = new HardwareActions(models.adcInputs);
        training = new TrainingActions(new AgeingActions(models.ageing), new RunActions(models.runs));
        tiles = new TilesActions(models.tiles, workbench.jobs(), files);
        search = new SearchActions(models.search, files, owner);
        specification = new SpecificationActions(models.specification, owner);
        cost = new CostActions(models.cost, models.compare, models.technology, files);
        report = new ReportActions(models.report, owner);
    }

    /** All of them, in the order of the screens. */
    Map<Screen, List<Action>> byScreen() {
        Map<Screen, List<Action>> all = new EnumMap<>(Screen.class);
        all.put(Screen.WELCOME, welcome.all());
        all.put(Screen.DATASET, dataset.all());
        all.put(Screen.NETWORK, network.all());
        all.put(Screen.HARDWARE, hardware.all());
        all.put(Screen.TRAINING, training.all());
        all.put(Screen.TILES, tiles.all());
        all.put(Screen.SEARCH, search.all());
        all.put(Screen.SPECIFICATIONS, specification.all());
        all.put(Screen.COST, cost.all());
        all.put(Screen.REPORT, report.all());
        return all;
    }
}
