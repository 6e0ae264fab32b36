package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;

/** Which operator does what. */
final class Operators {

    private final ShapeOperators shapes;
    private final ReshapeOperators reshapes;
    private final ProductOperators products;
    private final PoolOperators pools;
    private final ElementOperators elements;
    private final ScaleOperators scales;

    Operators(Reading reading) {
        shapes = new ShapeOperators(reading);
        reshapes = new ReshapeOperators(reading);
        products = new ProductOperators(reading);
        pools = new PoolOperators(reading);
        elements = new ElementOperators(reading);
        scales = new ScaleOperators(reading);
    }

    /** The graph's input, with these sizes behind the batch. */
    Value.Feature input(long[] sizes) {
        return reshapes.input(sizes);
    }

    /** What a node writes. */
    Value value(Node node) throws OnnxException {
        boolean constant = node.has(0) && node.value(0) instanceof Value.Constant;
        return constant || node.operator().equals("Constant") ? ofConstant(node) : ofFeature(node);
    }

    private Value ofConstant(Node node) throws OnnxException {
        boolean both = node.inputs() < 2 || (node.has(1) && node.value(1) instanceof Value.Constant);
        if (!both) {
            return ofFeature(node);
        }
        return switch (node.operator()) {
            case "Constant" -> ConstantOperators.constant(node);
            case "Identity" -> node.value(0);
            case "Cast" -> ConstantOperators.cast(node, node.constant(0));
            case "Gather" -> ConstantLists.gather(node);
            case "Concat" -> ConstantLists.concat(node);
            case "Slice" -> ConstantLists.slice(node);
            case "ConstantOfShape" -> ConstantLists.filled(node);
            case "Reshape" -> ConstantOperators.reshaped(node, node.constant(0));
            case "Squeeze" -> ConstantOperators.squeezed(node, node.constant(0));
            case "Unsqueeze" -> ConstantOperators.unsqueezed(node, node.constant(0));
            case "Transpose" -> ConstantOperators.transposed(node, node.constant(0));
            case "Add" -> ConstantOperators.computed(node, Double::sum, Long::sum);
            case "Sub" -> ConstantOperators.computed(node, (a, b) -> a - b, (a, b) -> a - b);
            case "Mul" -> ConstantOperators.computed(node, (a, b) -> a * b, (a, b) -> a * b);
            case "Div" -> ConstantOperators.computed(node, (a, b) -> a / b, (a, b) -> a / b);
            default ->
                throw node.problem(
                        "computes with constants in a way that is not supported; export with constant folding");
        };
    }

    private Value ofFeature(Node node) throws OnnxException {
        return switch (node.operator()) {
            case "Conv" -> products.convolution(node);
            case "Gemm" -> products.gemm(node);
            case "MatMul" -> products.matMul(node);
            case "BatchNormalization" -> scales.batchNormalisation(node);
            case "Add", "Sum" -> isSum(node) ? elements.sum(node) : scales.arithmetic(node);
            case "Sub", "Mul", "Div" -> scales.arithmetic(node);
            case "Relu" -> elements.relu(node);
            case "Clip" -> elements.clip(node);
            case "Min" -> elements.extreme(node, false);
            case "Max" -> elements.extreme(node, true);
            case "Neg" -> elements.negated(node);
            case "Concat" -> elements.concat(node);
            case "Dropout" -> elements.dropout(node);
            case "Softmax", "LogSoftmax" -> elements.probabilities(node);
            case "MaxPool" -> pools.pool(node, true);
            case "AveragePool" -> pools.pool(node, false);
            case "GlobalMaxPool" -> pools.greatestOfAll(node);
            case "GlobalAveragePool" -> pools.meanOfAll(node);
            case "ReduceMean" -> pools.reduceMean(node);
            case "Identity" -> node.value(0);
            case "Cast" -> cast(node);
            case "Shape" -> reshapes.shape(node, node.feature(0));
            case "Reshape" -> reshapes.reshape(node);
            case "Flatten" -> reshapes.flatten(node);
            case "Squeeze" -> reshapes.squeeze(node);
            case "Unsqueeze" -> shapes.unsqueeze(node);
            case "Transpose" -> shapes.transpose(node);
            case "Gather" -> shapes.gather(node);
            case "Pad" -> shapes.pad(node);
            default -> throw node.problem("is an operator that no layer here has; " + advice(node.operator()));
        };
    }

    private static boolean isSum(Node node) throws OnnxException {
        if (node.operator().equals("Sum") && node.inputs() != 2) {
            throw node.problem("adds " + node.inputs() + " tensors; add two at a time");
        }
        return !(node.value(0) instanceof Value.Constant) && !(node.value(1) instanceof Value.Constant);
    }

    private static Value cast(Node node) throws OnnxException {
        int type = (int) node.integer("to", 0);
        if (!ConstantOperators.floating(TensorProto.DataType.forNumber(type))) {
            throw node.problem(
                    "makes " + Tensors.typeName(type) + " of a layer's values; export the network with floats");
        }
        return node.feature(0);
    }

    /** What to use in place of an operator. */
    private static String advice(String operator) {
        return switch (operator) {
            case "LeakyRelu",
                    "Elu",
                    "Selu",
                    "PRelu",
                    "Sigmoid",
                    "Tanh",
                    "HardSigmoid",
                    "HardSwish",
                    "Gelu",
                    "Erf",
                    "Softplus" -> "train the network with ReLU, ReLU-N, hard tanh or the concatenated rectifier";
            case "QuantizeLinear", "DequantizeLinear", "QLinearConv", "QLinearMatMul", "ConvInteger", "MatMulInteger" ->
                "export the float network; the studio quantises it itself";
            case "LSTM", "GRU", "RNN", "Loop", "Scan", "If" ->
                "only networks without recurrence or branching in time are" + " supported";
            case "InstanceNormalization", "LayerNormalization", "GroupNormalization", "LRN" ->
                "use batch normalisation directly behind a convolution or dense layer";
            default -> "docs/onnx.md lists those that are supported";
        };
    }
}
