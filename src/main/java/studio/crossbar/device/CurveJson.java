package studio.crossbar.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/** Curves in JSON; a curve that is not there is zero. */
final class CurveJson {

    private static final String[] CURVE = {"referenceMicroSiemens", "scale", "pieces"};
    private static final String[] PIECE = {"from", "form", "coefficients", "lowest", "highest"};

    private CurveJson() {}

    static Curve read(JsonFields parent, String name) throws JsonFormatException {
        if (!parent.has(name)) {
            return Curve.ZERO;
        }
        JsonFields json = parent.object(name, CURVE);
        List<Piece> pieces = new ArrayList<>();
        for (JsonFields piece : json.objects("pieces", PIECE)) {
            pieces.add(piece(piece));
        }
        double reference = json.number("referenceMicroSiemens");
        double scale = orElse(json, "scale", 1);
        return json.build(() -> new Curve(reference, scale, pieces));
    }

    private static Piece piece(JsonFields json) throws JsonFormatException {
        double from = orElse(json, "from", 0);
        Piece.Form form = json.choice("form", Piece.Form.class);
        List<Double> coefficients = json.numbers("coefficients");
        double lowest = orElse(json, "lowest", Double.NEGATIVE_INFINITY);
        double highest = orElse(json, "highest", Double.POSITIVE_INFINITY);
        return json.build(() -> new Piece(from, form, coefficients, lowest, highest));
    }

    private static double orElse(JsonFields json, String name, double otherwise) throws JsonFormatException {
        return json.has(name) ? json.number(name) : otherwise;
    }

    static void write(ObjectNode parent, String name, Curve curve) {
        if (curve.isZero()) {
            return;
        }
        ObjectNode json = parent.putObject(name);
        json.set("referenceMicroSiemens", JsonText.number(curve.referenceMicroSiemens()));
        if (curve.scale() != 1) {
            json.set("scale", JsonText.number(curve.scale()));
        }
        ArrayNode pieces = json.putArray("pieces");
        curve.pieces().forEach(piece -> pieces.add(tree(piece)));
    }

    private static ObjectNode tree(Piece piece) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (piece.from() != 0) {
            json.set("from", JsonText.number(piece.from()));
        }
        json.put("form", JsonFields.nameOf(piece.form()));
        ArrayNode coefficients = json.putArray("coefficients");
        piece.coefficients().forEach(value -> coefficients.add(JsonText.number(value)));
        if (piece.lowest() > Double.NEGATIVE_INFINITY) {
            json.set("lowest", JsonText.number(piece.lowest()));
        }
        if (piece.highest() < Double.POSITIVE_INFINITY) {
            json.set("highest", JsonText.number(piece.highest()));
        }
        return json;
    }
}
