/** What trials teach: forests that predict a metric from a genome, and which parameters matter. */
@NullMarked
package studio.crossbar.search.model;

import org.jspecify.annotations.NullMarked;
