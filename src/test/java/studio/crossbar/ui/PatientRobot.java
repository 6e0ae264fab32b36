package studio.crossbar.ui;

import java.util.Arrays;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Looks things up once the screen's parts are all there, as a user waits for them. Waits for the window's thread once after
 * what hands do; the robot itself does so after every part of it, and goes to its target pixel by pixel, which takes most
 * of its time.
 */
final class PatientRobot extends FxRobot {

    /** Rounds of the window's thread, ten milliseconds apart. */
    private static final int AFTER_CODE = 2;

    private static final int AFTER_HANDS = 3;

    private final Runnable awaitParts;

    /** @param awaitParts returns once the screen is complete */
    PatientRobot(Runnable awaitParts) {
        this.awaitParts = awaitParts;
    }

    @Override
    public FxRobot interact(Runnable work) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
        WaitForAsyncUtils.waitForFxEvents(AFTER_CODE);
        awaitParts.run();
        return this;
    }

    @Override
    public NodeQuery lookup(String query) {
        awaitParts.run();
        return super.lookup(query);
    }

    @Override
    public FxRobot moveTo(String query) {
        awaitParts.run();
        go(point(query));
        return this;
    }

    @Override
    public FxRobot moveTo(Point2D place) {
        go(point(place));
        return this;
    }

    @Override
    public FxRobot moveTo(double x, double y) {
        go(point(x, y));
        return this;
    }

    @Override
    public FxRobot clickOn(String query, MouseButton... buttons) {
        awaitParts.run();
        return click(1, point(query), buttons);
    }

    @Override
    public FxRobot clickOn(Node node, MouseButton... buttons) {
        return click(1, point(node), buttons);
    }

    @Override
    public FxRobot doubleClickOn(String query, MouseButton... buttons) {
        awaitParts.run();
        return click(2, point(query), buttons);
    }

    private FxRobot click(int times, PointQuery there, MouseButton... buttons) {
        go(there);
        MouseRobot mouse = robotContext().getMouseRobot();
        for (int i = 0; i < times; i++) {
            mouse.pressNoWait(buttons);
            mouse.releaseNoWait(buttons);
        }
        settle();
        awaitParts.run();
        return this;
    }

    /** What the pointer has come to may move because of that. */
    private void go(PointQuery there) {
        Point2D place = there.query();
        robotContext().getMouseRobot().moveNoWait(place);
        settle();
        Point2D now = there.query();
        if (!now.equals(place)) {
            robotContext().getMouseRobot().moveNoWait(now);
            settle();
        }
    }

    @Override
    public FxRobot scroll(int amount, VerticalDirection direction) {
        for (int i = 0; i < amount; i++) {
            robotContext().getMouseRobot().scrollNoWait(direction == VerticalDirection.UP ? -1 : 1);
        }
        settle();
        return this;
    }

    @Override
    public FxRobot push(KeyCode... combination) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        keyboard.pressNoWait(combination);
        keyboard.releaseNoWait(Arrays.asList(combination).reversed().toArray(KeyCode[]::new));
        settle();
        return this;
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        Scene scene = robotContext().getWindowFinder().window(Window::isFocused).getScene();
        for (char character : text.toCharArray()) {
            robotContext().getBaseRobot().typeKeyboard(scene, KeyCode.UNDEFINED, String.valueOf(character));
        }
        settle();
        return this;
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(AFTER_HANDS);
    }
}
