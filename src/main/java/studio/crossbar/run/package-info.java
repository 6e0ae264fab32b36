/** Work in the background: jobs with title, progress, cancellation and one terminal state. */
@NullMarked
package studio.crossbar.run;

import org.jspecify.annotations.NullMarked;
