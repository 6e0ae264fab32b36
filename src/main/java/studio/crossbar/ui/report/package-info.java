/** Report screen: summary and exports. */
@NullMarked
package studio.crossbar.ui.report;

import org.jspecify.annotations.NullMarked;
