/** Data sets and their readers. */
@NullMarked
package studio.crossbar.data;

import org.jspecify.annotations.NullMarked;
