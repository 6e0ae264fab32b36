/** Immutable layer specifications, shape inference and reference networks. */
@NullMarked
package studio.crossbar.network;

import org.jspecify.annotations.NullMarked;
