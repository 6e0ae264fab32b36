/** Searches at work: which trial is next, training and measuring it, several at a time. */
@NullMarked
package studio.crossbar.search.run;

import org.jspecify.annotations.NullMarked;
