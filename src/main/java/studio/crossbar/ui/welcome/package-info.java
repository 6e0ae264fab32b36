/** Welcome page with the sample projects. */
@NullMarked
package studio.crossbar.ui.welcome;

import org.jspecify.annotations.NullMarked;
