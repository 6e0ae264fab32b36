/** What a search varies, what it tries and what it found. */
@NullMarked
package studio.crossbar.search;

import org.jspecify.annotations.NullMarked;
