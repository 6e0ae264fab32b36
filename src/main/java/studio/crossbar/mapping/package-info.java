/** Weights on crossbar tiles. */
@NullMarked
package studio.crossbar.mapping;

import org.jspecify.annotations.NullMarked;
