package studio.crossbar.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import studio.crossbar.cost.Cost;
import studio.crossbar.design.Design;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class SweepViewModelTest {

    private final Session session = new Session();
    private final HandedOver updates = new HandedOver();
    private final SweepViewModel model = new SweepViewModel(session, updates);

    /** Runs updates, as the user interface's thread would, until a picture is there. */
    private SweepViewModel.Picture picture() {
        updates.runUntil(() -> model.pictureProperty().get() != null);
        return Objects.requireNonNull(model.pictureProperty().get());
    }

    @Test
    void nothingIsComputedUntilSomeoneLooks() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
        assertThat(model.statusProperty().get()).isEmpty();
        model.activeProperty().set(true);
        assertThat(model.statusProperty().get()).isEqualTo("Costing 19,440 designs");

        SweepViewModel.Picture picture = picture();
        assertThat(picture.designs()).isEqualTo(19_440);
        assertThat(picture.encodings())
                .extracting(SweepViewModel.Series::name)
                .containsExactly("Differential pairs", "Offset", "Row-block signs", "Only positive");
        assertThat(picture.encodings())
                .allSatisfy(series -> assertThat(series.marks()).hasSizeGreaterThan(50));
        assertThat(model.statusProperty().get())
                .startsWith("19,440 designs in ")
                .contains("designs that coincide");
    }

    @Test
    void theDesignItselfIsWhereItsBillSays() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, null));
        model.activeProperty().set(true);
        Cost cost = Objects.requireNonNull(session.projectProperty().get()).estimate(design);
        SweepViewModel.Mark own = picture().design();
        assertThat(own.area()).isCloseTo(cost.areaSquareMillimetres(), within(1e-12));
        assertThat(own.energy()).isCloseTo(cost.energyNanojoules(), within(1e-9));
    }

    /** The sweep of the design before an edit is not shown after it. */
    @Test
    void theLatestEditWins() {
        Design design = Projects.tinyDesign();
        session.opened(Projects.open(design, null));
        model.activeProperty().set(true);
        session.designProperty().set(design.withSeed(2));
        session.designProperty().set(design.withSeed(3));
        picture();
        assertThat(updates.size()).isLessThanOrEqualTo(1);
    }
}
