/** Specifications of a project: targets, verdicts in every corner, and what was measured for them. */
@NullMarked
package studio.crossbar.specification;

import org.jspecify.annotations.NullMarked;
