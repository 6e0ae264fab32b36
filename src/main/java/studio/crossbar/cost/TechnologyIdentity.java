package studio.crossbar.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which unit costs a result was made with. A name does not say: a file may keep it and have other constants.
 *
 * @param label for people: the name alone if the application carries these very constants under it, otherwise with the
 *     beginning of the digest, such as {@code rram-32nm, edited, sha256 1a2b3c4d}; the node if it is not the carried one's
 * @param digest SHA-256 of the constants at the technology's node, hexadecimal. Names, titles, sources, nodes that they were
 *     published at and valid ranges, which no figure follows from any more, do not count, nor does the order or the layout of the file
 */
public record TechnologyIdentity(String label, String digest) {

    private static final Set<String> LEFT_OUT =
            Set.of("schema", "name", "title", "source", "low", "high", "nodeNanometres");

    /** Scaled constants may differ in their last digits from one machine's logarithms to another's. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final int SHOWN_DIGITS = 8;

    static TechnologyIdentity of(Technology technology) {
        String digest = digest(technology);
        String shown = ", sha256 " + digest.substring(0, SHOWN_DIGITS);
        Optional<Technology> carried = TechnologyFiles.carried(technology.name());
        if (carried.isEmpty()) {
            return new TechnologyIdentity(technology.name() + shown, digest);
        }
        double node = technology.node().value();
        boolean sameNode = carried.get().node().value() == node;
        boolean same = (sameNode || technology.scalable())
                && digest(carried.get().scaledTo(node)).equals(digest);
        return new TechnologyIdentity(
                technology.name()
                        + (same ? "" : ", edited" + shown)
                        + (sameNode ? "" : ", at " + number(BigDecimal.valueOf(node)) + " nm"),
                digest);
    }

    /** Adds label and digest to a result. */
    public void put(ObjectNode json) {
        json.put("technology", label).put("technologyDigest", digest);
    }

    private static String digest(Technology technology) {
        StringBuilder text = new StringBuilder();
        append(TechnologyFiles.tree(technology), text);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void append(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            names.removeAll(LEFT_OUT);
            text.append('{');
            for (String name : names) {
                text.append(name).append(':');
                append(node.path(name), text);
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> append(element, text));
            text.append(']');
        } else {
            text.append(node.isNumber() ? number(node.decimalValue().round(DIGITS)) : node.asText())
                    .append(';');
        }
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
