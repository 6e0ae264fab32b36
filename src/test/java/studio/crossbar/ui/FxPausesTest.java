package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.Screen;

/**
 * While a training runs, its user looks at every screen and edits the design. What the window's thread computes at a time
 * goes to {@code target/fx-pauses.txt}, with the thread's stacks.
 */
class FxPausesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** What nobody notices, on a machine that has a processor for the window. */
    private static final double MOST_NANOSECONDS = 50e6;

    /** Of that, for code that runs for the first time: it waits for nobody, but the compilers are late with it. */
    private static final double COLD = 1.5;

    private static final double MOST_CROWDED = 5;

    /** On a screen and after an edit: what comes with the next frames and from other threads is there by then, ms. */
    private static final int LOOK = 150;

    @TempDir
    Path folder;

    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openWindow() throws Exception {
        Design design = Projects.tinyDesign();
        window = WindowFixture.withSample(
                folder, design.withRecipe(design.recipe().withEpochs(1000, 1000)));
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    @Test
    void aTrainingLeavesTheWindowFree() throws Exception {
        window.openSample();
        robot.clickOn("#tool-train");
        WindowFixture.await(SOON, () -> !window.session().training().epochs().isEmpty());
        long first;
        long later;
        StringBuilder text = new StringBuilder();
        try (FxHeart heart = new FxHeart()) {
            visitAll(heart, "first showing of ");
            first = heart.longest();
            report(text, "First showing of each screen", heart);
        }
        try (FxHeart heart = new FxHeart()) {
            visitAll(heart, "showing again ");
            later = heart.longest();
            report(text, "Screens again, and edits", heart);
        }
        Files.writeString(Path.of("target", "fx-pauses.txt"), text);
        assertThat(window.session().training().runningProperty().get()).isTrue();
        double most = MOST_NANOSECONDS * crowding();
        assertThat((double) first)
                .as("nanoseconds of work at a time, screens made")
                .isLessThan(COLD * most);
        assertThat((double) later).as("nanoseconds of work at a time").isLessThan(most);
    }

    /**
     * How many want each processor, at least 1: beside others, the same work takes more of a processor's time, as they
     * drive its data from the caches and its compilers from their threads.
     */
    private static double crowding() {
        double wanting = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return Math.clamp(wanting / Runtime.getRuntime().availableProcessors(), 1, MOST_CROWDED);
    }

    private void visitAll(FxHeart heart, String how) throws Exception {
        for (Screen screen : Screen.values()) {
            heart.doing(how + screen);
            robot.interact(() -> window.session().screenProperty().set(screen));
            robot.sleep(LOOK);
            heart.doing("an edit on " + screen);
            String noise = (1 + screen.ordinal()) + " %";
            robot.interact(() -> {
                TextField field = window.node("#field-programming-noise");
                field.setText(noise);
                field.fireEvent(new ActionEvent());
            });
            robot.sleep(LOOK);
        }
        assertThat(Objects.requireNonNull(window.session().designProperty().get())
                        .hardware()
                        .noise()
                        .programmingSigma())
                .isGreaterThan(0.05);
    }

    private static void report(StringBuilder text, String title, FxHeart heart) {
        text.append("%s: longest %.0f ms%n".formatted(title, heart.longest() / 1e6));
        for (FxHeart.Pause pause : heart.pauses()) {
            text.append("  %.0f ms in %s%n".formatted(pause.nanoseconds() / 1e6, pause.doing()));
        }
        for (FxHeart.Pause pause : heart.pauses()) {
            text.append("%n  %.0f ms in %s%n".formatted(pause.nanoseconds() / 1e6, pause.doing()));
            for (String stack : Set.copyOf(List.copyOf(pause.stacks()))) {
                text.append(stack).append("\n\n");
            }
        }
    }
}
