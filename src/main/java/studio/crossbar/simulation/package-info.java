/** Inference on mapped crossbars with what was really programmed. */
@NullMarked
package studio.crossbar.simulation;

import org.jspecify.annotations.NullMarked;
