package studio.crossbar.ui.cost;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Schedule;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Bill, comparison, sweep and technology of the edited design. */
public final class CostView extends StackPane {

    private final CostViewModel model;
    private final Figure area =
            new Figure("cost-area", Texts.get("cost.total.area"), Texts.get("cost.total.area.help"));
    private final Figure energy =
            new Figure("cost-energy", Texts.get("cost.total.energy"), Texts.get("cost.total.energy.help"));
    private final Figure latency =
            new Figure("cost-latency", Texts.get("cost.total.latency"), Texts.get("cost.total.latency.help"));
    private final Label origin = new Label();
    private final Steps steps = new Steps();

    /**
     * The screen.
     *
     * @param compare the design beside others
     * @param sweep the same choices swept
     * @param technology editor of the unit costs
     * @param actions of the parts
     */
    public CostView(
            CostViewModel model,
            CompareViewModel compare,
            SweepViewModel sweep,
            TechnologyViewModel technology,
            CostActions actions,
            ObservableValue<Theme> theme) {
        this.model = model;
        EmptyState empty = new EmptyState("fth-pie-chart", Texts.get("cost.empty.title"), Texts.get("cost.empty.hint"));
        Node content = tabs(compare, sweep, technology, actions, theme);
        getChildren().addAll(empty, content);
        model.billProperty().subscribe(bill -> {
            empty.setVisible(bill == null);
            content.setVisible(bill != null);
            show();
        });
    }

    private Node tabs(
            CompareViewModel compare,
            SweepViewModel sweep,
            TechnologyViewModel technology,
            CostActions actions,
            ObservableValue<Theme> theme) {
        BorderPane lines = new BorderPane(new BillView(model, actions.allParts, theme));
        lines.setTop(totals());
        Tab bill = new Tab(Texts.get("cost.tabs.bill"), lines);
        bill.setId("cost-tab-bill");
        Tab compared = new Tab(Texts.get("cost.tabs.compare"));
        steps.onceSelected(compared, () -> new CompareView(compare, actions.compare, theme));
        compared.setId("cost-tab-compare");
        compare.activeProperty().bind(inFront(compared));
        Tab swept = new Tab(Texts.get("cost.tabs.sweep"));
        steps.onceSelected(swept, () -> new SweepView(sweep, theme));
        swept.setId("cost-tab-sweep");
        sweep.activeProperty().bind(inFront(swept));
        Tab constants = new Tab(Texts.get("cost.tabs.technology"));
        steps.onceSelected(constants, () -> new TechnologyView(technology, actions));
        constants.setId("cost-tab-technology");
        technology.activeProperty().bind(inFront(constants));
        TabPane pane = new TabPane(bill, compared, swept, constants);
        pane.setId("cost-tabs");
        pane.setAccessibleText(Texts.get("cost.tabs.accessible"));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return pane;
    }

    /** A tab that is selected on a screen that is not looked at computes nothing. */
    private BooleanBinding inFront(Tab tab) {
        return model.inFrontProperty().and(tab.selectedProperty());
    }

    private Node totals() {
        FlowPane figures = new FlowPane(10, 10, area, energy, latency);
        origin.getStyleClass().add("text-muted");
        origin.setWrapText(true);
        VBox totals = new VBox(6, figures, origin);
        totals.setPadding(new Insets(12, 14, 2, 14));
        return totals;
    }

    private void show() {
        CostViewModel.Bill bill = model.billProperty().get();
        if (bill == null) {
            return;
        }
        Cost cost = bill.cost();
        area.show(
                Texts.format("cost.total.area.value", Numbers.significant(cost.areaSquareMillimetres())),
                Texts.get("cost.total.area.note"));
        energy.show(
                Texts.format("cost.total.energy.value", Numbers.significant(cost.energyNanojoules())),
                bill.basis().shortLabel());
        latency.show(
                Texts.format("cost.total.latency.value", Numbers.significant(cost.latencyMicroseconds())),
                Texts.get("cost.total.latency.note"));
        origin.setText(Texts.format(
                "cost.origin",
                cost.technology().identity().label(),
                inWords(cost.options().schedule()),
                cost.energyAssumption()));
    }

    private static String inWords(Schedule schedule) {
        return switch (schedule) {
            case LAYER_SERIAL -> Texts.get("cost.schedule.layer-serial");
            case LAYER_PARALLEL -> Texts.get("cost.schedule.layer-parallel");
            case LAYER_PARALLEL_REPLICATED -> Texts.get("cost.schedule.layer-parallel-replicated");
        };
    }
}
