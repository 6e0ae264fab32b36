/** Dataset screen: class balance and signals. */
@NullMarked
package studio.crossbar.ui.dataset;

import org.jspecify.annotations.NullMarked;
