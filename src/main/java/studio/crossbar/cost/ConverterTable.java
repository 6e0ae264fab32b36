package studio.crossbar.cost;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Area, energy and latency of a converter by resolution: tabulated rows, and a law between and beyond them. A conversion
 * takes {@code base + bits · perBit + 2^bits · perLevel}.
 *
 * @param law for resolutions without a row
 * @param leastBits lowest resolution that is built
 * @param mostBits highest
 * @param rows by rising resolution
 * @param latencyBase part of a conversion's time that does not depend on the resolution, ns
 * @param latencyPerBit time a bit, ns
 * @param latencyPerLevel time a level, ns: ramps and pulse widths
 * @param columnPower power a µS of the column's conductance, drawn for the length of a conversion, µW/µS: sensing that
 *     carries the column's current
 */
public record ConverterTable(
        ConverterLaw law,
        int leastBits,
        int mostBits,
        List<Row> rows,
        Quantity latencyBase,
        Quantity latencyPerBit,
        Quantity latencyPerLevel,
        Quantity columnPower) {

    /**
     * A published resolution.
     *
     * @param bits 1 … 16
     * @param area µm², up to 100 mm²; what is larger is a chip of many converters
     * @param energy of a conversion, pJ
     */
    public record Row(int bits, Quantity area, Quantity energy) {

        public Row {
            if (bits < 1 || bits > 16) {
                throw new IllegalArgumentException("bits: " + bits + " is outside 1 … 16");
            }
            area.check("area", "um2", 1e-6, 1e8);
            energy.check("energy", "pJ", 1e-9, 1e6);
        }

        String source() {
            return new UnitCost(area, energy).source();
        }

        Row scaledTo(double node) {
            UnitCost scaled = new UnitCost(area, energy).scaledTo(node);
            return new Row(bits, scaled.area(), scaled.energy());
        }
    }

    /**
     * A converter of one resolution.
     *
     * @param areaSquareMicrometres µm²
     * @param energyPicojoules of a conversion, pJ
     * @param latencyNanoseconds of a conversion, ns
     * @param columnEnergyPicojoules the further energy a conversion and µS of the column with all inputs at full scale, pJ; it is
     *     linear in the column's current and so in the inputs
     * @param source row, or law and rows
     */
    public record Converter(
            double areaSquareMicrometres,
            double energyPicojoules,
            double latencyNanoseconds,
            double columnEnergyPicojoules,
            String source) {}

    public ConverterTable {
        rows = List.copyOf(rows);
        if (leastBits < 1 || mostBits > 16 || leastBits > mostBits) {
            throw new IllegalArgumentException(
                    "leastBits: " + leastBits + " … " + mostBits + " (mostBits) is no range within 1 … 16");
        }
        if (law == ConverterLaw.SURVEY ? !rows.isEmpty() : rows.size() < law.support()) {
            throw new IllegalArgumentException("rows: " + rows.size() + " where law " + law + " needs "
                    + (law == ConverterLaw.SURVEY ? "none" : "at least " + law.support()));
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
        latencyPerLevel.check("latencyPerLevel", "ns", 0, 1e6);
        columnPower.check("columnPower", "uW/uS", 0, 1e6);
        if (law == ConverterLaw.SURVEY && !(latencyBase.value() > 0 && leastBits >= SurveyRegression.LEAST_BITS)) {
            throw new IllegalArgumentException("law: SURVEY needs latencyBase above 0, for the rate, and leastBits of "
                    + SurveyRegression.LEAST_BITS + " or more, where the regression begins");
        }
    }

    boolean builds(int bits) {
        return bits >= leastBits && bits <= mostBits;
    }

    /** Refuses rows whose law gives no positive area or energy for some resolution that is built. */
    void checkLaw(String field, double node) {
        for (int bits = leastBits; bits <= mostBits; bits++) {
            Converter converter = at(bits, node);
            if (!(converter.areaSquareMicrometres() > 0 && converter.energyPicojoules() > 0)) {
                throw new IllegalArgumentException(field + ".rows: the law " + law + " gives "
                        + converter.areaSquareMicrometres() + " um2 and " + converter.energyPicojoules() + " pJ at "
                        + bits + " bits, which must both be above 0; add a row there");
            }
        }
    }

    /** Refuses a conversion that takes no time. */
    void checkTime(String field) {
        if (latencyNanoseconds(leastBits) == 0) {
            throw new IllegalArgumentException(
                    field + ".latencyBase: is 0 as are latencyPerBit and latencyPerLevel, so that a"
                            + " conversion takes no time; give at least one of them the time that it takes");
        }
    }

    private double latencyNanoseconds(int bits) {
        return latencyBase.value() + bits * latencyPerBit.value() + Math.scalb(1.0, bits) * latencyPerLevel.value();
    }

    /**
     * Converter of {@code bits}.
     *
     * @param node of the technology, nm
     * @throws IllegalArgumentException if that resolution is not built
     */
    public Converter at(int bits, double node) {
        if (!builds(bits)) {
            throw new IllegalArgumentException("bits: " + bits + " is outside " + leastBits + " … " + mostBits
                    + ", the resolutions of this converter");
        }
        double latency = latencyNanoseconds(bits);
        if (law == ConverterLaw.SURVEY) {
            double hertz = 1e9 / latency;
            return new Converter(
                    SurveyRegression.areaSquareMicrometres(bits, hertz, node),
                    SurveyRegression.energyPicojoules(bits, hertz, node),
                    latency,
                    latency * columnPower.value() * 1e-3,
                    bits + " bits at " + hertz * 1e-6 + " MS/s and " + node
                            + " nm: regression over Murmann's survey 1997-2023 (Accelergy ADC plug-in)"
                            + SurveyRegression.outside(bits, hertz));
        }
        for (Row row : rows) {
            if (row.bits() == bits) {
                double area = row.area().value();
                double energy = row.energy().value();
                return new Converter(
                        area,
                        energy,
                        latency,
                        latency * columnPower.value() * 1e-3,
                        bits + " bits: " + row.source() + more(bits, area, energy));
            }
        }
        return estimated(bits, latency);
    }

    private Converter estimated(int bits, double latency) {
        List<Row> nearest = nearest(bits);
        int[] known = nearest.stream().mapToInt(Row::bits).toArray();
        String through =
                nearest.stream().map(row -> Integer.toString(row.bits())).collect(Collectors.joining(", "));
        double area = law.at(bits, known, values(nearest, row -> row.area().value()));
        double energy = law.at(bits, known, values(nearest, row -> row.energy().value()));
        return new Converter(
                area,
                energy,
                latency,
                latency * columnPower.value() * 1e-3,
                bits + " bits by law " + law + " through the rows " + through + outside(bits) + ": "
                        + nearest.getLast().source() + more(bits, area, energy));
    }

    /**
     * A warning where a row of more bits, which would serve as well, takes less; empty elsewhere. Such rows are not refused:
     * published tables have them, as that of MNSIM 2.0, which lists converters of several chips.
     */
    private String more(int bits, double area, double energy) {
        for (Row row : rows) {
            boolean smaller = row.area().value() < area;
            boolean thriftier = row.energy().value() < energy;
            if (row.bits() > bits && (smaller || thriftier)) {
                return ", more " + (smaller && thriftier ? "area and energy" : smaller ? "area" : "energy")
                        + " than the row of " + row.bits() + " bits";
            }
        }
        return "";
    }

    /** A warning where the law goes beyond the published resolutions; empty between them. */
    private String outside(int bits) {
        int first = rows.getFirst().bits();
        int last = rows.getLast().bits();
        return bits >= first && bits <= last
                ? ""
                : ", extrapolated: the resolution lies outside the published "
                        + (first == last ? first + " bits" : first + " … " + last + " bits");
    }

    ConverterTable scaledTo(double node) {
        return new ConverterTable(
                law,
                leastBits,
                mostBits,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> FieldPath.at(
                                "rows[" + i + "]", () -> rows.get(i).scaledTo(node)))
                        .toList(),
                FieldPath.at("latencyBase", () -> latencyBase.scaledTo(node, NodeScaling.TIME)),
                FieldPath.at("latencyPerBit", () -> latencyPerBit.scaledTo(node, NodeScaling.TIME)),
                FieldPath.at("latencyPerLevel", () -> latencyPerLevel.scaledTo(node, NodeScaling.TIME)),
                columnPower);
    }

    private List<Row> nearest(int bits) {
        int above = 0;
        while (above < rows.size() && rows.get(above).bits() < bits) {
            above++;
        }
        int first = Math.clamp(above - (law.support() + 1) / 2, 0, rows.size() - law.support());
        return rows.subList(first, first + law.support());
    }

    private static double[] values(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
