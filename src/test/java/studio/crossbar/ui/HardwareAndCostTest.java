package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.cost.ComparedEntry;
import studio.crossbar.ui.cost.CostViewModel;

/** From a trained network to its ADC inputs, its treemap and its comparison, in the real window. */
class HardwareAndCostTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TRAINED = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openWindow() throws Exception {
        window = WindowFixture.withSample(folder, Projects.tinyDesign());
        robot = window.robot();
        window.openSample();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    private void tab(String tabs, String id) {
        robot.interact(() -> {
            TabPane pane = window.node(tabs);
            pane.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(pane.getSelectionModel()::select);
        });
    }

    @Test
    void adcInputsAreMeasuredAfterTrainingAndFollowTheEditedBits() throws Exception {
        robot.clickOn("#tab-hardware");
        tab("#hardware-tabs", "hardware-tab-adc");
        assertThat(window.node("#adc-untrained").isVisible()).isTrue();

        robot.interact(() -> window.workbench().train());
        WindowFixture.await(TRAINED, () -> window.session().evaluationProperty().get() != null);
        robot.interact(() -> window.session().screenProperty().set(Screen.HARDWARE));
        WindowFixture.await(SOON, () -> window.text("#adc-words").startsWith("All layers"));
        assertThat(window.node("#adc-untrained").isVisible()).isFalse();
        ComboBox<String> layers = window.node("#adc-layer");
        assertThat(layers.getItems()).containsExactly("All layers", "1 conv1d 8", "2 dense 6");
        robot.interact(() -> layers.getSelectionModel().select(2));
        assertThat(window.session().selectedLayerProperty().get()).isEqualTo(1);
        assertThat(window.text("#adc-words")).startsWith("2 dense 6 (Y = ").contains("8 bits: a code");

        robot.interact(() -> {
            Design design =
                    Objects.requireNonNull(window.session().designProperty().get());
            window.session()
                    .designProperty()
                    .set(design.withHardware(design.hardware()
                            .withConverters(design.hardware().converters().withAdcBits(4))));
        });
        assertThat(window.text("#adc-words")).contains("4 bits: a code");
        robot.interact(() -> window.node("#adc-factor").requestFocus());
        robot.push(KeyCode.LEFT);
        assertThat(window.text("#adc-words")).contains("clip at 0.933 Y.");
        robot.interact(() -> window.<Button>node("#action-adc-factor-learned").fire());
        assertThat(window.text("#adc-words")).contains("clip at the learned full scale");

        tab("#hardware-tabs", "hardware-tab-layers");
        TableView<?> table = window.node("#layer-table");
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
        assertThat(window.session().selectedLayerProperty().get()).isZero();
        robot.interact(() -> window.workbench().revert());
        assertThat(table.getSelectionModel().getSelectedIndex())
                .as("rows are other ones")
                .isZero();
        assertThat(window.session().selectedLayerProperty().get()).isZero();
    }

    @Test
    void aRectangleOfTheTreemapListsItsItemsAndAllComeBack() {
        robot.clickOn("#tab-cost");
        robot.clickOn("#cost-picture-treemap");
        TableView<CostViewModel.Row> bill = window.node("#cost-table");
        int all = bill.getItems().size();
        robot.clickOn("#cost-treemap");
        assertThat(bill.getItems()).isNotEmpty().hasSizeLessThan(all);
        assertThat(bill.getItems().stream().map(CostViewModel.Row::component).distinct())
                .hasSize(1);
        String clicked = window.text("#cost-part");
        assertThat(clicked).contains(", ");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        assertThat(window.text("#cost-part")).contains(", ");
        robot.interact(() -> bill.getSelectionModel().select(0));
        assertThat(window.text("#cost-source")).contains(" × ").contains(" = ").contains("Source: ");
        robot.clickOn("#action-cost-part-all");
        assertThat(bill.getItems()).hasSize(all);
    }

    @Test
    void aPinnedDesignIsComparedEditedAndRemoved() {
        robot.clickOn("#tab-cost");
        tab("#cost-tabs", "cost-tab-compare");
        TableView<ComparedEntry> table = window.node("#compare-table");
        robot.clickOn("#compare-name").write("Positive");
        robot.interact(() -> {
            Design design =
                    Objects.requireNonNull(window.session().designProperty().get());
            window.session()
                    .designProperty()
                    .set(design.withHardware(design.hardware().withPolarity(Polarity.POSITIVE)));
        });
        robot.clickOn("#compare-pin");
        assertThat(table.getItems()).extracting(ComparedEntry::name).contains("Positive");
        assertThat(window.<TextField>node("#compare-name").getText()).isEmpty();
        robot.interact(() -> window.workbench().revert());

        robot.interact(() -> table.scrollTo(0));
        robot.interact(() -> window.<RadioButton>node("#compare-baseline-pin-1").fire());
        assertThat(cell(table, "saved")).endsWith("+100 %");
        robot.interact(() -> window.<Button>node("#compare-edit-pin-1").fire());
        assertThat(Objects.requireNonNull(window.session().designProperty().get())
                        .hardware()
                        .polarity())
                .isEqualTo(Polarity.POSITIVE);
        robot.interact(() -> window.<Button>node("#compare-unpin-pin-1").fire());
        assertThat(table.getItems()).extracting(ComparedEntry::name).doesNotContain("Positive");

        List<ComparedEntry> shown = List.copyOf(table.getItems());
        robot.interact(() -> window.session().screenProperty().set(Screen.HARDWARE));
        robot.interact(() -> window.session()
                .designProperty()
                .set(window.design().withHardware(window.design().hardware().withPolarity(Polarity.DIFFERENTIAL))));
        assertThat(table.getItems()).as("nobody looks").isEqualTo(shown);
        robot.interact(() -> window.session().screenProperty().set(Screen.COST));
        assertThat(table.getItems()).as("somebody does").isNotEqualTo(shown);
    }

    /** Devices of a line, as its table shows them. */
    private static String cell(TableView<ComparedEntry> table, String id) {
        ComparedEntry entry = table.getItems().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return String.valueOf(table.getColumns().get(5).getCellData(entry));
    }
}
