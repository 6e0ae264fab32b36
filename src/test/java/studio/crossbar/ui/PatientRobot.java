package studio.crossbar.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/** Looks things up once the screen's parts are all there, as a user waits for them. */
final class PatientRobot extends FxRobot {

    private static final int SETTLING = 2;

    private final Runnable awaitParts;

    /** @param awaitParts returns once the screen is complete */
    PatientRobot(Runnable awaitParts) {
        this.awaitParts = awaitParts;
    }

    @Override
    public FxRobot interact(Runnable work) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
        WaitForAsyncUtils.waitForFxEvents(SETTLING);
        awaitParts.run();
        return this;
    }

    @Override
    public NodeQuery lookup(String query) {
        awaitParts.run();
        return super.lookup(query);
    }

    @Override
    public FxRobot clickOn(String query, MouseButton... buttons) {
        awaitParts.run();
        jump(point(query));
        super.clickOn(query, buttons);
        awaitParts.run();
        return this;
    }

    @Override
    public FxRobot clickOn(Node node, MouseButton... buttons) {
        jump(point(node));
        super.clickOn(node, buttons);
        awaitParts.run();
        return this;
    }

    @Override
    public FxRobot doubleClickOn(String query, MouseButton... buttons) {
        awaitParts.run();
        jump(point(query));
        super.doubleClickOn(query, buttons);
        return this;
    }

    /** The robot itself goes there pixel by pixel, which takes most of its time. */
    private void jump(PointQuery there) {
        robotContext().getMouseRobot().moveNoWait(there.query());
    }
}
