package studio.crossbar.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class DatasetViewModelTest {

    private final Session session = new Session();
    private final DatasetViewModel model = new DatasetViewModel(session);

    private DatasetViewModel.Window window() {
        return Objects.requireNonNull(model.windowProperty().get());
    }

    @Test
    void channelsAreGroupedByTheirCommonName() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        assertThat(window().groups()).containsOnlyKeys("body acc", "total acc");
        DatasetViewModel.Channel y =
                Objects.requireNonNull(window().groups().get("body acc")).get(1);
        assertThat(y.name()).isEqualTo("y");
        assertThat(y.values()).containsExactly(4, 5, 6, 7);
    }

    @Test
    void classFilterLeavesOnlyItsWindows() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        model.classFilterProperty().set(1);
        assertThat(model.matches()).isEqualTo(2);
        assertThat(window().index()).isEqualTo(1);
        assertThat(window().label()).isEqualTo("SITTING");
    }

    @Test
    void stepsGoRoundTheEnd() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        model.step(-1);
        assertThat(window().index()).isEqualTo(3);
        assertThat(window().subject()).isEqualTo(2);
        model.step(1);
        assertThat(window().index()).isZero();
    }

    @Test
    void testWindowsAreBrowsedApart() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        model.partProperty().set(DatasetViewModel.Part.TEST);
        assertThat(model.matches()).isEqualTo(2);
    }

    @Test
    void nothingIsShownWithoutAProject() {
        model.step(1);
        assertThat(model.windowProperty().get()).isNull();
    }
}
