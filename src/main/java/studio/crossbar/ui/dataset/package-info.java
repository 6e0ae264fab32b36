/** Dataset screen: class balance, signals and images. */
@NullMarked
package studio.crossbar.ui.dataset;

import org.jspecify.annotations.NullMarked;
