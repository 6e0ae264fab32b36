/** What a design chooses of the analog hardware: encodings, converters, ranges. */
@NullMarked
package studio.crossbar.hardware;

import org.jspecify.annotations.NullMarked;
