/** What uniform ranges and cells of one sign save. */
@NullMarked
package studio.crossbar.cost.claim;

import org.jspecify.annotations.NullMarked;
