/** What the tried designs say: fronts, volumes, importance. */
@NullMarked
package studio.crossbar.search.front;

import org.jspecify.annotations.NullMarked;
