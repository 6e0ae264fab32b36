package studio.crossbar.report;

import java.io.IOException;

/** A drawing of a known size that stays on one page. */
interface Figure {

    /** Height in points when drawn {@code width} points wide. */
    float height(float width);

    /** Draws with the top left corner at (x, y). */
    void draw(Canvas canvas, float x, float y, float width) throws IOException;
}
