package studio.crossbar.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Companding;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.specification.CornerPlan;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.Specifications;
import studio.crossbar.study.CostSettings;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.Parameter;
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
        // Long enough for ramps.
        Design tiny = Projects.tinyDesign();
        session.opened(Projects.open(tiny.withRecipe(tiny.recipe().withEpochs(1, 10)), null));
        for (InspectorViewModel.Group group : model.groups()) {
            for (var parameter : group.parameters()) {
                if (parameter instanceof NumberParameter number) {
                    double before = number.valueProperty().get();
                    double up = before + number.spec().step();
                    double other = up <= number.spec().high()
                            ? up
                            : before - number.spec().step();
                    number.valueProperty().set(other);
                    assertThat(session.designIsSaved()).as(number.name()).isFalse();
                    assertThat(model.problemProperty().get()).isEmpty();
                    session.revert();
                    assertThat(number.valueProperty().get()).as(number.name()).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void aDeviceThatCannotHoldTheLevelsIsNamedAtTheirField() {
        NumberParameter levels = number("Levels");
        assertThat(levels.problemProperty().get()).isEmpty();
        session.designProperty().set(design().withRecipe(design().recipe().with(r -> r.device = "rram-isaac")));
        assertThat(levels.problemProperty().get())
                .isEqualTo("The device that training follows cannot hold them. levels: 16 states are outside 2 … 4,"
                        + " the resolutions for which rram-isaac is described");
        number("Cell bits").type("2");
        assertThat(levels.problemProperty().get()).isEmpty();
        session.requirementsProperty()
                .set(new Requirements(
                        Specifications.NONE.withPlan(CornerPlan.STANDARD.withDevice("rram-generic")), List.of()));
        assertThat(levels.problemProperty().get()).isEmpty();
        number("Cell bits").type("6");
        assertThat(levels.problemProperty().get())
                .contains("training follows", "on which corners are measured", "2 … 32");
        assertThat(design().hardware().cell().levels()).as("taken all the same").isEqualTo(64);
    }

    @Test
    void idsOfControlsAreDifferentAndOfPlainLetters() {
        List<String> ids = model.groups().stream()
                .flatMap(group -> group.parameters().stream())
                .map(Parameter::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-z0-9-]*"));
    }

    @Test
    void theFloorOfTheCompandingIsEditedAndUndoneLikeItsExponent() throws IOException {
        NumberParameter floor = number("Companding floor");
        assertThat(floor.text()).isEqualTo("0.003");
        number("Companding").type("0.3");
        floor.type("0.0125");
        assertThat(design().companding()).isEqualTo(new Companding(0.3, 0.0125));
        assertThat(session.history().undoNameProperty().get()).isEqualTo("Companding floor 0.003 → 0.0125");
        assertThat(DesignJson.parse("design.json", DesignJson.write(design())).companding())
                .isEqualTo(design().companding());
        assertThatThrownBy(() -> floor.type("0")).hasMessageContaining("0.000001 … 10");
        assertThatThrownBy(() -> floor.type("3 S")).hasMessageContaining("S");
        assertThat(floor.help()).contains("Symbol v_0", "0.000001 … 10", "rad/s");
        session.history().undo();
        assertThat(floor.valueProperty().get()).isEqualTo(0.003);
        assertThat(design().companding()).isEqualTo(new Companding(0.3, 0.003));
    }

    @Test
    void numbersOfTheHardwareSayWhatTheyAreTakenFrom() {
        List<String> hardware = List.of("Memory cell", "Noise", "Wires", "Encoding", "Converters", "Tile");
        assertThat(model.groups().stream()
                        .filter(group -> hardware.contains(group.title()))
                        .flatMap(group -> group.parameters().stream())
                        .filter(NumberParameter.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(hardware.size())
                .allSatisfy(parameter -> assertThat(parameter.help())
                        .containsPattern("ISCA 2016|NeuroSim|arXiv|aihwkit|an assumption of this project"));
    }

    @Test
    void wiresAreEditedInOhmAndNoneIsNoSetting() {
        NumberParameter wordline = number("Wordline resistance");
        wordline.type("2500 mΩ");
        assertThat(wires()).isEqualTo(new WireResistance(2.5, 0));
        assertThat(session.history().undoNameProperty().get()).isEqualTo("Wires");
        number("Bitline resistance").type("1");
        assertThat(wires()).isEqualTo(new WireResistance(2.5, 1));
        assertThat(session.history().undoNameProperty().get()).isEqualTo("Bitline resistance 0 → 1 Ω");
        assertThatThrownBy(() -> wordline.type("3 V")).hasMessageContaining("Ω");
        assertThatThrownBy(() -> wordline.type("-1")).hasMessageContaining("outside");
        number("Bitline resistance").type("0 Ω");
        wordline.type("0");
        assertThat(wires()).as("as a project without").isNull();
        assertThat(session.designIsSaved()).isTrue();
        assertThat(wordline.help()).contains("NeuroSim", "0 Ω … 1000000 Ω");
    }

    private @Nullable WireResistance wires() {
        return Objects.requireNonNull(session.settingsProperty().get()).wires();
    }

    /** What the design's records take can be set here, and nothing else. */
    @Test
    void rangesAreThoseOfTheRecords() {
        for (InspectorViewModel.Group group : model.groups()) {
            for (var parameter : group.parameters()) {
                if (parameter instanceof NumberParameter number
                        && !number.name().equals("Seed")) {
                    for (double bound :
                            new double[] {number.spec().low(), number.spec().high()}) {
                        String name = number.name() + " " + bound;
                        double beyond = bound + (bound == number.spec().low() ? -1 : 1) * justBeyond(number);
                        session.designProperty().set(Projects.tinyDesign());
                        session.designProperty().set(widest());
                        number.valueProperty().set(bound);
                        if (!name.equals("Lowest conductance 1000.0") && !name.equals("Highest conductance 0.0")) {
                            assertThat(model.problemProperty().get()).as(name).isEmpty();
                            assertThat(number.valueProperty().get()).as(name).isEqualTo(bound);
                        }
                        number.valueProperty().set(beyond);
                        assertThat(model.problemProperty().get())
                                .as("beyond " + name)
                                .contains("is outside");
                        assertThat(number.spec().usualLow())
                                .isGreaterThanOrEqualTo(number.spec().low());
                        assertThat(number.spec().usualHigh())
                                .isLessThanOrEqualTo(number.spec().high());
                    }
                }
            }
        }
    }

    private static double justBeyond(NumberParameter number) {
        return number.spec().decimals() == 0
                ? 1
                : Math.max(1e-9, 1e-9 * number.spec().high());
    }

    /** Cells from 0 to 1000 µS and as many epochs as there can be, so that no value is in the way of another. */
    private static Design widest() {
        Design tiny = Projects.tinyDesign();
        return tiny.withHardware(tiny.hardware().withCell(new Cell(4, 0, 1000)))
                .withRecipe(tiny.recipe().withEpochs(1, 1000));
    }

    @Test
    void augmentationRotationAndAveragingReachTheRecipe() {
        number("Augmentation").type("0.25");
        number("Rotation").type("12.5 °");
        number("Averaging").type("0.999");
        assertThat(design().recipe().augmentation()).isEqualTo(0.25);
        assertThat(design().recipe().rotationDegrees()).isEqualTo(12.5);
        assertThat(design().recipe().averaging()).isEqualTo(0.999);
    }

    @Test
    void everyFieldOfTheRecipeIsEditedByAParameter() throws ReflectiveOperationException {
        Design tiny = Projects.tinyDesign();
        Set<String> reached = new TreeSet<>();
        for (InspectorViewModel.Group group : model.groups()) {
            for (Parameter parameter : group.parameters()) {
                session.opened(Projects.open(tiny.withRecipe(tiny.recipe().withEpochs(1, 10)), null));
                Recipe before = design().recipe();
                change(parameter);
                for (RecordComponent field : Recipe.class.getRecordComponents()) {
                    if (!field.getAccessor()
                            .invoke(before)
                            .equals(field.getAccessor().invoke(design().recipe()))) {
                        reached.add(field.getName());
                    }
                }
            }
        }
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Recipe.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static void change(Parameter parameter) {
        switch (parameter) {
            case NumberParameter number -> {
                double up = number.valueProperty().get() + number.spec().step();
                number.valueProperty()
                        .set(
                                up <= number.spec().high()
                                        ? up
                                        : up - 2 * number.spec().step());
            }
            case ChoiceParameter<?> choice -> chooseAnother(choice);
        }
    }

    private static <E> void chooseAnother(ChoiceParameter<E> choice) {
        choice.valueProperty()
                .set(choice.options().stream()
                        .map(ChoiceParameter.Option::value)
                        .filter(value -> !value.equals(choice.valueProperty().get()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aTimeAtWhichNothingIsKnownOfTheDeviceIsNamedAtItsField() {
        NumberParameter time = number("Drift time");
        time.type("86.4 ks");
        assertThat(design().recipe().deviceSeconds()).isEqualTo(86_400);
        assertThat(time.problemProperty().get()).as("no device").isEmpty();
        @SuppressWarnings("unchecked")
        ChoiceParameter<String> device = (ChoiceParameter<String>) model.parameter("Device");
        device.valueProperty().set("rram-generic");
        assertThat(design().recipe().device()).isEqualTo("rram-generic");
        assertThat(time.problemProperty().get()).contains("rram-generic says nothing about ageing");
        device.valueProperty().set("rram-wan-2022");
        assertThat(time.problemProperty().get()).isEmpty();
        time.type("1 Ms");
        assertThat(time.problemProperty().get()).contains("172800 s, the times for which rram-wan-2022 was fitted");
    }

    @Test
    void aDeviceOfTheUsersOwnIsShownByItsName() {
        session.designProperty().set(design().withRecipe(design().recipe().with(r -> r.device = "my-cell")));
        @SuppressWarnings("unchecked")
        ChoiceParameter<String> device = (ChoiceParameter<String>) model.parameter("Device");
        assertThat(device.valueProperty().get()).isEqualTo("my-cell");
        assertThat(device.label("my-cell")).isEqualTo("my-cell");
        assertThat(device.label("")).isEqualTo("None, Gaussian noise");
        assertThat(device.help()).endsWith("Default: None, Gaussian noise");
    }

    @Test
    void whatIsChangedSeldomIsFolded() {
        assertThat(model.groups().stream().filter(InspectorViewModel.Group::folded))
                .extracting(InspectorViewModel.Group::title)
                .containsExactly("Optimiser", "Training, advanced");
    }

    @Test
    void programmingDrawsAreASettingOfTheProject() {
        number("Programming draws").type("25");
        assertThat(Objects.requireNonNull(session.settingsProperty().get()).draws())
                .isEqualTo(25);
        assertThat(session.history().undoNameProperty().get())
                .startsWith("Programming draws")
                .endsWith("→ 25");
        session.history().undo();
        assertThat(session.designIsSaved()).isTrue();
    }

    @Test
    void seedsAreWholeNumbersThatAFieldHoldsExactly() {
        number("Seed").type("123456789012");
        assertThat(design().seed()).isEqualTo(123_456_789_012L);
        number("Seed").type("-5");
        assertThat(design().seed()).isEqualTo(-5);
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
        ChoiceParameter<PolarityAssignment> polarity =
                (ChoiceParameter<PolarityAssignment>) model.parameter("Polarity");
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
    void costOptionsAreEditsOfTheProjectAndOneThatTheTechnologyLacksIsRefused() throws IOException {
        session.technology(Technology.bundled("isaac-32nm"));
        number("Columns an ADC").type("4");
        @SuppressWarnings("unchecked")
        ChoiceParameter<AdcKind> adc = (ChoiceParameter<AdcKind>) model.parameter("ADC kind");
        adc.valueProperty().set(AdcKind.SURVEY);
        assertThat(cost().options())
                .isEqualTo(CostOptions.STANDARD.withColumnsPerAdc(4).withAdc(AdcKind.SURVEY));
        assertThat(design()).isEqualTo(Projects.tinyDesign());
        assertThat(session.designIsSaved()).isFalse();

        adc.valueProperty().set(AdcKind.RAMP);
        assertThat(model.problemProperty().get()).contains("adc: RAMP is none of the technology's");
        assertThat(adc.valueProperty().get()).isEqualTo(AdcKind.SURVEY);
        session.revert();
        assertThat(adc.valueProperty().get()).isEqualTo(AdcKind.TECHNOLOGY);
        assertThat(number("Columns an ADC").valueProperty().get()).isZero();
        assertThat(session.designIsSaved()).isTrue();
    }

    private CostSettings cost() {
        return Objects.requireNonNull(session.settingsProperty().get()).cost();
    }

    @Test
    void anImpossibleCombinationIsRefusedWithAReasonAndUndone() {
        number("Lowest conductance").valueProperty().set(20);
        assertThat(model.problemProperty().get()).contains("gMaxMicroSiemens");
        assertThat(number("Lowest conductance").valueProperty().get()).isEqualTo(0.5);
        assertThat(design()).isEqualTo(Projects.tinyDesign());
    }
}
