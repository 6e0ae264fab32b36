/** What the screens share: session, jobs, parameters, theme, charts, dialogs. */
@NullMarked
package studio.crossbar.ui.common;

import org.jspecify.annotations.NullMarked;
