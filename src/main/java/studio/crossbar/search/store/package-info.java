/** Searches on the disk: a database in the project folder, and beside it the files of every trial. */
@NullMarked
package studio.crossbar.search.store;

import org.jspecify.annotations.NullMarked;
