package studio.crossbar.cost;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Area, energy and latency of a converter by resolution: tabulated rows, and a law between and beyond them.
 *
 * @param law for resolutions without a row
 * @param rows by rising resolution
 * @param latencyBase part of a conversion's time that does not depend on the resolution, ns
 * @param latencyPerBit time a bit, ns
 */
public record ConverterTable(Law law, List<Row> rows, Quantity latencyBase, Quantity latencyPerBit) {

    /** How a resolution without a row is estimated from the nearest rows. */
    public enum Law {
        /** A constant factor a bit, through the two nearest rows. */
        GEOMETRIC(2) {
            @Override
            double at(int bits, int[] known, double[] values) {
                double perBit = Math.log(values[1] / values[0]) / (known[1] - known[0]);
                return values[0] * Math.exp(perBit * (bits - known[0]));
            }
        },
        /**
         * {@code a + d·bits + c·2^bits} through the three nearest rows: a successive-approximation converter's
         * comparator, its logic, and a capacitor array that doubles with each bit.
         */
        LINEAR_PLUS_EXPONENTIAL(3) {
            @Override
            double at(int bits, int[] known, double[] values) {
                double p0 = Math.scalb(1.0, known[0]);
                double slope = (values[1] - values[0]) / (known[1] - known[0]);
                double power = (Math.scalb(1.0, known[1]) - p0) / (known[1] - known[0]);
                double c = (values[2] - values[0] - slope * (known[2] - known[0]))
                        / (Math.scalb(1.0, known[2]) - p0 - power * (known[2] - known[0]));
                double d = slope - c * power;
                return values[0] + d * (bits - known[0]) + c * (Math.scalb(1.0, bits) - p0);
            }
        };

        private final int support;

        Law(int support) {
            this.support = support;
        }

        abstract double at(int bits, int[] known, double[] values);
    }

    /**
     * A published resolution.
     *
     * @param bits 1 … 16
     * @param area µm²
     * @param energy of a conversion, pJ
     */
    public record Row(int bits, Quantity area, Quantity energy) {

        public Row {
            if (bits < 1 || bits > 16) {
                throw new IllegalArgumentException("bits: " + bits + " is outside 1 … 16");
            }
            area.check("area", "um2", 1e-6, 1e9);
            energy.check("energy", "pJ", 1e-9, 1e6);
        }

        String source() {
            return new UnitCost(area, energy).source();
        }
    }

    /**
     * A converter of one resolution.
     *
     * @param areaSquareMicrometres µm²
     * @param energyPicojoules of a conversion, pJ
     * @param latencyNanoseconds of a conversion, ns
     * @param source row, or law and rows
     */
    public record Converter(
            double areaSquareMicrometres, double energyPicojoules, double latencyNanoseconds, String source) {}

    public ConverterTable {
        rows = List.copyOf(rows);
        if (rows.size() < law.support) {
            throw new IllegalArgumentException(
                    "rows: " + rows.size() + " where law " + law + " needs at least " + law.support);
        }
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).bits() <= rows.get(i - 1).bits()) {
                throw new IllegalArgumentException(
                        "rows[" + i + "].bits: " + rows.get(i).bits() + " does not rise above "
                                + rows.get(i - 1).bits());
            }
        }
        latencyBase.check("latencyBase", "ns", 0, 1e6);
        latencyPerBit.check("latencyPerBit", "ns", 0, 1e6);
    }

    /** Refuses rows whose law gives no positive area or energy somewhere in {@code low … high} bits. */
    void checkRange(String field, int low, int high) {
        for (int bits = low; bits <= high; bits++) {
            Converter converter = at(bits);
            if (!(converter.areaSquareMicrometres() > 0 && converter.energyPicojoules() > 0)) {
                throw new IllegalArgumentException(field + ".rows: the law " + law + " gives "
                        + converter.areaSquareMicrometres() + " um2 and " + converter.energyPicojoules() + " pJ at "
                        + bits + " bits, which must both be above 0; add a row there");
            }
        }
    }

    /** Converter of {@code bits}. */
    public Converter at(int bits) {
        double latency = latencyBase.value() + bits * latencyPerBit.value();
        for (Row row : rows) {
            if (row.bits() == bits) {
                return new Converter(
                        row.area().value(), row.energy().value(), latency, bits + " bits: " + row.source());
            }
        }
        List<Row> nearest = nearest(bits);
        int[] known = nearest.stream().mapToInt(Row::bits).toArray();
        String source = bits + " bits by law " + law + " through the rows "
                + String.join(
                        ", ",
                        nearest.stream()
                                .map(row -> Integer.toString(row.bits()))
                                .toList()) + ": "
                + nearest.getLast().source();
        return new Converter(
                law.at(bits, known, values(nearest, row -> row.area().value())),
                law.at(bits, known, values(nearest, row -> row.energy().value())),
                latency,
                source);
    }

    private List<Row> nearest(int bits) {
        int above = 0;
        while (above < rows.size() && rows.get(above).bits() < bits) {
            above++;
        }
        int first = Math.clamp(above - (law.support + 1) / 2, 0, rows.size() - law.support);
        return rows.subList(first, first + law.support);
    }

    private static double[] values(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
