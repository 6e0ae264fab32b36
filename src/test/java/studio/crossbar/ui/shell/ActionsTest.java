package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

class ActionsTest {

    @Test
    void noTwoActionsShareKeys() {
        Session session = new Session();
        Jobs jobs = new Jobs(Runnable::run, problem -> {});
        Actions actions = new Actions(
                new Workbench(new CoreEngine(Path.of("none")), session, jobs, Runnable::run),
                new NoWindow(),
                new RecentProjects(List.of(), Runnable::run),
                new DesktopTheme(session.themeProperty(), new SimpleObjectProperty<>(ColorScheme.LIGHT), null),
                new TextSize(TextSize.USUAL));
        List<KeyCombination> keys = actions.all().stream()
                .map(Action::keys)
                .filter(Objects::nonNull)
                .toList();
        assertThat(keys)
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .doesNotContain(UndoKeys.SECOND_REDO)
                .contains(KeyCombination.keyCombination("Shortcut+0"));
        jobs.close();
    }
}
