/** Results as files: CSV tables, a PDF report, figures. */
@NullMarked
package studio.crossbar.report;

import org.jspecify.annotations.NullMarked;
