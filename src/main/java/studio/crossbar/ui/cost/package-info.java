/** Cost screen: area, energy and latency by component and layer. */
@NullMarked
package studio.crossbar.ui.cost;

import org.jspecify.annotations.NullMarked;
