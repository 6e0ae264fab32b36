/** Float kernels: counter-based noise, quantisation and their straight-through gradients. */
@NullMarked
package studio.crossbar.tensor;

import org.jspecify.annotations.NullMarked;
