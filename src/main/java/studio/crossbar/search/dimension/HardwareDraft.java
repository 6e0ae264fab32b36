package studio.crossbar.search.dimension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.PolarityMap.Granularity;
import studio.crossbar.hardware.PolarityMap.LayerMap;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.SubMatrixGrid;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Network;

/** Hardware while it is edited; checked as a whole when it is built. */
final class HardwareDraft {

    private final Hardware base;

    Cell cell;
    int slices;
    Converters converters;
    int tileRows;
    int tileColumns;
    RangeSharing ranges;
    DigitalScaling scaling;
    InputCoding inputs;

    @Nullable
    PolarityRule polarity;

    Granularity granularity = Granularity.ROW_BLOCK;
    SignedLayers signed = SignedLayers.NONE;

    HardwareDraft(Hardware base) {
        this.base = base;
        cell = base.cell();
        slices = base.slices();
        converters = base.converters();
        tileRows = base.tile().rows();
        tileColumns = base.tile().columns();
        ranges = base.ranges();
        scaling = base.scaling();
        inputs = base.inputs();
    }

    /** The cell with other levels between the same conductances. */
    void cellBits(int bits) {
        cell = new Cell(1 << bits, cell.gMinMicroSiemens(), cell.gMaxMicroSiemens());
    }

    /** The hardware for {@code network}. */
    Hardware hardware(Network network) {
        Hardware plain = new Hardware(
                cell,
                polarity == null && base.polarity() instanceof Polarity ? base.polarity() : Polarity.DIFFERENTIAL,
                converters,
                new TileShape(tileRows, tileColumns),
                ranges,
                scaling,
                inputs,
                base.noise(),
                slices);
        PolarityAssignment assignment = assignment(network, plain);
        return new Hardware(cell, assignment, converters, plain.tile(), ranges, scaling, inputs, base.noise(), slices);
    }

    private PolarityAssignment assignment(Network network, Hardware plain) {
        if (polarity == null) {
            if (signed != SignedLayers.NONE) {
                throw new IllegalArgumentException(
                        "signedLayers: has no effect without the parameter polarity; add it to the space");
            }
            return base.polarity();
        }
        boolean uniform = signed == SignedLayers.NONE;
        return switch (polarity) {
            case DIFFERENTIAL -> Polarity.DIFFERENTIAL;
            case OFFSET -> uniform ? Polarity.OFFSET : map(network, plain, Granularity.LAYER, 1, Encoding.OFFSET);
            case POSITIVE -> uniform ? Polarity.POSITIVE : map(network, plain, Granularity.LAYER, 1, Encoding.POSITIVE);
            case NEGATIVE -> uniform ? Polarity.NEGATIVE : map(network, plain, Granularity.LAYER, 1, Encoding.NEGATIVE);
            case ALTERNATING ->
                uniform && granularity == Granularity.ROW_BLOCK ? Polarity.ROW_BLOCK : alternating(network, plain);
        };
    }

    /** One encoding, but for the layers that keep either sign. */
    private PolarityMap map(Network network, Hardware plain, Granularity by, int channelGroups, Encoding encoding) {
        PolarityMap filled = PolarityMap.filled(network, plain, by, channelGroups, encoding);
        List<LayerMap> layers = new ArrayList<>();
        for (int layer = 0; layer < filled.layers().size(); layer++) {
            LayerMap map = filled.layers().get(layer);
            layers.add(signed.has(layer, filled.layers().size()) ? constant(map, Encoding.DIFFERENTIAL) : map);
        }
        return new PolarityMap(by, channelGroups, layers);
    }

    /**
     * Positive and negative in turn: layers, column blocks, or row blocks by the parity of their input channels, as
     * {@link Polarity#ROW_BLOCK} has them; tiles like the squares of a chessboard.
     */
    private PolarityMap alternating(Network network, Hardware plain) {
        boolean byRows = granularity == Granularity.ROW_BLOCK || granularity == Granularity.TILE;
        int groups = byRows ? 2 : 1;
        PolarityMap map = map(network, plain, granularity, groups, Encoding.POSITIVE);
        List<Network.Placed> weighted = network.weighted();
        List<LayerMap> layers = new ArrayList<>();
        for (int layer = 0; layer < map.layers().size(); layer++) {
            LayerMap entries = map.layers().get(layer);
            if (signed.has(layer, map.layers().size())) {
                layers.add(entries);
            } else if (granularity == Granularity.LAYER) {
                layers.add(layer % 2 == 0 ? entries : constant(entries, Encoding.NEGATIVE));
            } else {
                layers.add(chequered(entries, planes(weighted.get(layer), plain, groups)));
            }
        }
        return new PolarityMap(granularity, groups, layers);
    }

    /** Plane of each row block. */
    private static List<Integer> planes(Network.Placed placed, Hardware plain, int groups) {
        return SubMatrixGrid.of(placed.spec(), placed.input(), groups, false, plain.tile(), plain.slices())
                .rows()
                .stream()
                .map(SubMatrixGrid.Rows::plane)
                .toList();
    }

    private static LayerMap chequered(LayerMap map, List<Integer> planes) {
        List<List<Encoding>> lines = new ArrayList<>();
        for (int line = 0; line < map.lines().size(); line++) {
            int plane = map.lines().size() == planes.size() ? planes.get(line) : 0;
            List<Encoding> entries = new ArrayList<>();
            for (int entry = 0; entry < map.lines().get(line).size(); entry++) {
                entries.add((plane + entry) % 2 == 0 ? Encoding.POSITIVE : Encoding.NEGATIVE);
            }
            lines.add(entries);
        }
        return new LayerMap(lines);
    }

    private static LayerMap constant(LayerMap map, Encoding encoding) {
        return new LayerMap(map.lines().stream()
                .map(line -> Collections.nCopies(line.size(), encoding))
                .toList());
    }
}
