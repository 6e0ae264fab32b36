/** What a tile computes: programmed cells, quantised inputs, read noise, converters, digital accumulation. */
@NullMarked
package studio.crossbar.simulation.tile;

import org.jspecify.annotations.NullMarked;
