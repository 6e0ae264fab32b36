/** Search screen: Pareto charts, trials, what the search says of its parameters, and the search itself as a job. */
@NullMarked
package studio.crossbar.ui.search;

import org.jspecify.annotations.NullMarked;
