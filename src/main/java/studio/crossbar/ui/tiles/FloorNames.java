package studio.crossbar.ui.tiles;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Theme;

/** Labels above the floor plan, as nodes that are used again: a second canvas would be blended as a whole in every frame. */
final class FloorNames extends Group {

    FloorNames() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Shows those of {@code labels} that are seen in a window of that size. */
    void show(List<FloorLabels.Label> labels, Theme theme, double width, double height) {
        int used = 0;
        for (FloorLabels.Label label : labels) {
            if (label.x() < width && label.y() > 0 && label.y() - label.size() < height && label.x() > -width) {
                if (used == getChildren().size()) {
                    getChildren().add(new Text());
                }
                place((Text) getChildren().get(used++), label, theme);
            }
        }
        for (int i = used; i < getChildren().size(); i++) {
            getChildren().get(i).setVisible(false);
        }
    }

    private static void place(Text text, FloorLabels.Label label, Theme theme) {
        text.setText(label.text());
        text.setFont(Font.font(label.size()));
        text.setFill(label.ground() == 0 ? Colours.fx(theme.text()) : Colours.ink(label.ground()));
        double shift = label.middle() ? text.getLayoutBounds().getWidth() / 2 : 0;
        text.setX(Math.rint(label.x() - shift));
        text.setY(Math.rint(label.y()));
        text.setVisible(true);
    }
}
