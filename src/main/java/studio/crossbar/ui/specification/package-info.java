/** Screen of the specifications: targets, and verdicts in every corner. */
@NullMarked
package studio.crossbar.ui.specification;

import org.jspecify.annotations.NullMarked;
