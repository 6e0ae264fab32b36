/**
 * Networks with float weights as ONNX files: {@link studio.crossbar.network.onnx.OnnxExport} writes them,
 * {@link studio.crossbar.network.onnx.OnnxFile} reads what PyTorch's and Keras's exporters write.
 */
@NullMarked
package studio.crossbar.network.onnx;

import org.jspecify.annotations.NullMarked;
