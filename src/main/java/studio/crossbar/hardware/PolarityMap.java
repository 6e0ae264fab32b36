package studio.crossbar.hardware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import studio.crossbar.network.Network;

/**
 * An encoding of its own for every sub-matrix of a network, as a search may choose them (García-Redondo et al., arXiv
 * 1910.13850, section III: unipolar sub-matrices).
 *
 * @param granularity what shares an encoding
 * @param channelGroups planes into which input channels are dealt, 1 … 64; row blocks are counted plane by plane. With 2
 *     and {@link Granularity#ROW_BLOCK}, even and odd input channels have row blocks of their own
 * @param layers one entry a layer with weights, in their order
 */
public record PolarityMap(Granularity granularity, int channelGroups, List<LayerMap> layers)
        implements PolarityAssignment {

    private static final int MOST_CHANNEL_GROUPS = 64;

    /** What shares an encoding; {@link SubMatrixGrid} gives row and column blocks. */
    public enum Granularity {
        /** A layer. */
        LAYER(false, false),
        /** A row block of a layer: all weights that one group of inputs feeds. */
        ROW_BLOCK(true, false),
        /** A column block of a layer: all weights of some outputs. */
        COLUMN_BLOCK(false, true),
        /** A row block times a column block. */
        TILE(true, true);

        private final boolean byRows;
        private final boolean byColumns;

        Granularity(boolean byRows, boolean byColumns) {
            this.byRows = byRows;
            this.byColumns = byColumns;
        }

        /** Lines that a map of this granularity has for a layer of {@code grid}. */
        int lines(SubMatrixGrid grid) {
            return byRows ? grid.rows().size() : 1;
        }

        /** Entries of such a line. */
        int entries(SubMatrixGrid grid) {
            return byColumns ? grid.columns().size() : 1;
        }
    }

    /**
     * Encodings of one layer.
     *
     * @param lines {@code [row blocks][column blocks]}; one line where row blocks share their encodings, one entry a line
     *     where column blocks do
     */
    public record LayerMap(List<List<Encoding>> lines) {

        public LayerMap {
            lines = lines.stream().map(List::copyOf).toList();
            if (lines.isEmpty() || lines.getFirst().isEmpty()) {
                throw new IllegalArgumentException("blocks: is empty; give a line a row block");
            }
            for (int line = 1; line < lines.size(); line++) {
                if (lines.get(line).size() != lines.getFirst().size()) {
                    throw new IllegalArgumentException("blocks: row block " + (line + 1) + " has "
                            + lines.get(line).size() + " entries, but row block 1 has "
                            + lines.getFirst().size());
                }
            }
        }

        /** The map whose lines are written as {@link Encoding#letter} a column block, such as "PND". */
        public static LayerMap parse(List<String> lines) {
            List<List<Encoding>> encodings = new ArrayList<>();
            for (String line : lines) {
                List<Encoding> entries = new ArrayList<>();
                for (int i = 0; i < line.length(); i++) {
                    entries.add(encoding(line.charAt(i), lines.indexOf(line), i));
                }
                encodings.add(entries);
            }
            return new LayerMap(encodings);
        }

        private static Encoding encoding(char letter, int line, int entry) {
            return Arrays.stream(Encoding.values())
                    .filter(encoding -> encoding.letter() == letter)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("blocks: '" + letter + "' at row block "
                            + (line + 1) + ", column block " + (entry + 1) + " is none of "
                            + Arrays.stream(Encoding.values())
                                    .map(encoding -> encoding.letter() + " (" + encoding.name() + ")")
                                    .collect(Collectors.joining(", "))));
        }

        /** What {@link #parse} takes. */
        public List<String> text() {
            return lines.stream()
                    .map(line -> line.stream()
                            .map(encoding -> String.valueOf(encoding.letter()))
                            .collect(Collectors.joining()))
                    .toList();
        }

        /** A copy with one entry changed. */
        LayerMap with(int line, int entry, Encoding value) {
            List<List<Encoding>> changed = new ArrayList<>(lines);
            List<Encoding> entries = new ArrayList<>(lines.get(line));
            entries.set(entry, value);
            changed.set(line, entries);
            return new LayerMap(changed);
        }
    }

    public PolarityMap {
        Check.range("channelGroups", channelGroups, 1, MOST_CHANNEL_GROUPS);
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers: is empty; give an entry a layer with weights");
        }
    }

    /** The map of {@code network} on {@code hardware}'s tiles that gives all sub-matrices the same encoding. */
    public static PolarityMap filled(
            Network network, Hardware hardware, Granularity granularity, int channelGroups, Encoding encoding) {
        List<LayerMap> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted()) {
            SubMatrixGrid grid = grid(placed, hardware, granularity, channelGroups);
            layers.add(new LayerMap(Collections.nCopies(
                    granularity.lines(grid), Collections.nCopies(granularity.entries(grid), encoding))));
        }
        return new PolarityMap(granularity, channelGroups, layers);
    }

    /**
     * A copy with the encoding of one sub-matrix changed.
     *
     * @param line row block; 0 where row blocks share their encodings
     * @param entry column block; 0 where column blocks share theirs
     */
    public PolarityMap with(int layer, int line, int entry, Encoding value) {
        List<LayerMap> changed = new ArrayList<>(layers);
        changed.set(layer, layers.get(layer).with(line, entry, value));
        return new PolarityMap(granularity, channelGroups, changed);
    }

    @Override
    public List<Encoding> encodings() {
        EnumSet<Encoding> found = EnumSet.noneOf(Encoding.class);
        layers.forEach(layer -> layer.lines().forEach(found::addAll));
        return List.copyOf(found);
    }

    @Override
    public boolean byColumns() {
        return granularity.byColumns;
    }

    @Override
    public Encoding encoding(int layer, int plane, int rowBlock, int columnBlock) {
        int line = granularity.byRows ? rowBlock : 0;
        int entry = granularity.byColumns ? columnBlock : 0;
        if (layer >= layers.size()
                || line >= layers.get(layer).lines().size()
                || entry >= layers.get(layer).lines().getFirst().size()) {
            throw new IllegalArgumentException("polarity.layers: no encoding for layer " + (layer + 1) + ", row block "
                    + (rowBlock + 1) + ", column block " + (columnBlock + 1));
        }
        return layers.get(layer).lines().get(line).get(entry);
    }

    /**
     * Refuses a map that does not fit.
     *
     * @throws IllegalArgumentException naming the layer, the sub-matrix that is missing or left over, and the remedy
     */
    public void requireFits(Network network, Hardware hardware) {
        List<Network.Placed> weighted = network.weighted();
        if (layers.size() != weighted.size()) {
            throw new IllegalArgumentException("hardware.polarity.layers: " + layers.size()
                    + " entries, but the network has " + weighted.size() + " layers with weights; give one each");
        }
        for (Network.Placed placed : weighted) {
            SubMatrixGrid grid = grid(placed, hardware, granularity, channelGroups);
            int lines = granularity.lines(grid);
            int entries = granularity.entries(grid);
            List<List<Encoding>> found = layers.get(placed.index()).lines();
            if (found.size() != lines || found.getFirst().size() != entries) {
                throw new IllegalArgumentException("hardware.polarity.layers: layer " + (placed.index() + 1) + ", "
                        + placed.spec() + ", "
                        + misfit(found.size(), lines, found.getFirst().size(), entries) + "; with tiles of "
                        + hardware.tile().rows() + " × " + hardware.tile().columns() + " it needs " + lines + " × "
                        + entries + " (row blocks × column blocks)");
            }
        }
    }

    private static String misfit(int lines, int linesNeeded, int entries, int entriesNeeded) {
        boolean few = lines < linesNeeded || entries < entriesNeeded;
        int row = lines == linesNeeded ? 1 : Math.min(lines, linesNeeded) + 1;
        int column = entries == entriesNeeded ? 1 : Math.min(entries, entriesNeeded) + 1;
        return "row block " + row + ", column block " + column
                + (few ? " has no encoding" : " is given but does not exist");
    }

    static SubMatrixGrid grid(Network.Placed placed, Hardware hardware, Granularity granularity, int channelGroups) {
        return SubMatrixGrid.of(
                placed.spec(),
                placed.input(),
                channelGroups,
                granularity.byColumns,
                hardware.tile(),
                hardware.slices());
    }
}
