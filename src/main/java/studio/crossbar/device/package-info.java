/**
 * Memory devices as measurements describe them: presets with sources, the conductance that programming leaves, how it
 * drifts, and the noise of reading it.
 */
@NullMarked
package studio.crossbar.device;

import org.jspecify.annotations.NullMarked;
