package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** Reads a graph node by node and notes for each tensor which layers it comes from. */
final class GraphWalk {

    private final GraphProto graph;
    private final Reading reading = new Reading();
    private final Operators operators = new Operators(reading);
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, TensorProto> initialisers = new HashMap<>();

    GraphWalk(GraphProto graph) {
        this.graph = graph;
        graph.getInitializerList().forEach(tensor -> initialisers.put(tensor.getName(), tensor));
    }

    List<String> remarks() {
        return reading.remarks;
    }

    /**
     * A network and whether its input was split by the graph.
     *
     * @param network with weights
     * @param split whether the graph itself gives the network each signal twice
     */
    record Result(FloatNetwork network, boolean split) {}

    /** @param start tensor with which the network begins; null for the graph's input */
    Result network(@Nullable String start) throws OnnxException {
        ValueInfoProto input = start == null ? input() : named(start);
        String output = output();
        values.put(input.getName(), operators.input(sizes(input)));
        Set<Integer> needed = needed(output, input.getName());
        for (int i = 0; i < graph.getNodeCount(); i++) {
            if (needed.contains(i)) {
                read(graph.getNode(i), i + 1);
            }
        }
        Value value = values.get(output);
        if (!(value instanceof Value.Feature feature)) {
            throw new OnnxException("output \"" + output + "\" does not come from the input \"" + input.getName()
                    + "\" through layers; export the network that computes it");
        }
        return result(output, feature);
    }

    private Result result(String output, Value.Feature feature) throws OnnxException {
        Shape shape = reading.input();
        Step.Chain chain = feature.step().since(null);
        Shape end = feature.step().output();
        if (shape == null || end == null || chain.values().isEmpty()) {
            throw new OnnxException(
                    "the graph has no layers with weights; export the network that computes \"" + output + "\"");
        }
        if (feature.order() != null || end.length() != 1 || !feature.zeros().equals(Extent.ZERO)) {
            throw new OnnxException(
                    "output \"" + output + "\" has " + end + " values a sample, but a classifier gives one a"
                            + " class; end the network with a dense layer or a mean over all positions");
        }
        List<Layer> layers = chain.layers();
        boolean split = layers.getFirst() instanceof Layer.ConcatRelu;
        if (split) {
            layers = layers.subList(1, layers.size());
            shape = new Layer.ConcatRelu().output(shape);
        }
        try {
            return new Result(new FloatNetwork(new Network(shape, layers), chain.values()), split);
        } catch (IllegalArgumentException e) {
            throw new OnnxException(
                    "the layers do not fit each other: " + e.getMessage() + "; export the network again", e);
        }
    }

    private ValueInfoProto input() throws OnnxException {
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(info -> !initialisers.containsKey(info.getName()))
                .toList();
        if (inputs.size() != 1) {
            throw new OnnxException("the graph has " + inputs.size() + " inputs" + names(inputs)
                    + ", but a network here takes one; export a network of one input");
        }
        return inputs.getFirst();
    }

    private String output() throws OnnxException {
        if (graph.getOutputCount() != 1) {
            throw new OnnxException(
                    "the graph has " + graph.getOutputCount() + " outputs" + names(graph.getOutputList())
                            + ", but a network here gives one; export the network with its scores alone");
        }
        return graph.getOutput(0).getName();
    }

    private static String names(List<ValueInfoProto> infos) {
        return infos.isEmpty()
                ? ""
                : infos.stream().map(ValueInfoProto::getName).collect(Collectors.joining(", ", " (", ")"));
    }

    private ValueInfoProto named(String name) throws OnnxException {
        for (ValueInfoProto info : graph.getValueInfoList()) {
            if (info.getName().equals(name)) {
                return info;
            }
        }
        throw new OnnxException("the file says that the network begins at \"" + name
                + "\", but does not describe that tensor; export it again");
    }

    /** Sizes behind the batch. */
    private static long[] sizes(ValueInfoProto input) throws OnnxException {
        String name = "input \"" + input.getName() + "\"";
        TypeProto.Tensor type = input.getType().getTensorType();
        if (!input.getType().hasTensorType()
                || !ConstantOperators.floating(TensorProto.DataType.forNumber(type.getElemType()))) {
            throw new OnnxException(name + " takes " + Tensors.typeName(type.getElemType())
                    + " values; export the network with float inputs");
        }
        int rank = type.getShape().getDimCount();
        if (!type.hasShape() || rank < 2 || rank > 4) {
            throw new OnnxException(
                    name + " has " + rank + " dimensions, but must have 2 to 4: batch and values, batch,"
                            + " channels and time, or batch, channels, height and width");
        }
        long[] sizes = new long[rank - 1];
        long product = 1;
        for (int d = 1; d < rank; d++) {
            sizes[d - 1] = type.getShape().getDim(d).getDimValue();
            if (sizes[d - 1] < 1) {
                throw new OnnxException(name + " leaves the size of dimension " + d
                        + " open, but crossbars are laid out for fixed sizes; export the network with only the batch"
                        + " dynamic");
            }
            if (sizes[d - 1] > Reading.MOST_VALUES || (product *= sizes[d - 1]) > Reading.MOST_VALUES) {
                throw new OnnxException(
                        name + " has more than " + Reading.MOST_VALUES + " values a sample; use smaller samples");
            }
        }
        return sizes;
    }

    /** Nodes that {@code output} is computed by, without those in front of {@code start}. */
    private Set<Integer> needed(String output, String start) {
        Map<String, Integer> writers = new HashMap<>();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            for (String name : graph.getNode(i).getOutputList()) {
                writers.put(name, i);
            }
        }
        Set<Integer> needed = new HashSet<>();
        Deque<String> wanted = new ArrayDeque<>(List.of(output));
        while (!wanted.isEmpty()) {
            String name = wanted.pop();
            Integer writer = writers.get(name);
            if (!name.equals(start) && writer != null && needed.add(writer)) {
                wanted.addAll(graph.getNode(writer).getInputList());
            }
        }
        return needed;
    }

    private void read(NodeProto proto, int number) throws OnnxException {
        Node node = new Node(proto, number, values);
        for (String name : proto.getInputList()) {
            TensorProto tensor = initialisers.get(name);
            if (tensor != null && !values.containsKey(name)) {
                try {
                    values.put(name, Tensors.read(tensor, name));
                } catch (OnnxException e) {
                    throw node.problem(String.valueOf(e.getMessage()));
                }
            }
        }
        if (proto.getOutputCount() == 0) {
            return;
        }
        String domain = proto.getDomain();
        if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
            throw node.problem("is an operator of the domain \"" + domain
                    + "\", which is none of ONNX's own; export the" + " network without a runtime's optimisations");
        }
        values.put(proto.getOutput(0), operators.value(node));
    }
}
