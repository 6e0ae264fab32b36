package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the graph with what is known of its inputs; all complaints say which node it is. */
final class Node {

    private final NodeProto proto;
    private final int number;
    private final Map<String, Value> values;

    /**
     * @param number among the graph's nodes, from 1
     * @param values of all tensors so far
     */
    Node(NodeProto proto, int number, Map<String, Value> values) {
        this.proto = proto;
        this.number = number;
        this.values = values;
    }

    String operator() {
        return proto.getOpType();
    }

    /** Such as "node 5 "/conv1/Conv" (Conv)". */
    String where() {
        String name = !proto.getName().isBlank()
                ? " \"" + proto.getName() + "\""
                : proto.getOutputCount() > 0 ? " that writes \"" + proto.getOutput(0) + "\"" : "";
        return "node " + number + name + " (" + operator() + ")";
    }

    /** The same at the beginning of a sentence. */
    String sentence() {
        return "N" + where().substring(1);
    }

    OnnxException problem(String text) {
        return new OnnxException(where() + ": " + text);
    }

    int inputs() {
        return proto.getInputCount();
    }

    /** Whether an input is there; optional ones may have an empty name. */
    boolean has(int input) {
        return input < proto.getInputCount() && !proto.getInput(input).isEmpty();
    }

    Value value(int input) throws OnnxException {
        if (!has(input)) {
            throw problem("lacks input " + (input + 1) + "; the file is damaged, export it again");
        }
        Value value = values.get(proto.getInput(input));
        if (value == null) {
            throw problem("reads \"" + proto.getInput(input)
                    + "\", which no node before it writes; the file is damaged, export it again");
        }
        return value;
    }

    /** An input that depends on the sample. */
    Value.Feature feature(int input) throws OnnxException {
        if (value(input) instanceof Value.Feature feature) {
            return feature;
        }
        throw problem("reads " + described(input) + " where a layer's values are wanted; use only the layers that"
                + " docs/onnx.md lists");
    }

    /** An input that is the same for all samples. */
    Value.Constant constant(int input) throws OnnxException {
        if (value(input) instanceof Value.Constant constant) {
            return constant;
        }
        throw problem("input \"" + proto.getInput(input)
                + "\" depends on the sample, but weights and settings must be constants; export with constant folding");
    }

    private String described(int input) throws OnnxException {
        return "\"" + proto.getInput(input) + "\", "
                + (value(input) instanceof Value.Constant ? "a constant," : "a negated tensor,");
    }

    /** Constant floats, all finite. */
    float[] floats(int input) throws OnnxException {
        Value.Constant constant = constant(input);
        if (!(constant.numbers() instanceof float[] floats)) {
            throw problem("\"" + constant.name() + "\" holds integers where weights are wanted; export the network with"
                    + " 32-bit float weights, not quantised");
        }
        for (int i = 0; i < floats.length; i++) {
            if (!Float.isFinite(floats[i])) {
                throw problem("value " + i + " of \"" + constant.name() + "\" is " + floats[i]
                        + "; the training that it comes from has diverged, train the network again");
            }
        }
        return floats;
    }

    /** A constant scalar. */
    float scalar(int input) throws OnnxException {
        Value.Constant constant = constant(input);
        if (constant.size() != 1) {
            throw problem("\"" + constant.name() + "\" has " + constant.size() + " values where one is wanted");
        }
        return constant.numbers() instanceof float[] floats ? floats[0] : ((long[]) constant.numbers())[0];
    }

    /** Constant integers. */
    long[] longs(int input) throws OnnxException {
        if (constant(input).numbers() instanceof long[] longs) {
            return longs;
        }
        throw problem("\"" + constant(input).name()
                + "\" holds fractions where integers are wanted; the file is damaged," + " export it again");
    }

    @Nullable
    AttributeProto attribute(String name) {
        for (AttributeProto attribute : proto.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    long integer(String name, long otherwise) {
        AttributeProto attribute = attribute(name);
        return attribute == null ? otherwise : attribute.getI();
    }

    float number(String name, float otherwise) {
        AttributeProto attribute = attribute(name);
        return attribute == null ? otherwise : attribute.getF();
    }

    String text(String name, String otherwise) {
        AttributeProto attribute = attribute(name);
        return attribute == null ? otherwise : attribute.getS().toStringUtf8();
    }

    long @Nullable [] integers(String name) {
        AttributeProto attribute = attribute(name);
        return attribute == null
                ? null
                : attribute.getIntsList().stream().mapToLong(Long::longValue).toArray();
    }

    /** Axes, which are an attribute in older operator sets and an input in later ones; null if neither is there. */
    long @Nullable [] axes(int input) throws OnnxException {
        return has(input) ? longs(input) : integers("axes");
    }

    /** {@code axis} counted from the front. */
    int axis(long axis, int rank) throws OnnxException {
        if (axis < -rank || axis >= rank) {
            throw problem("axis " + axis + " is outside the " + rank
                    + " dimensions of what it reads; the file is damaged," + " export it again");
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    /** A size, kernel or step as it may stand in a network. */
    int count(String what, long value, int least) throws OnnxException {
        if (value < least || value > Reading.MOST_VALUES) {
            throw problem(what + " " + value + " is outside " + least + " … " + Reading.MOST_VALUES);
        }
        return (int) value;
    }
}
