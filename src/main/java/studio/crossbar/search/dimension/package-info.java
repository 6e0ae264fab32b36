/** What can be varied in a design, by name. */
@NullMarked
package studio.crossbar.search.dimension;

import org.jspecify.annotations.NullMarked;
