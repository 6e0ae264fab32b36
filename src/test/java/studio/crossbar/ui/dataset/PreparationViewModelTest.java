package studio.crossbar.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.crossbar.data.Companding;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Preparation;
import studio.crossbar.design.Design;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;

class PreparationViewModelTest {

    private final Session session = new Session();
    private final HandedOver updates = new HandedOver();
    private final PreparationViewModel model = new PreparationViewModel(session, updates);

    @BeforeEach
    void open() {
        session.opened(Projects.open(Projects.tinyDesign(), null));
    }

    private PreparedData prepared() {
        return Objects.requireNonNull(model.preparedProperty().get());
    }

    private PreparedData computed() {
        updates.runUntil(() ->
                model.preparedProperty().get() != null && !prepared().parts().isEmpty());
        return prepared();
    }

    private Design design() {
        return Objects.requireNonNull(session.designProperty().get());
    }

    @Test
    void partsAndChannelsAreThoseOfATraining() {
        assertThat(model.preparedProperty().get()).as("nobody looks").isNull();
        model.activeProperty().set(true);
        PreparedData now = computed();
        assertThat(now.parts())
                .extracting(PreparedData.Part::name, PreparedData.Part::windows, PreparedData.Part::subjects)
                .containsExactly(tuple("Training", 4, 2), tuple("Test", 2, 1));
        assertThat(now.channels())
                .extracting(PreparedData.Channel::name)
                .containsExactly("body_acc_x", "body_acc_y", "total_acc_x");
        assertThat(now.channels()).extracting(PreparedData.Channel::mean).containsExactly(19.5f, 23.5f, 27.5f);
        assertThat(now.channels().getFirst().deviation()).isEqualTo((float) Math.sqrt(181.25));
        assertThat(now.split()).contains("authors");
        assertThat(now.normalisation()).endsWith("Companding is off.");
        assertThat(now.provenance()).isEqualTo("made for a test");
        assertThat(now.filled()).isEmpty();
    }

    @Test
    void heldOutSubjectsAreAnEditThatLeavesTrainingTheOthers() {
        model.activeProperty().set(true);
        computed();
        model.validation().type("1");
        assertThat(design().recipe().validationSubjects()).isEqualTo(1);
        assertThat(session.history().undoNameProperty().get()).isEqualTo("Validation 0 → 1");
        updates.runUntil(() -> prepared().parts().size() == 3);
        assertThat(prepared().parts()).extracting(PreparedData.Part::windows).containsExactly(2, 2, 2);
        assertThat(prepared().parts()).extracting(PreparedData.Part::subjects).containsExactly(1, 1, 1);
        session.history().undo();
        assertThat(model.validation().valueProperty().get()).isZero();
    }

    @Test
    void aSplitThatLeavesNothingToLearnFromSaysSo() {
        model.activeProperty().set(true);
        computed();
        model.validation().type("2");
        updates.runUntil(() -> !model.validation().problemProperty().get().isEmpty());
        assertThat(model.validation().problemProperty().get()).contains("leaves none of the 2 training subjects");
        assertThat(prepared().parts()).isEmpty();
        model.validation().type("0");
        assertThat(computed().parts()).hasSize(2);
        assertThat(model.validation().problemProperty().get()).isEmpty();
    }

    @Test
    void compandingIsMeasuredAndSaid() {
        model.activeProperty().set(true);
        computed();
        session.designProperty().set(design().withCompanding(new Companding(0.5, 0.01)));
        updates.runUntil(() -> prepared().normalisation().contains("companded"));
        assertThat(prepared().normalisation()).contains("power 0.500, floor 0.0100");
        assertThat(prepared().channels().getFirst().mean()).isLessThan(6);
    }

    @Test
    void whatWasFilledInIsListedAndNothingIsComputedBehindOtherScreens() {
        Parts parts = Projects.parts();
        Preparation preparation = new Preparation(
                Preparation.Split.STRATIFIED, List.of(new Preparation.Filled("body_acc_x", 1234, 5, 0.25f)));
        session.opened(Projects.openWith(
                Projects.tinyDesign(), new Parts(parts.name(), parts.train(), parts.test(), preparation)));
        session.screenProperty().set(Screen.COST);
        model.activeProperty().set(true);
        assertThat(model.preparedProperty().get()).isNull();
        session.screenProperty().set(Screen.DATASET);
        assertThat(prepared().split()).contains("stratified");
        assertThat(prepared().filled())
                .containsExactly("body_acc_x: 1,234 training and 5 test values were missing and became the mean over"
                        + " training, 0.250.");
    }
}
