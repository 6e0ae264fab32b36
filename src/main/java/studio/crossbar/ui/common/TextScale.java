package studio.crossbar.ui.common;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Node;
import javafx.scene.text.Text;

/**
 * How much larger than usual the window's text is, for regions that draw their text themselves. It is that of an empty text
 * within the region, which inherits the size that the window gives its root.
 */
public final class TextScale {

    /** Usual size, of {@code .root} in workbench.css, in pixels. */
    public static final double USUAL_PIXELS = 13;

    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(this, "scale", 1);

    /** Adds the empty text to {@code children}. */
    public TextScale(List<Node> children) {
        Text probe = new Text();
        probe.setManaged(false);
        probe.setMouseTransparent(true);
        children.add(probe);
        probe.fontProperty().subscribe((before, now) -> scale.set(now.getSize() / USUAL_PIXELS));
    }

    /** 1 for the usual size. */
    public double get() {
        return scale.get();
    }

    /** 1 for the usual size; changes when the window's does. */
    public ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }
}
