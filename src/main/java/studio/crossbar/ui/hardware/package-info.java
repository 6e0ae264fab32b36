/** Hardware screen: network on crossbars, cell characteristic, live cost. */
@NullMarked
package studio.crossbar.ui.hardware;

import org.jspecify.annotations.NullMarked;
