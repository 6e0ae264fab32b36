/** Project folders: what a user opens, trains, evaluates and exports. */
@NullMarked
package studio.crossbar.study;

import org.jspecify.annotations.NullMarked;
