package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;

/**
 * Every screen of a project with a result: each control has a name to be read out, and Tab leads to all of them. All tests
 * share one walk through one window, since its screens take long to make.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private final Set<String> nameless = new LinkedHashSet<>();
    private final Set<String> silent = new LinkedHashSet<>();
    private final List<String> passedOver = new ArrayList<>();
    private WindowFixture window;

    @BeforeAll
    void lookAtEveryScreen(@TempDir Path folder) throws Exception {
        window = WindowFixture.withSample(folder, Projects.tinyDesign());
        window.open(window.sample());
        window.robot().interact(() -> {
            OpenProject open =
                    Objects.requireNonNull(window.session().projectProperty().get());
            window.session().opened(withResult(open));
        });
        for (Screen screen : Screen.values()) {
            show(screen);
            followTab(screen);
            makeTabs();
            listen(screen);
        }
    }

    private static OpenProject withResult(OpenProject open) {
        var evaluation = Projects.evaluation(open.project().design());
        return new OpenProject(
                open.project(),
                open.parts(),
                open.technology(),
                evaluation.mapped().trained(),
                evaluation,
                null);
    }

    @AfterAll
    void closeWindow() throws Exception {
        window.close();
    }

    @Test
    void everyControlInTheOrderOfFocusHasAName() {
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyDisabledButtonSaysWhy() {
        assertThat(silent).isEmpty();
    }

    @Test
    void tabLeadsToEveryControlOnce() {
        assertThat(passedOver).isEmpty();
    }

    private void followTab(Screen screen) throws Exception {
        List<Node> expected = WindowFixture.call(() -> stops(false));
        List<Node> visited = WindowFixture.call(() -> cycle(expected.getFirst()));
        for (Node node : expected) {
            if (!visited.contains(node)) {
                passedOver.add(screen + ": " + described(node));
            }
        }
    }

    private void listen(Screen screen) throws Exception {
        for (Node node : WindowFixture.call(() -> stops(true))) {
            if (name(node).isBlank()) {
                nameless.add(screen + ": " + described(node));
            }
        }
        for (Node node : WindowFixture.call(this::silentButtons)) {
            silent.add(screen + ": " + described(node));
        }
    }

    /** Disabled buttons whose holder shows no tooltip under the pointer; they show none themselves. */
    private List<Node> silentButtons() {
        return window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button && node.isDisable() && !explained(node.getParent()))
                .toList();
    }

    private static boolean explained(Node holder) {
        holder.fireEvent(Pointer.event(MouseEvent.MOUSE_ENTERED, 0, 0));
        return holder.getProperties().containsKey("javafx.scene.control.Tooltip");
    }

    /** Selects every tab within the screen once, which makes its content. */
    private void makeTabs() throws Exception {
        List<TabPane> panes = WindowFixture.call(() -> window.scene().getRoot().lookupAll(".tab-pane").stream()
                .filter(TabPane.class::isInstance)
                .map(TabPane.class::cast)
                .filter(pane -> pane.getId() != null)
                .toList());
        for (TabPane pane : panes) {
            for (int tab = pane.getTabs().size() - 1; tab >= 0; tab--) {
                int index = tab;
                window.robot().interact(() -> pane.getSelectionModel().select(index));
                assertThat(pane.getTabs().get(tab).getContent()).isNotNull();
            }
        }
    }

    private void show(Screen screen) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(screen));
        window.robot().sleep(300);
        WindowFixture.call(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return true;
        });
    }

    /** Follows Tab from {@code first} until it comes to a node again. */
    private List<Node> cycle(Node first) {
        first.requestFocus();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> visited = new ArrayList<>();
        Node now = window.scene().getFocusOwner();
        while (seen.add(now)) {
            visited.add(now);
            KeyEvent tab = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false);
            now.fireEvent(tab);
            now = window.scene().getFocusOwner();
        }
        return visited;
    }

    /** What takes the focus, in the order of the scene graph; also on tabs within the screen that are not shown. */
    private List<Node> stops(boolean hiddenTabs) {
        Set<Node> found = new LinkedHashSet<>();
        collect(window.scene().getRoot(), hiddenTabs, found);
        return List.copyOf(found);
    }

    private static void collect(Node node, boolean hiddenTabs, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !inGroup(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, hiddenTabs, found));
        }
        if (hiddenTabs && node instanceof TabPane tabs) {
            tabs.getTabs().stream()
                    .map(Tab::getContent)
                    .filter(Objects::nonNull)
                    .forEach(content -> collect(content, true, found));
        }
    }

    /** Tab stops at the chosen button of a group alone; arrow keys lead to its others. */
    private static boolean inGroup(Node node) {
        return node instanceof ToggleButton button
                && button.getToggleGroup() != null
                && button.getToggleGroup().getSelectedToggle() != null
                && !button.isSelected();
    }

    /** As a screen reader has it: the accessible text, the label for it, or its own text. */
    private String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        for (Node label : window.scene().getRoot().lookupAll(".label")) {
            if (label instanceof Label named && node.equals(named.getLabelFor())) {
                return named.getText();
            }
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    private static String described(Node node) {
        String path = "";
        for (Node at = node; at != null && path.length() < 160; at = at.getParent()) {
            path += " < " + at.getClass().getSimpleName() + (at.getId() == null ? "" : "#" + at.getId());
        }
        return path.substring(3);
    }
}
