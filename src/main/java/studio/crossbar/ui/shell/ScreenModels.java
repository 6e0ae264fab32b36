package studio.crossbar.ui.shell;

import java.util.List;
import java.util.concurrent.Executor;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.cost.CompareViewModel;
import studio.crossbar.ui.cost.CostViewModel;
import studio.crossbar.ui.cost.SweepViewModel;
import studio.crossbar.ui.cost.TechnologyViewModel;
import studio.crossbar.ui.dataset.DatasetViewModel;
import studio.crossbar.ui.dataset.PreparationViewModel;
import studio.crossbar.ui.hardware.AdcInputsViewModel;
import studio.crossbar.ui.hardware.HardwareViewModel;
import studio.crossbar.ui.network.NetworkViewModel;
import studio.crossbar.ui.report.ReportViewModel;
import studio.crossbar.ui.search.SearchViewModel;
import studio.crossbar.ui.specification.SpecificationViewModel;
import studio.crossbar.ui.tiles.TilesViewModel;
import studio.crossbar.ui.training.AgeingViewModel;
import studio.crossbar.ui.training.ConfusionViewModel;
import studio.crossbar.ui.training.RunsViewModel;
import studio.crossbar.ui.training.TrainingViewModel;
import studio.crossbar.ui.welcome.UnfinishedViewModel;

/** The view-models of all screens. They live from the start, since they follow the session. */
final class ScreenModels {

    final UnfinishedViewModel unfinished;
    final DatasetViewModel dataset;
    final PreparationViewModel preparation;
    final NetworkViewModel network;
    final HardwareViewModel hardware;
    final AdcInputsViewModel adcInputs;
    final TrainingViewModel training;
    final ConfusionViewModel confusion;
    final AgeingViewModel ageing;
    final RunsViewModel runs;
    final TilesViewModel tiles;
    final SearchViewModel search;
    final SpecificationViewModel specification;
    final CostViewModel cost;
    final CompareViewModel compare;
    final SweepViewModel sweep;
    final TechnologyViewModel technology;
    final ReportViewModel report;

    /**
     * Follows {@code workbench}.
     *
     * @param drafts edits that were not saved
     * @param ui runs updates on the user interface's thread
     */
    ScreenModels(Workbench workbench, RecentProjects recent, DraftFiles drafts, Executor ui) {
        Session session = workbench.session();
        unfinished = new UnfinishedViewModel(workbench, recent, drafts, ui);
        dataset = new DatasetViewModel(session);
        preparation = new PreparationViewModel(session, ui);
        network = new NetworkViewModel(session, ui);
        hardware = new HardwareViewModel(session);
        adcInputs = new AdcInputsViewModel(session, ui);
        training = new TrainingViewModel(session);
        confusion = new ConfusionViewModel(session);
        ageing = new AgeingViewModel(workbench, ui);
        runs = new RunsViewModel(workbench, ui);
        tiles = new TilesViewModel(session, workbench.jobs(), ui);
        search = new SearchViewModel(workbench, ui);
        cost = new CostViewModel(session);
        compare = new CompareViewModel(workbench);
        specification = new SpecificationViewModel(workbench, List.of(compare.kept(), search.kept()), ui);
        sweep = new SweepViewModel(session, ui);
        technology = new TechnologyViewModel(workbench, ui);
        report = new ReportViewModel(workbench, ui);
    }
}
