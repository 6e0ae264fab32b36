package studio.crossbar.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.Session;

class InspectorViewModelTest {

    private final Session session = new Session();
    private final InspectorViewModel model = new InspectorViewModel(session);

    @BeforeEach
    void open() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
    }

    private NumberParameter number(String name) {
        return (NumberParameter) model.parameter(name);
    }

    private Design design() {
        return Objects.requireNonNull(session.designProperty().get());
    }

    @Test
    void openingFillsParametersAndLeavesTheDesignAlone() {
        assertThat(number("Cell bits").valueProperty().get()).isEqualTo(4);
        assertThat(number("Programming noise").text()).isEqualTo("5 %");
        assertThat(number("Tile rows").valueProperty().get()).isEqualTo(64);
        assertThat(design()).isEqualTo(Projects.tinyDesign());
    }

    @Test
    void everyNumberEditsItsOwnFieldAndBack() {
        for (InspectorViewModel.Group group : model.groups()) {
            for (var parameter : group.parameters()) {
                if (parameter instanceof NumberParameter number) {
                    double before = number.valueProperty().get();
                    double other = before == number.spec().low()
                            ? before + number.spec().step()
                            : number.spec().low();
                    number.valueProperty().set(other);
                    assertThat(design()).as(number.name()).isNotEqualTo(Projects.tinyDesign());
                    assertThat(model.problemProperty().get()).isEmpty();
                    session.designProperty().set(Projects.tinyDesign());
                    assertThat(number.valueProperty().get()).as(number.name()).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void bitsAndLevelsFollowEachOther() {
        number("Cell bits").valueProperty().set(2);
        assertThat(number("Levels").valueProperty().get()).isEqualTo(4);
        number("Levels").type("3");
        assertThat(design().hardware().cell().levels()).isEqualTo(3);
    }

    @Test
    void editsOfTileAndPolarityReachTheDesign() {
        number("Tile rows").type("100");
        @SuppressWarnings("unchecked")
        ChoiceParameter<Polarity> polarity = (ChoiceParameter<Polarity>) model.parameter("Polarity");
        polarity.valueProperty().set(Polarity.ROW_BLOCK);
        assertThat(design().hardware().tile()).isEqualTo(new TileShape(100, 64));
        assertThat(design().hardware().polarity()).isEqualTo(Polarity.ROW_BLOCK);
    }

    @Test
    void scalingChangesNothingElse() {
        @SuppressWarnings("unchecked")
        ChoiceParameter<DigitalScaling> scaling = (ChoiceParameter<DigitalScaling>) model.parameter("Digital scaling");
        scaling.valueProperty().set(DigitalScaling.SHIFT);
        assertThat(design().hardware().scaling()).isEqualTo(DigitalScaling.SHIFT);
        assertThat(design().recipe().batchNormalisation()).isTrue();
    }

    @Test
    void anImpossibleCombinationIsRefusedWithAReasonAndUndone() {
        number("Lowest conductance").valueProperty().set(20);
        assertThat(model.problemProperty().get()).contains("gMaxMicroSiemens");
        assertThat(number("Lowest conductance").valueProperty().get()).isEqualTo(0.5);
        assertThat(design()).isEqualTo(Projects.tinyDesign());
    }
}
