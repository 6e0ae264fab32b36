package studio.crossbar.cost;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What connects a chip with others. Its lines are driven all the time, so it is charged by power over the time between
 * two results. No node scales it: reach and rate of the lines between chips are fixed by their standard.
 *
 * @param area µm², up to the field of a lithography scanner
 * @param power µW, 0 … 10⁹; 0 for a chip that stands alone
 */
public record LinkParts(Quantity area, Quantity power) {

    private static final List<String> FIELDS = List.of("area", "power");

    public LinkParts {
        area.check("area", "um2", 0, UnitCost.MOST_AREA);
        power.check("power", "uW", 0, 1e9);
    }

    /**
     * The link as a file has it.
     *
     * @throws IllegalArgumentException if a field is missing or unknown; an energy a use, as other parts have it, is told what
     *     to write instead
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LinkParts of(Map<String, @Nullable Quantity> fields) {
        if (fields.containsKey("energy")) {
            throw new IllegalArgumentException(
                    "energy: is no field of a link, which is charged by its power over the time of an"
                            + " inference; give \"power\" in \"uW\" instead, 0 for a chip that stands alone");
        }
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(field + ": unknown field; known here are "
                        + String.join(", ", FIELDS) + "; remove or rename it");
            }
        }
        return new LinkParts(required(fields, "area"), required(fields, "power"));
    }

    private static Quantity required(Map<String, @Nullable Quantity> fields, String field) {
        Quantity quantity = fields.get(field);
        if (quantity == null) {
            throw new IllegalArgumentException(field + ": is missing; add it");
        }
        return quantity;
    }

    /** Where both come from. */
    String source() {
        return area.source().equals(power.source())
                ? area.source()
                : "area: " + area.source() + "; power: " + power.source();
    }
}
