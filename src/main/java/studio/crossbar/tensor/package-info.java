/**
 * Float kernels: products, counter-based noise, quantisation and their straight-through gradients; arrays as files.
 */
@NullMarked
package studio.crossbar.tensor;

import org.jspecify.annotations.NullMarked;
