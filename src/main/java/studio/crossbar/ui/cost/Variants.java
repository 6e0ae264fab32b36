package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.Texts;

/** Designs that differ from one by a single choice of those that this tool is about: signs, cell bits and ranges. */
final class Variants {

    private static final List<Polarity> POLARITIES =
            List.of(Polarity.DIFFERENTIAL, Polarity.POSITIVE, Polarity.ROW_BLOCK, Polarity.OFFSET);
    private static final int[] BITS = {2, 4};

    private Variants() {}

    /**
     * A design that may not exist.
     *
     * @param id such as "bits-2"
     * @param name that says what differs
     * @param design throws an {@link IllegalArgumentException} if the choice does not fit the others
     */
    record Variant(String id, String name, Supplier<Design> design) {}

    static List<Variant> of(Design design) {
        Hardware hardware = design.hardware();
        List<Variant> variants = new ArrayList<>();
        for (Polarity polarity : POLARITIES) {
            if (!polarity.equals(hardware.polarity())) {
                variants.add(new Variant(
                        "polarity-" + polarity.name().toLowerCase(Locale.ROOT),
                        EncodingNames.legend(polarity),
                        () -> design.withHardware(hardware.withPolarity(polarity))));
            }
        }
        for (int bits : BITS) {
            Cell cell = hardware.cell();
            if (cell.levels() != 1 << bits) {
                variants.add(new Variant(
                        "bits-" + bits,
                        Texts.format("cost.compare.variant.bits", bits),
                        () -> design.withHardware(hardware.withCell(
                                new Cell(1 << bits, cell.gMinMicroSiemens(), cell.gMaxMicroSiemens())))));
            }
        }
        RangeSharing other = hardware.ranges() == RangeSharing.UNIFORM ? RangeSharing.PER_LAYER : RangeSharing.UNIFORM;
        variants.add(new Variant(
                "ranges",
                Texts.format("cost.compare.variant.ranges", ComparedEntry.ranges(other)),
                () -> design.withHardware(hardware.withRanges(other))));
        return variants;
    }
}
