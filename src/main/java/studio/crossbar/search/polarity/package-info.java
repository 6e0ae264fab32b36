/** Which signs the weights of each sub-matrix may have: found by gradients, at a price from the cost model. */
@NullMarked
package studio.crossbar.search.polarity;

import org.jspecify.annotations.NullMarked;
