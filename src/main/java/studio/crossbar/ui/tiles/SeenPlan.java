package studio.crossbar.ui.tiles;

import org.jspecify.annotations.Nullable;

/** The floor plan in sight. */
interface SeenPlan {

    void zoomIn();

    void zoomOut();

    /** Shows everything. */
    void fit();

    /** Shows one tile; {@code index} among the network's tiles, from 0. */
    void zoomTo(int index);

    /** What is seen, to be drawn elsewhere; null before the first layout and without a result. */
    @Nullable
    FloorDrawing drawing();
}
