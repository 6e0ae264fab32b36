package studio.crossbar.ui.cost;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.study.CostSettings;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/**
 * A design in the comparison.
 *
 * @param id stays the same while the design is edited
 * @param origin where it comes from
 * @param name shown
 * @param design what is costed
 * @param settings how it is costed
 * @param bill null if it has none
 * @param problem why it has none; empty otherwise
 */
public record ComparedEntry(
        String id,
        Origin origin,
        String name,
        Design design,
        CostSettings settings,
        @Nullable Bill bill,
        String problem) {

    /** Where a design comes from. */
    public enum Origin {
        EDITED,
        SAVED,
        PINNED,
        /** Differs from the edited design by one choice. */
        VARIANT
    }

    /**
     * What a design takes, before any training, so that all compare alike.
     *
     * @param cost itemised
     * @param devices memory cells
     */
    public record Bill(Cost cost, long devices) {}

    /** What designs are compared by. */
    public enum Figure {
        AREA,
        ENERGY,
        LATENCY,
        DEVICES;

        /** In mm², nJ, µs, or a number; NaN without a bill. */
        double of(ComparedEntry entry) {
            Bill bill = entry.bill();
            if (bill == null) {
                return Double.NaN;
            }
            return switch (this) {
                case AREA -> bill.cost().areaSquareMillimetres();
                case ENERGY -> bill.cost().energyNanojoules();
                case LATENCY -> bill.cost().latencyMicroseconds();
                case DEVICES -> bill.devices();
            };
        }
    }

    /** Cells, converters, tile and ranges in a line. */
    String hardware() {
        Hardware hardware = design.hardware();
        return Texts.format(
                "cost.compare.hardware",
                EncodingNames.legend(hardware.polarity()),
                Unit.NONE.number(hardware.cell().bits(), 2),
                hardware.slices(),
                hardware.converters().dacBits(),
                hardware.converters().adcBits(),
                hardware.tile().rows(),
                hardware.tile().columns(),
                ranges(hardware.ranges()));
    }

    /** A change as "+12.3 %", or that there is none. */
    static String percent(double change) {
        if (Math.abs(change) < 0.0005) {
            return Texts.get("cost.compare.table.unchanged");
        }
        String pattern = change < 0.9995 ? "%+.1f %%" : "%+.0f %%";
        return String.format(Locale.ROOT, pattern, 100 * change).replace('-', '−');
    }

    static String ranges(RangeSharing sharing) {
        return switch (sharing) {
            case UNIFORM -> Texts.get("cost.compare.ranges.uniform");
            case PER_LAYER -> Texts.get("cost.compare.ranges.perLayer");
        };
    }
}
