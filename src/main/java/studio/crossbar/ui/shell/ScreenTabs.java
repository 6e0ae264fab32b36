package studio.crossbar.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;

/**
 * A tab for each screen, whose content is made when it is shown first: all of them at once would double the time to the
 * first picture of the window. Where not all names fit, only the selected tab has one beside its icon; none is out of
 * sight.
 */
final class ScreenTabs {

    private static final String COMPACT = "compact";

    /** Icon, gap and padding of a tab, px. */
    private static final double BESIDE_NAME = 46;

    private final TabPane pane = new TabPane();
    private final List<Screen> screens = List.of(Screen.values());
    private final Map<Screen, Supplier<Node>> contents;
    private final Steps steps = new Steps();
    private boolean fitting;

    /** Tabs that follow the screen of {@code session}, and choose it. */
    ScreenTabs(Map<Screen, Supplier<Node>> contents, Session session) {
        this.contents = contents;
        pane.setAccessibleText(Texts.get("shell.window.screens"));
        for (Screen screen : screens) {
            Tab tab = new Tab(screen.label());
            tab.setGraphic(new FontIcon(screen.icon()));
            tab.setId("tab-" + screen.name().toLowerCase(Locale.ROOT));
            tab.setTooltip(new Tooltip(screen.label()));
            tab.setClosable(false);
            pane.getTabs().add(tab);
        }
        pane.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> {
            fill(now.intValue());
            session.screenProperty().set(screens.get(now.intValue()));
            fit();
        });
        fill(pane.getSelectionModel().getSelectedIndex());
        session.screenProperty().subscribe(screen -> pane.getSelectionModel().select(screens.indexOf(screen)));
        pane.widthProperty().subscribe((before, now) -> fit());
        pane.needsLayoutProperty().subscribe(needed -> {
            if (!needed) {
                fit();
            }
        });
    }

    TabPane pane() {
        return pane;
    }

    private void fill(int index) {
        Tab tab = pane.getTabs().get(index);
        if (tab.getContent() == null) {
            tab.setContent(steps.later(Objects.requireNonNull(contents.get(screens.get(index)))));
        }
    }

    /** Names take another width under another text size, too, so they are measured each time. */
    private void fit() {
        if (fitting || !(pane.lookup(".tab-label") instanceof Label label)) {
            return;
        }
        fitting = true;
        double full = 0;
        for (Tab tab : pane.getTabs()) {
            Text name = new Text(tab.getText());
            name.setFont(label.getFont());
            full += name.getLayoutBounds().getWidth() + BESIDE_NAME;
        }
        for (Tab tab : pane.getTabs()) {
            boolean compact = full > pane.getWidth() && !tab.isSelected();
            if (compact != tab.getStyleClass().contains(COMPACT)) {
                if (compact) {
                    tab.getStyleClass().add(COMPACT);
                } else {
                    tab.getStyleClass().remove(COMPACT);
                }
            }
        }
        fitting = false;
    }
}
