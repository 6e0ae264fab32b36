/** The window: layout, actions, navigation, jobs drawer, remembered state. */
@NullMarked
package studio.crossbar.ui.shell;

import org.jspecify.annotations.NullMarked;
