package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link LongRun}, and that it would tell of what grows. */
class LongRunTest {

    /** Within seconds caches are still being filled; projects, nodes and listeners must not stay even then. */
    private static final Census.Bounds BOUNDS = new Census.Bounds(24 * 1024, 10, 2, 3, 1);

    @TempDir
    Path folder;

    @Test
    void useLeavesNothingBehind() throws Exception {
        try (LongRun window = new LongRun(folder)) {
            List<Census> run = window.use(4, Duration.ofSeconds(15), Duration.ZERO, census -> {});
            assertThat(Census.grown(run, BOUNDS)).as(Census.table(run)).isEmpty();
        }
    }

    @Test
    void growthIsToldByName() {
        List<Census> run = List.of(
                new Census(0, 90_000, 2000, 50, 20, 0),
                new Census(60, 99_000, 2000, 50, 20, 0),
                new Census(120, 99_500, 2000, 51, 20, 1),
                new Census(180, 99_100, 2000, 54, 20, 1),
                new Census(240, 99_700, 2000, 57, 20, 2),
                new Census(300, 99_900, 2000, 60, 20, 1));
        assertThat(Census.grown(run, BOUNDS)).containsExactly("listeners: from 54 to 60, more than 2");
    }

    @Test
    void listenersAreCounted() throws Exception {
        SimpleObjectProperty<String> value = new SimpleObjectProperty<>("");
        assertThat(Listeners.of(value)).isZero();
        value.subscribe(() -> {});
        assertThat(Listeners.of(value)).isEqualTo(1);
        value.subscribe((before, now) -> {});
        value.subscribe(() -> {}).unsubscribe();
        assertThat(Listeners.of(value)).isEqualTo(2);
        ObservableList<String> list = FXCollections.observableArrayList();
        list.addListener((javafx.beans.InvalidationListener) observable -> {});
        list.addListener((javafx.beans.InvalidationListener) observable -> {});
        list.addListener((javafx.beans.InvalidationListener) observable -> {});
        assertThat(Listeners.of(list)).isEqualTo(3);
    }
}
