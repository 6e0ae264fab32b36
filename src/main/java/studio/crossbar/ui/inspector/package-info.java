/** Inspector: the design's parameters with units, ranges and defaults. */
@NullMarked
package studio.crossbar.ui.inspector;

import org.jspecify.annotations.NullMarked;
