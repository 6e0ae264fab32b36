/** JSON files that people write: strict reading with one clear refusal, readable writing. */
@NullMarked
package studio.crossbar.json;

import org.jspecify.annotations.NullMarked;
