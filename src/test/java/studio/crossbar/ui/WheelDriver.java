package studio.crossbar.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.Screen;

/** Turns the wheel over the floor plan of a window on a real display; {@link WheelTest} starts it there. */
final class WheelDriver {

    private static final int SPAN = 30;
    /** Below the size of a cell. */
    private static final int STEP = 2;

    private WheelDriver() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("wheel");
        Design design = Projects.tinyDesign();
        try (WindowFixture window = new WindowFixture(folder)) {
            window.robot().interact(() -> {
                window.session().opened(Projects.open(design, Projects.evaluation(design)));
                window.session().screenProperty().set(Screen.TILES);
            });
            WindowFixture.await(
                    Duration.ofSeconds(20),
                    () -> window.node("#floor-plan").getBoundsInLocal().getWidth() > 100);
            Point2D at = window.anyCell();
            int before = cells(window, at);
            String fixed = pointed(window, at, 0);
            turn(window, at, VerticalDirection.UP);
            String after = pointed(window, at, 0);
            int near = cells(window, at);
            pointed(window, at, 0);
            turn(window, at, VerticalDirection.DOWN);
            int back = cells(window, at);
            System.out.println("cells in " + SPAN + " pixels: " + before + ", nearer " + near + ", back " + back);
            System.out.println("under the pointer: " + fixed.equals(after));
        }
        System.exit(0);
    }

    private static String pointed(WindowFixture window, Point2D at, int right) {
        window.robot().moveTo(at.getX() + right, at.getY());
        WaitForAsyncUtils.waitForFxEvents();
        return window.text("#tile-cell");
    }

    private static int cells(WindowFixture window, Point2D at) {
        Set<String> seen = new HashSet<>();
        for (int right = 0; right < SPAN; right += STEP) {
            seen.add(pointed(window, at, right));
        }
        return seen.size();
    }

    private static void turn(WindowFixture window, Point2D at, VerticalDirection direction) {
        pointed(window, at, 0);
        window.robot().scroll(5, direction);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
