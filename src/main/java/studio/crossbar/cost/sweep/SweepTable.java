package studio.crossbar.cost.sweep;

import java.io.IOException;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.json.JsonFields;

/** Writes a sweep as CSV: a line a design, first its choices, then its totals. */
public final class SweepTable {

    private static final String HEADER = "cell_bits,polarity,dac_bits,adc_bits,adc,columns_per_adc,tile_rows,"
            + "tile_columns,ranges,scaling,schedule,area_mm2,energy_nJ,latency_us,inferences_per_s,tops_per_W,"
            + "tops_per_mm2,technology";

    private SweepTable() {}

    /** Writes all designs; totals of those that cannot be built are empty. */
    public static void write(SweepResult result, Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        StringBuilder line = new StringBuilder(200);
        String technology = quoted(result.technology().identity().label());
        for (int index = 0; index < result.size(); index++) {
            line.setLength(0);
            choices(result.point(index), line);
            if (result.built(index)) {
                totals(result, index, line);
            } else {
                line.append(",,,,,,");
            }
            out.append(line).append(',').append(technology).append('\n');
        }
    }

    /** A field of RFC 4180. */
    private static String quoted(String text) {
        return text.indexOf(',') < 0 ? text : '"' + text + '"';
    }

    private static void choices(SweepPoint point, StringBuilder line) {
        Hardware hardware = point.hardware();
        line.append(Math.round(hardware.cell().bits()))
                .append(',')
                .append(name(hardware.polarity()))
                .append(',')
                .append(hardware.converters().dacBits())
                .append(',')
                .append(hardware.converters().adcBits())
                .append(',')
                .append(JsonFields.nameOf(point.options().adc()))
                .append(',')
                .append(point.options().columnsPerAdc())
                .append(',')
                .append(hardware.tile().rows())
                .append(',')
                .append(hardware.tile().columns())
                .append(',')
                .append(JsonFields.nameOf(hardware.ranges()))
                .append(',')
                .append(JsonFields.nameOf(hardware.scaling()))
                .append(',')
                .append(JsonFields.nameOf(point.options().schedule()));
    }

    private static String name(PolarityAssignment polarity) {
        return polarity instanceof Enum<?> constant ? JsonFields.nameOf(constant) : "map";
    }

    private static void totals(SweepResult result, int index, StringBuilder line) {
        line.append(',')
                .append(rounded(result.areaSquareMillimetres(index)))
                .append(',')
                .append(rounded(result.energyNanojoules(index)))
                .append(',')
                .append(rounded(result.latencyMicroseconds(index)))
                .append(',')
                .append(rounded(result.inferencesPerSecond(index)))
                .append(',')
                .append(rounded(result.teraOperationsPerJoule(index)))
                .append(',')
                .append(rounded(result.teraOperationsPerSecondAndSquareMillimetre(index)));
    }

    /** Seven significant digits, which single precision gives, in its shortest text. */
    private static float rounded(double value) {
        return (float) value;
    }
}
