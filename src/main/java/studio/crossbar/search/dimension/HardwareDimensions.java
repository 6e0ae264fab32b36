package studio.crossbar.search.dimension;

import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.PolarityMap.Granularity;
import studio.crossbar.hardware.RangeSharing;

/** Dimensions of the analog hardware and of how signals enter it; {@link studio.crossbar.hardware.Hardware} has them. */
final class HardwareDimensions {

    private HardwareDimensions() {}

    static List<Dimension> all() {
        return List.of(
                Dimension.whole(
                        "cellBits",
                        1,
                        Cell.MAX_BITS,
                        "bits a cell",
                        (draft, value) -> draft.hardware().cellBits(value)),
                Dimension.whole(
                        "slices", 1, 4, "cells, or pairs, a weight", (draft, value) -> draft.hardware().slices = value),
                Dimension.whole("dacBits", 1, 12, "bits of the row inputs", (draft, value) -> {
                    HardwareDraft hardware = draft.hardware();
                    hardware.converters = hardware.converters.withDacBits(value);
                }),
                Dimension.whole("adcBits", 2, 12, "bits of the column outputs", (draft, value) -> {
                    HardwareDraft hardware = draft.hardware();
                    hardware.converters = hardware.converters.withAdcBits(value);
                }),
                Dimension.whole("inputCycleBits", 1, 12, "input bits applied at a time", (draft, value) -> {
                    HardwareDraft hardware = draft.hardware();
                    hardware.converters = hardware.converters.withInputCycleBits(value);
                }),
                Dimension.choice(
                        "polarity",
                        PolarityRule.class,
                        "signs of the weights",
                        (draft, value) -> draft.hardware().polarity = value),
                Dimension.choice(
                        "polarityGranularity",
                        Granularity.class,
                        "what shares a sign where signs alternate",
                        (draft, value) -> draft.hardware().granularity = value),
                Dimension.choice(
                        "signedLayers",
                        SignedLayers.class,
                        "layers that keep weights of either sign",
                        (draft, value) -> draft.hardware().signed = value),
                Dimension.whole(
                        "tileRows",
                        8,
                        4096,
                        "wordlines of a tile",
                        (draft, value) -> draft.hardware().tileRows = value),
                Dimension.whole(
                        "tileColumns",
                        8,
                        4096,
                        "bitlines of a tile",
                        (draft, value) -> draft.hardware().tileColumns = value),
                Dimension.choice(
                        "ranges",
                        RangeSharing.class,
                        "who shares the converters' full scales",
                        (draft, value) -> draft.hardware().ranges = value),
                Dimension.choice(
                        "scaling",
                        DigitalScaling.class,
                        "digital arithmetic behind the ADCs",
                        (draft, value) -> draft.hardware().scaling = value),
                Dimension.choice(
                        "inputs",
                        InputCoding.class,
                        "how signed signals reach the rows",
                        (draft, value) -> draft.hardware().inputs = value),
                Dimension.flag("companding", "power law on the signals before the network", DesignDraft::companding),
                Dimension.real(
                        "compandingExponent",
                        0.1,
                        1,
                        "exponent of that power law; 1 leaves signals as they are",
                        DesignDraft::compandingExponent));
    }
}
