package studio.crossbar.ui.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class HardwareViewModelTest {

    private final Session session = new Session();
    private final HardwareViewModel model = new HardwareViewModel(session);

    private HardwareViewModel.Estimate estimate() {
        return Objects.requireNonNull(model.estimateProperty().get());
    }

    @Test
    void nothingIsEstimatedWithoutAProject() {
        assertThat(model.estimateProperty().get()).isNull();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void rowsSayWhatEachLayerNeeds() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        HardwareViewModel.Row first = model.rows().getFirst();
        assertThat(first.rows()).isEqualTo(72);
        assertThat(first.outputs()).isEqualTo(8);
        assertThat(first.tiles()).isEqualTo(2);
        assertThat(first.devices()).isEqualTo(72 * 16);
        assertThat(first.utilisation()).isEqualTo(72 * 16 / (2.0 * 64 * 64));
    }

    @Test
    void unipolarCellsHalveTheDevicesAtOnce() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, null));
        long before = estimate().plan().devices();
        session.designProperty().set(design.withHardware(design.hardware().withPolarity(Polarity.POSITIVE)));
        assertThat(estimate().plan().devices()).isEqualTo(before / 2);
        assertThat(Objects.requireNonNull(model.referenceProperty().get())
                        .plan()
                        .devices())
                .isEqualTo(before);
        assertThat(estimate().cost().areaSquareMillimetres())
                .isLessThan(Objects.requireNonNull(model.referenceProperty().get())
                        .cost()
                        .areaSquareMillimetres());
    }

    @Test
    void aChangeIsEstimatedWithinFiftyMilliseconds() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, null));
        int changes = 200;
        long start = System.nanoTime();
        for (int i = 0; i < changes; i++) {
            session.designProperty().set(design.withSeed(i));
        }
        assertThat((System.nanoTime() - start) / 1e6 / changes).isLessThan(50);
    }

    @Test
    void editedCostOptionsAreComparedWithTheSavedOnes() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        double before = estimate().cost().areaSquareMillimetres();
        ProjectSettings settings =
                Objects.requireNonNull(session.settingsProperty().get());
        session.settingsProperty().set(settings.withCost(settings.cost().withNode(14.0)));
        assertThat(estimate().cost().areaSquareMillimetres()).isLessThan(before);
        assertThat(Objects.requireNonNull(model.referenceProperty().get())
                        .cost()
                        .areaSquareMillimetres())
                .isEqualTo(before);
    }

    @Test
    void changesAreSaidInPercent() {
        assertThat(HardwareViewModel.change(1.12, 1)).isEqualTo("+12.0 % to saved");
        assertThat(HardwareViewModel.change(1, 1)).isEqualTo("as saved");
    }
}
