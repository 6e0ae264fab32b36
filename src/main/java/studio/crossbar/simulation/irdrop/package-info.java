/** Currents of a crossbar whose wires have resistance, exact and approximate. */
@NullMarked
package studio.crossbar.simulation.irdrop;

import org.jspecify.annotations.NullMarked;
