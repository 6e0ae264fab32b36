package studio.crossbar.search.polarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.SubMatrix;
import studio.crossbar.mapping.MappingPlan;

/**
 * Bills of one network under different encodings of its sub-matrices.
 *
 * @param design whose polarity is replaced
 * @param granularity what shares an encoding
 * @param channelGroups planes of input channels
 * @param technology unit costs
 * @param options what a bill assumes
 */
record Bills(
        Design design,
        PolarityMap.Granularity granularity,
        int channelGroups,
        Technology technology,
        CostOptions options) {

    /** Sub-matrices, in the order of encodings. */
    List<SubMatrix> parts() {
        return SubMatrix.of(design.network(), design.hardware(), granularity, channelGroups);
    }

    /** The design with these encodings, one a sub-matrix. */
    Design with(List<Encoding> encodings) {
        PolarityMap map = SubMatrix.map(design.network(), design.hardware(), granularity, channelGroups, encodings);
        return design.withHardware(design.hardware().withPolarity(map));
    }

    /** All sub-matrices in pairs of cells. */
    List<Encoding> differential() {
        return Collections.nCopies(parts().size(), Encoding.DIFFERENTIAL);
    }

    /** Bill before any training. */
    Cost cost(List<Encoding> encodings, CostOptions assumed) {
        Hardware hardware = with(encodings).hardware();
        return CostModel.cost(MappingPlan.of(design.network(), hardware), hardware, technology, assumed);
    }

    static List<Encoding> changed(List<Encoding> encodings, int part, Encoding value) {
        List<Encoding> changed = new ArrayList<>(encodings);
        changed.set(part, value);
        return changed;
    }
}
