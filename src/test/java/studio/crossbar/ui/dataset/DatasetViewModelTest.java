package studio.crossbar.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void imagesAreShownInPages() {
        session.opened(Projects.openWith(Projects.tinyDesign(), Projects.images()));
        assertThat(model.images()).isTrue();
        assertThat(model.windowProperty().get()).isNull();
        assertThat(page()).hasSize(DatasetViewModel.PAGE);
        DatasetViewModel.Picture second = page().get(1);
        assertThat(second.label()).isEqualTo("dog");
        assertThat(second.height()).isEqualTo(3);
        assertThat(second.argb()).hasSize(6).startsWith(0xFFFF0000).endsWith(0xFF020202);

        model.step(-1);
        assertThat(model.positionProperty().get()).isEqualTo(120);
        assertThat(page()).hasSize(10);
        assertThat(page().getFirst().index()).isEqualTo(120);
        model.step(1);
        assertThat(page().getFirst().index()).isZero();
    }

    @Test
    void imagesAreFilteredByClassAndPart() {
        session.opened(Projects.openWith(Projects.tinyDesign(), Projects.images()));
        model.partProperty().set(DatasetViewModel.Part.TEST);
        model.classFilterProperty().set(1);
        assertThat(model.matches()).isEqualTo(5);
        assertThat(page()).extracting(DatasetViewModel.Picture::index).containsExactly(1, 3, 5, 7, 9);
    }

    private List<DatasetViewModel.Picture> page() {
        return model.pageProperty().get();
    }

    @Test
    void nothingIsShownWithoutAProject() {
        model.step(1);
        assertThat(model.windowProperty().get()).isNull();
    }
}
