/** The network screen: layers as diagram and table, their settings, and analysis before training. */
@NullMarked
package studio.crossbar.ui.network;

import org.jspecify.annotations.NullMarked;
