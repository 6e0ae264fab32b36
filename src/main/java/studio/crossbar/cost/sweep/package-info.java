/** Bills of all designs of a space. */
@NullMarked
package studio.crossbar.cost.sweep;

import org.jspecify.annotations.NullMarked;
