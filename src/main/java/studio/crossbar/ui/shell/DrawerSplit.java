package studio.crossbar.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Screens above, the jobs drawer below; the drawer can be hidden and comes back as high as it was. */
final class DrawerSplit extends SplitPane {

    private final Node drawer;
    /** While the drawer is hidden. */
    private double divider;

    /**
     * Of two parts.
     *
     * @param divider between them, 0 … 1
     * @param hidden whether the drawer is
     */
    DrawerSplit(Node screens, Node drawer, double divider, boolean hidden) {
        super(screens);
        this.drawer = drawer;
        this.divider = divider;
        setId("drawer-split");
        setOrientation(Orientation.VERTICAL);
        setResizableWithParent(drawer, false);
        if (!hidden) {
            show();
        }
    }

    /** Where the divider is, or will be when the drawer is shown again. */
    double divider() {
        return hidden() ? divider : getDividerPositions()[0];
    }

    boolean hidden() {
        return !getItems().contains(drawer);
    }

    /** Shows the drawer, or hides it. */
    void toggle() {
        if (hidden()) {
            show();
        } else {
            divider = divider();
            getItems().remove(drawer);
        }
    }

    private void show() {
        getItems().add(drawer);
        setDividerPositions(divider);
    }
}
