package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects nodes and initialisers of a graph; tensors are named after the node that writes them. */
final class GraphBuilder {

    /** Name of the batch's dimension, which is left open. */
    private static final String BATCH = "batch";

    final GraphProto.Builder graph = GraphProto.newBuilder();

    /** Adds a node whose output has its name, and returns that. */
    String node(String name, String operator, Attributes attributes, String... inputs) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(name)
                .addAllAttribute(attributes.list()));
        return name;
    }

    /** Adds a node without attributes. */
    String node(String name, String operator, String... inputs) {
        return node(name, operator, Attributes.NONE, inputs);
    }

    /** Adds constants, row-major; no dimensions for a scalar. */
    String floats(String name, float[] values, long... dimensions) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        graph.addInitializer(tensor(name, TensorProto.DataType.FLOAT, bytes, dimensions));
        return name;
    }

    /** Adds integers as a list. */
    String longs(String name, long... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(8, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        graph.addInitializer(tensor(name, TensorProto.DataType.INT64, bytes, values.length));
        return name;
    }

    private static TensorProto tensor(String name, TensorProto.DataType type, ByteBuffer bytes, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(dimensions).forEach(tensor::addDims);
        return tensor.build();
    }

    /** A float tensor of samples with the given dimensions each. */
    static ValueInfoProto samples(String name, String description, long... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        Arrays.stream(dimensions)
                .forEach(size ->
                        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(description)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    /** Attributes of a node. */
    record Attributes(List<AttributeProto> list) {

        static final Attributes NONE = new Attributes(List.of());

        Attributes {
            list = List.copyOf(list);
        }

        Attributes with(String name, long value) {
            return plus(AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(value));
        }

        Attributes with(String name, long[] values) {
            AttributeProto.Builder attribute =
                    AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
            Arrays.stream(values).forEach(attribute::addInts);
            return plus(attribute);
        }

        private Attributes plus(AttributeProto.Builder attribute) {
            List<AttributeProto> more = new ArrayList<>(list);
            more.add(attribute.build());
            return new Attributes(more);
        }
    }
}
