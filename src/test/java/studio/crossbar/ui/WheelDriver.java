package studio.crossbar.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.Screen;

/** Turns the wheel over the floor plan of a window on a real display; {@link WheelTest} starts it there. */
final class WheelDriver {

    private static final int SPAN = 30;
    /** Below the size of a cell. */
    private static final int STEP = 2;

    private static final int BORDER = 4;

    private WheelDriver() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("wheel");
        Design design = Projects.tinyDesign();
        try (WindowFixture window = new WindowFixture(folder, folder.resolve("preferences.json"))) {
            window.robot().interact(() -> {
                window.session().opened(Projects.open(design, Projects.evaluation(design)));
                window.session().screenProperty().set(Screen.TILES);
            });
            WindowFixture.await(
                    Duration.ofSeconds(20),
                    () -> window.node("#floor-plan").getBoundsInLocal().getWidth() > 100);
            double[] at = cell(window);
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

    /** A pixel just inside the first cell in a colour that only cells have. */
    private static double[] cell(WindowFixture window) throws Exception {
        Node plan = window.node("#floor-plan");
        WritableImage picture = WindowFixture.call(() -> plan.snapshot(null, null));
        Bounds area = WindowFixture.call(() -> plan.localToScreen(plan.getBoundsInLocal()));
        for (int y = BORDER; y < picture.getHeight() - BORDER; y++) {
            for (int x = BORDER; x < picture.getWidth() - BORDER; x++) {
                int argb = picture.getPixelReader().getArgb(x, y);
                if (Math.abs((argb >> 16 & 0xFF) - (argb & 0xFF)) > 90) {
                    return new double[] {area.getMinX() + x + 2, area.getMinY() + y + 2};
                }
            }
        }
        throw new AssertionError("the floor plan shows no cell");
    }

    private static String pointed(WindowFixture window, double[] at, int right) {
        window.robot().moveTo(at[0] + right, at[1]);
        WaitForAsyncUtils.waitForFxEvents();
        return window.<Label>node("#tile-cell").getText();
    }

    private static int cells(WindowFixture window, double[] at) {
        Set<String> seen = new HashSet<>();
        for (int right = 0; right < SPAN; right += STEP) {
            seen.add(pointed(window, at, right));
        }
        return seen.size();
    }

    private static void turn(WindowFixture window, double[] at, VerticalDirection direction) {
        pointed(window, at, 0);
        window.robot().scroll(5, direction);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
