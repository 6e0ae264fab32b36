/** Tiles screen: floor plan of the mapped network, down to the cell. */
@NullMarked
package studio.crossbar.ui.tiles;

import org.jspecify.annotations.NullMarked;
