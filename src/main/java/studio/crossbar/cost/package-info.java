/** Area, energy and latency, bottom-up from a technology file. */
@NullMarked
package studio.crossbar.cost;

import org.jspecify.annotations.NullMarked;
