/** The one value that travels through the studio: network, hardware and training recipe, in JSON and back. */
@NullMarked
package studio.crossbar.design;

import org.jspecify.annotations.NullMarked;
