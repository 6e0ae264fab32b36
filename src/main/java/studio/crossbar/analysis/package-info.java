/** What can be said of a network on its hardware before it is trained: figures a layer, and findings with remedies. */
@NullMarked
package studio.crossbar.analysis;

import org.jspecify.annotations.NullMarked;
