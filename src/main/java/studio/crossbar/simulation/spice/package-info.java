/** Crossbars as netlists for circuit simulators. */
@NullMarked
package studio.crossbar.simulation.spice;

import org.jspecify.annotations.NullMarked;
