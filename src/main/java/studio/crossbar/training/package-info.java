/** Training with the hardware in the loop. */
@NullMarked
package studio.crossbar.training;

import org.jspecify.annotations.NullMarked;
