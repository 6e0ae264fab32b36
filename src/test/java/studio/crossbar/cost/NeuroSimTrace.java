package studio.crossbar.cost;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * Weights and input bits of a layer as NeuroSim read them (oracle, {@code traces_small.tgz}), and what they ask of its
 * crossbars. Crossbars divide the matrix by rows alone here: what lies beside reads the same rows.
 */
final class NeuroSimTrace {

    static final int INPUT_BITS = 8;
    private static final int WEIGHT_BITS = 8;
    private static final double ON = 10;
    private static final double OFF = 10 / 17.0;

    /** The access transistor, a quarter of the lowest resistance (constant.h, IR_DROP_TOLERANCE). */
    private static final double TRANSISTOR_MEGOHMS = 0.025;

    /** A cell's length of lines of 40 nm (Param.cpp). */
    private static final double WORD_LINE_OHMS = 1.5631579;

    private static final double BIT_LINE_OHMS = 3 * WORD_LINE_OHMS;

    /** {@code [row][output]}, −1 … 1. */
    private final double[][] weights;

    /** {@code [row][read]}, the 8 bits of a vector one after the other. */
    private final boolean[][] bits;

    /** Of a crossbar. */
    private final int rows;

    private NeuroSimTrace(double[][] weights, boolean[][] bits, int rows) {
        this.weights = weights;
        this.bits = bits;
        this.rows = rows;
    }

    /**
     * What the first vectors of the layer are to its crossbars.
     *
     * @param vectors of them
     * @param reads of all crossbars
     * @param driven reads with a one among the crossbar's rows
     * @param ones rows driven, of all reads
     * @param share of ones among the bits
     * @param microSiemens mean over the cells of driven rows, with the access transistor in series
     */
    record Reads(int vectors, double reads, double driven, double ones, double share, double microSiemens) {}

    static List<NeuroSimTrace> read(Path archive, List<Integer> crossbarRows) throws IOException {
        Map<String, String> files = texts(archive);
        List<NeuroSimTrace> layers = new ArrayList<>();
        for (int rows : crossbarRows) {
            int layer = layers.size() + 1;
            layers.add(new NeuroSimTrace(
                    numbers(text(files, "weight" + layer)), bits(text(files, "input" + layer)), rows));
        }
        return layers;
    }

    private static String text(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get("small/" + name + ".csv"), name);
    }

    /** One above the other. */
    int crossbars() {
        return Math.ceilDiv(weights.length, rows);
    }

    int columns(int cellBits) {
        return weights[0].length * WEIGHT_BITS / cellBits;
    }

    Reads reads(int vectors, int cellBits) {
        double[] rowMicroSiemens = Arrays.stream(cells(cellBits))
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double driven = 0;
        double ones = 0;
        double microSiemens = 0;
        for (int read = 0; read < vectors * INPUT_BITS; read++) {
            for (int first = 0; first < bits.length; first += rows) {
                int on = 0;
                for (int row = first; row < first + rows; row++) {
                    if (bits[row][read]) {
                        on++;
                        microSiemens += rowMicroSiemens[row];
                    }
                }
                ones += on;
                driven += on > 0 ? 1 : 0;
            }
        }
        double reads = (double) vectors * INPUT_BITS * crossbars();
        return new Reads(
                vectors, reads, driven, ones, ones / (reads * rows), microSiemens / (ones * columns(cellBits)));
    }

    /**
     * Sum over all conversions of what {@code of} says of the conductance of the column's driven cells, µS, each in series
     * with the lines between it and the crossbar's edges (ProcessingUnit.cpp, GetColumnResistance).
     */
    double sum(int vectors, int cellBits, DoubleUnaryOperator of) {
        double[][] cells = cells(cellBits);
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                double lines = (column % NeuroSim.COLUMNS + 1) * WORD_LINE_OHMS + (rows - row % rows) * BIT_LINE_OHMS;
                cells[row][column] = 1 / (1 / cells[row][column] + lines * 1e-6);
            }
        }
        double sum = 0;
        double[] column = new double[columns(cellBits)];
        for (int read = 0; read < vectors * INPUT_BITS; read++) {
            for (int first = 0; first < bits.length; first += rows) {
                Arrays.fill(column, 0);
                for (int row = first; row < first + rows; row++) {
                    if (bits[row][read]) {
                        for (int j = 0; j < column.length; j++) {
                            column[j] += cells[row][j];
                        }
                    }
                }
                for (double microSiemens : column) {
                    sum += of.applyAsDouble(microSiemens);
                }
            }
        }
        return sum;
    }

    /** Conductance of each cell, µS: Chip.cpp, LoadInWeightData, takes a weight's digits from 128 (w + 1). */
    private double[][] cells(int cellBits) {
        int levels = 1 << cellBits;
        int digits = WEIGHT_BITS / cellBits;
        double[][] cells = new double[weights.length][columns(cellBits)];
        for (int row = 0; row < weights.length; row++) {
            for (int output = 0; output < weights[row].length; output++) {
                int value = (int) (128 * (weights[row][output] + 1) + 0.5);
                for (int digit = 0; digit < digits; digit++) {
                    double level = (value >> ((digits - 1 - digit) * cellBits)) % levels / (levels - 1.0);
                    double resistance = 1 / (OFF + level * (ON - OFF)) + TRANSISTOR_MEGOHMS;
                    cells[row][output * digits + digit] = 1 / resistance;
                }
            }
        }
        return cells;
    }

    /** Rows of zeros and ones. */
    private static boolean[][] bits(String csv) {
        return csv.lines()
                .map(line -> line.replace(",", ""))
                .map(line -> {
                    boolean[] row = new boolean[line.length()];
                    for (int read = 0; read < row.length; read++) {
                        row[read] = line.charAt(read) == '1';
                    }
                    return row;
                })
                .toArray(boolean[][]::new);
    }

    private static double[][] numbers(String csv) {
        return csv.lines()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .filter(cell -> !cell.isBlank())
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Files of a compressed tar archive, by name. */
    private static Map<String, String> texts(Path archive) throws IOException {
        byte[] tar;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
            tar = in.readAllBytes();
        }
        Map<String, String> texts = new HashMap<>();
        int at = 0;
        while (at + 512 <= tar.length && tar[at] != 0) {
            int size = Integer.parseInt(field(tar, at + 124, 12), 8);
            texts.put(field(tar, at, 100), new String(tar, at + 512, size, StandardCharsets.UTF_8));
            at += 512 * (1 + Math.ceilDiv(size, 512));
        }
        return texts;
    }

    /** Of a header, ended by a null byte. */
    private static String field(byte[] tar, int from, int length) {
        return new String(tar, from, length, StandardCharsets.UTF_8).split("\0", 2)[0].strip();
    }
}
