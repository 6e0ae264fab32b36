package studio.crossbar.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.cost.CostActions;
import studio.crossbar.ui.network.NetworkActions;
import studio.crossbar.ui.report.CopyAction;
import studio.crossbar.ui.search.SearchActions;
import studio.crossbar.ui.specification.SpecificationActions;
import studio.crossbar.ui.tiles.TilesActions;
import studio.crossbar.ui.training.AgeingActions;
import studio.crossbar.ui.training.RunActions;
import studio.crossbar.ui.training.TrainingActions;

/** Actions of single screens, each made once: the screen's buttons and menus and the palette share them. */
final class ScreenActions {

    final NetworkActions network;
    final TrainingActions training;
    final TilesActions tiles;
    final SearchActions search;
    final SpecificationActions specification;
    final CostActions cost;
    final Action copyCommand;

    /** @param files asks where to export to */
    ScreenActions(ScreenModels models, Jobs jobs, FileRequest files) {
        network = new NetworkActions(models.network);
        training = new TrainingActions(new AgeingActions(models.ageing), new RunActions(models.runs));
        tiles = new TilesActions(models.tiles, jobs, files);
        search = new SearchActions(models.search, files);
        specification = new SpecificationActions(models.specification);
        cost = new CostActions(models.compare, models.technology, files);
        copyCommand = CopyAction.of(models.report.reproduction());
    }

    /** All of them, in the order of the screens. */
    Map<Screen, List<Action>> byScreen() {
        Map<Screen, List<Action>> all = new EnumMap<>(Screen.class);
        all.put(Screen.NETWORK, network.all());
        all.put(Screen.TRAINING, training.all());
        all.put(Screen.TILES, tiles.all());
        all.put(Screen.SEARCH, search.all());
        all.put(Screen.SPECIFICATIONS, specification.all());
        all.put(Screen.COST, cost.all());
        all.put(Screen.REPORT, List.of(copyCommand));
        return all;
    }
}
