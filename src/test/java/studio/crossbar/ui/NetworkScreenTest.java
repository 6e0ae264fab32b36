package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.design.Design;
import studio.crossbar.network.Layer;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.Session;

/** The network screen of the real window on a small project, by mouse and keyboard. */
class NetworkScreenTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openProject() throws Exception {
        window = WindowFixture.withSample(folder, Projects.tinyDesign());
        robot = window.robot();
        window.open(window.sample());
        robot.clickOn("#tab-network");
        WindowFixture.await(SOON, () -> rows() == 4);
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    private int rows() {
        return window.<TableView<?>>node("#network-table").getItems().size();
    }

    private Layer first() {
        return window.design().network().layers().getFirst();
    }

    private void type(String field, String value) {
        robot.interact(() -> {
            TextField text = window.node(field);
            text.requestFocus();
            text.setText(value);
            text.fireEvent(new javafx.event.ActionEvent());
        });
    }

    /** Shows a menu and takes an entry. */
    private void choose(String menu, String entry) {
        robot.interact(() -> window.<MenuButton>node(menu).show());
        robot.interact(() -> window.<MenuButton>node(menu).getItems().stream()
                .filter(item -> entry.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        robot.interact(() -> window.<MenuButton>node(menu).hide());
    }

    @Test
    void layersAreSelectedChangedInsertedMovedDeletedAndSaved() throws Exception {
        robot.clickOn("#layer-box-1");
        assertThat(window.<Label>node("#layer-title").getText()).isEqualTo("Layer 1, conv1d 8");
        assertThat(window.<TableView<?>>node("#network-table")
                        .getSelectionModel()
                        .getSelectedIndex())
                .isZero();
        assertThat(window.session().selectedLayerProperty().get()).isZero();
        type("#field-outputs", "16");
        assertThat(first()).isEqualTo(new Layer.Conv1d(16, 8, 8, 0));

        choose("#network-insert-after", "network-insert-after-dropout");
        WindowFixture.await(SOON, () -> rows() == 5);
        assertThat(window.<Label>node("#layer-title").getText()).isEqualTo("Layer 2, dropout");
        robot.clickOn("#layer-box-2").push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(window.design().network().layers().get(2)).isInstanceOf(Layer.Dropout.class);
        robot.push(KeyCode.DELETE);
        assertThat(window.design().network().layers()).hasSize(4);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(window.session().selectedLayerProperty().get()).isEqualTo(1);

        robot.clickOn("#layer-box-2");
        assertThat(window.menu("#network-diagram"))
                .containsExactly(
                        "menu-network-move-up",
                        "menu-network-move-down",
                        "menu-network-delete",
                        "export-png",
                        "export-svg");
        window.take("#network-table", "menu-network-delete");
        assertThat(window.design().network().layers()).hasSize(3);
        robot.interact(() -> window.session().history().undo());
        assertThat(window.design().network().layers()).hasSize(4);

        robot.push(KeyCode.CONTROL, KeyCode.S);
        WindowFixture.await(SOON, () -> window.session().designIsSaved());
        assertThat(Project.open(window.sample()).design().network().layers().getFirst())
                .isEqualTo(new Layer.Conv1d(16, 8, 8, 0));
    }

    @Test
    void whatDoesNotFitIsNamedAndTheDesignStaysAsItWas() throws Exception {
        Design before = window.design();
        robot.clickOn("#layer-box-1");
        type("#field-kernel", "2000");
        assertThat(robot.lookup(".field-reason").queryAllAs(Label.class))
                .as("out of range")
                .anySatisfy(label -> assertThat(label.getText()).contains("1 … 1024"));
        type("#field-kernel", "300");
        assertThat(window.design()).isEqualTo(before);
        Label pending = window.node("#network-pending");
        assertThat(pending.getText()).startsWith("Not applied yet: layer 1").contains("300 taps");
        assertThat(pending.getParent().isVisible()).isTrue();
        robot.clickOn("#network-tab-analysis");
        WindowFixture.await(
                SOON,
                () -> findings().getItems().stream()
                        .anyMatch(finding -> finding.toString().contains("Layer 1, conv1d 8")));
        Node box = window.node("#layer-box-1");
        assertThat(box.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("wrong"));

        Platform.runLater(() -> window.workbench().open(window.sample()));
        WindowFixture.await(SOON, () -> !window.gone("#unsaved-drop"));
        assertThat(window.gone("#unsaved-save")).as("a draft cannot be saved").isTrue();
        robot.clickOn("#unsaved-stay");
        assertThat(pending.getParent().isVisible()).isTrue();

        robot.interact(() -> window.<Button>node("#action-network-discard").fire());
        assertThat(pending.getParent().isVisible()).isFalse();
        assertThat(window.design()).isEqualTo(before);
        WindowFixture.await(
                SOON,
                () -> box.getPseudoClassStates().stream()
                        .noneMatch(state -> state.getPseudoClassName().equals("wrong")));
        type("#field-padding", "9");
        assertThat(window.<Label>node("#layer-refused").getText()).contains("padding: 9 reaches past the kernel");
        assertThat(window.design()).isEqualTo(before);
    }

    private ListView<?> findings() {
        return window.node("#network-findings");
    }

    @Test
    void aReferenceNetworkReplacesTheLayersAndOthersSayWhyNot() throws Exception {
        choose("#network-presets", "network-preset-har-cnn");
        assertThat(window.design().network().weighted()).hasSize(4);
        WindowFixture.await(SOON, () -> rows() == 8);
        MenuItem other = window.<MenuButton>node("#network-presets").getItems().stream()
                .filter(item -> "network-preset-lenet".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(other.isDisable()).isTrue();
        assertThat(window.session().selectedLayerProperty().get()).isEqualTo(Session.NO_LAYER);
    }
}
