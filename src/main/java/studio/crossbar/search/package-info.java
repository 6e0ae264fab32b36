/** Searches for designs. */
@NullMarked
package studio.crossbar.search;

import org.jspecify.annotations.NullMarked;
