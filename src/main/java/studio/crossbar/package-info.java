/** Crossbar Studio: design of neural networks for analog non-volatile-memory crossbars. */
@NullMarked
package studio.crossbar;

import org.jspecify.annotations.NullMarked;
