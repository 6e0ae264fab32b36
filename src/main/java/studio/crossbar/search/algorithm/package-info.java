/** Which design a search tries next. */
@NullMarked
package studio.crossbar.search.algorithm;

import org.jspecify.annotations.NullMarked;
