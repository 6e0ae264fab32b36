package studio.crossbar.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Schedule;
import studio.crossbar.design.Design;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class CostViewModelTest {

    private final Session session = new Session();
    private final CostViewModel model = new CostViewModel(session);

    private CostViewModel.Bill bill() {
        return Objects.requireNonNull(model.billProperty().get());
    }

    @ParameterizedTest
    @EnumSource(CostMetric.class)
    void linesAddUpToTheTotalAndEachIsCountTimesUnit(CostMetric metric) {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        model.metricProperty().set(metric);
        double total = CostViewModel.total(bill().cost(), metric);
        assertThat(model.rows().stream().mapToDouble(CostViewModel.Row::total).sum())
                .isCloseTo(total, within(1e-9 * total));
        double scale = switch (metric) {
            case AREA -> 1e-6;
            case ENERGY -> 1e-3;
            case LATENCY -> 1;
        };
        assertThat(model.rows())
                .allSatisfy(row -> assertThat(row.count() * row.unitCost() * scale)
                        .isCloseTo(row.total(), within(1e-9 * row.total())))
                .allSatisfy(row -> assertThat(row.source()).isNotBlank());
        assertThat(model.rows()).isSortedAccordingTo((a, b) -> Double.compare(b.total(), a.total()));
    }

    @Test
    void sharedPartsAreSpreadOverTheLayersByTimeAndNothingIsLost() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        Cost cost = bill().cost();
        assertThat(cost.areaSquareMillimetres(CostItem.SHARED)).isPositive();
        double spread = 0;
        for (Component component : Component.values()) {
            for (int layer = 0; layer < 2; layer++) {
                spread += bill().withShared(component, layer, CostItem::areaSquareMillimetres);
            }
        }
        assertThat(spread).isCloseTo(cost.areaSquareMillimetres(), within(1e-12));
        List<Double> times = cost.layerLatenciesMicroseconds();
        assertThat(bill().cost().shareOfTime(0)).isCloseTo(times.get(0) / (times.get(0) + times.get(1)), within(1e-12));
    }

    /** Bills of designs and of stored results, and the way back. */
    @Test
    void editedCostOptionsCostEverythingAnewAtOnce() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, Projects.evaluation(design)));
        double trained = bill().cost().areaSquareMillimetres();
        ProjectSettings settings =
                Objects.requireNonNull(session.settingsProperty().get());
        session.settingsProperty()
                .set(settings.withCost(
                        CostSettings.STANDARD.withOptions(CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL))));
        assertThat(session.designIsSaved()).isFalse();
        assertThat(bill().trained()).isTrue();
        assertThat(bill().cost().areaSquareMillimetres()).isGreaterThan(trained);
        session.designProperty().set(design.withSeed(2));
        assertThat(bill().trained()).isFalse();
        assertThat(bill().cost().options().schedule()).isEqualTo(Schedule.LAYER_PARALLEL);
        session.revert();
        assertThat(bill().trained()).isTrue();
        assertThat(bill().cost().areaSquareMillimetres()).isEqualTo(trained);
        assertThat(session.designIsSaved()).isTrue();
    }

    @Test
    void aTrainedDesignIsCostedByItsProgrammedCells() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, Projects.evaluation(design)));
        assertThat(bill().trained()).isTrue();
        session.designProperty().set(design.withSeed(2));
        assertThat(bill().trained()).isFalse();
    }

    @Test
    void aPartListsItsItemsAloneAndSelectsItsLayer() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        TreemapPicture picture =
                TreemapPicture.of(bill(), model.metricProperty().get());
        TreemapPicture.Group group = picture.layers().stream()
                .filter(layer -> layer.layer() == 1)
                .findFirst()
                .orElseThrow();
        TreemapPicture.Cell cell = group.cells().getFirst();

        model.look(cell.part());

        assertThat(session.selectedLayerProperty().get()).isEqualTo(1);
        assertThat(model.rows()).hasSize(cell.items()).allSatisfy(row -> {
            assertThat(row.layer()).isEqualTo(group.name());
            assertThat(row.component()).isEqualTo(cell.name());
        });
        assertThat(model.rows().stream().mapToDouble(CostViewModel.Row::total).sum())
                .isCloseTo(cell.value(), within(1e-12));
        assertThat(model.name(cell.part())).isEqualTo(cell.name() + ", " + group.name());
        int some = model.rows().size();
        model.look(null);
        assertThat(model.rows()).hasSizeGreaterThan(some);
    }

    @ParameterizedTest
    @EnumSource(CostMetric.class)
    void aTreemapHoldsTheWholeBillDearestFirst(CostMetric metric) {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        TreemapPicture picture = TreemapPicture.of(bill(), metric);
        assertThat(picture.layers().stream()
                        .mapToDouble(TreemapPicture.Group::value)
                        .sum())
                .isCloseTo(picture.total(), within(1e-9 * picture.total()));
        assertThat(picture.layers()).isSortedAccordingTo((a, b) -> Double.compare(b.value(), a.value()));
        assertThat(picture.layers())
                .allSatisfy(layer ->
                        assertThat(layer.cells()).isSortedAccordingTo((a, b) -> Double.compare(b.value(), a.value())));
    }

    /** A design of fewer layers has no part in the last one. */
    @Test
    void aPartIsLeftWhenItsLayerIsGone() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, null));
        model.look(new CostViewModel.Part(Component.ADC, 1));
        session.designProperty().set(design.withSeed(2));
        assertThat(model.partProperty().get()).isNotNull();
        session.designProperty()
                .set(design.with(
                        new Network(new Shape(9, 128), List.of(new Layer.Flatten(), new Layer.Dense(6))),
                        design.hardware()));
        assertThat(model.partProperty().get()).isNull();
        assertThat(model.rows()).isNotEmpty();
    }
}
