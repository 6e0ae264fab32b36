package studio.crossbar.cost.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Schedule;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/**
 * Values that each choice takes; a space holds every combination. Whatever is not swept stays that of the design.
 *
 * @param tiles largest crossbars
 * @param polarities signs of the weights
 * @param cellBits bits a cell
 * @param dacBits bits of the inputs
 * @param adcBits bits of the outputs
 * @param ranges who shares full scales
 * @param scalings digital arithmetic
 * @param adcs kinds of ADC
 * @param columnsPerAdc columns that take turns at one ADC; 0 for the technology's number
 * @param schedules who works when
 */
public record SweepSpace(
        List<TileShape> tiles,
        List<PolarityAssignment> polarities,
        List<Integer> cellBits,
        List<Integer> dacBits,
        List<Integer> adcBits,
        List<RangeSharing> ranges,
        List<DigitalScaling> scalings,
        List<AdcKind> adcs,
        List<Integer> columnsPerAdc,
        List<Schedule> schedules) {

    /** Most designs of a space. */
    public static final int MOST_DESIGNS = 10_000_000;

    private static final int SCHEMA = 1;
    private static final String[] FIELDS = {
        "schema",
        "tile",
        "polarity",
        "cellBits",
        "dacBits",
        "adcBits",
        "ranges",
        "scaling",
        "adc",
        "columnsPerAdc",
        "schedule"
    };

    public SweepSpace {
        tiles = required("tile", tiles);
        polarities = required("polarity", polarities);
        cellBits = within("cellBits", cellBits, 1, 8);
        dacBits = within("dacBits", dacBits, 1, 12);
        adcBits = within("adcBits", adcBits, 2, 12);
        ranges = required("ranges", ranges);
        scalings = required("scaling", scalings);
        adcs = required("adc", adcs);
        columnsPerAdc = within("columnsPerAdc", columnsPerAdc, 0, 4096);
        schedules = required("schedule", schedules);
        long designs = (long) tiles.size() * polarities.size();
        for (int size : new int[] {
            cellBits.size(),
            dacBits.size(),
            adcBits.size(),
            ranges.size(),
            scalings.size(),
            adcs.size(),
            columnsPerAdc.size(),
            schedules.size()
        }) {
            designs = Math.multiplyExact(designs, (long) size);
        }
        if (designs > MOST_DESIGNS) {
            throw new IllegalArgumentException(
                    "the space has " + designs + " designs, more than " + MOST_DESIGNS + "; leave out some values");
        }
    }

    /** The design and nothing else. */
    public static SweepSpace of(Hardware hardware, CostOptions options) {
        return new SweepSpace(
                List.of(hardware.tile()),
                List.of(hardware.polarity()),
                List.of((int) Math.round(hardware.cell().bits())),
                List.of(hardware.converters().dacBits()),
                List.of(hardware.converters().adcBits()),
                List.of(hardware.ranges()),
                List.of(hardware.scaling()),
                List.of(options.adc()),
                List.of(options.columnsPerAdc()),
                List.of(options.schedule()));
    }

    /**
     * Bits × ADC × tile × encoding × ranges × scaling × multiplexing around a design, as the workbench's chart shows:
     * 19,440 designs. Only negative weights cost what only positive ones do, and are left out.
     */
    public static SweepSpace around(CostOptions options) {
        return new SweepSpace(
                List.of(new TileShape(64, 64), new TileShape(128, 128), new TileShape(256, 256)),
                List.of(Polarity.DIFFERENTIAL, Polarity.OFFSET, Polarity.ROW_BLOCK, Polarity.POSITIVE),
                List.of(1, 2, 4),
                List.of(4, 6, 8),
                List.of(4, 6, 8),
                List.of(RangeSharing.values()),
                List.of(DigitalScaling.values()),
                List.of(AdcKind.TECHNOLOGY, AdcKind.SURVEY),
                List.of(2, 4, 8, 16, 32),
                List.of(options.schedule()));
    }

    /**
     * Reads a space: {@code {"schema": 1, "cellBits": [1, 2], "tile": [{"rows": 64, "columns": 64}], "polarity":
     * ["differential"], …}}; fields that are missing keep the design's value.
     *
     * @throws JsonFormatException naming file, field, value and remedy
     */
    public static SweepSpace read(Path file, Hardware hardware, CostOptions options) throws JsonFormatException {
        JsonFields json = JsonText.read(file, FIELDS);
        json.requireSchema(SCHEMA);
        SweepSpace own = of(hardware, options);
        List<TileShape> tiles = json.has("tile") ? tiles(json) : own.tiles;
        List<PolarityAssignment> polarities =
                json.has("polarity") ? List.copyOf(json.choices("polarity", Polarity.class)) : own.polarities;
        List<Integer> cellBits = json.has("cellBits") ? json.integers("cellBits") : own.cellBits;
        List<Integer> dacBits = json.has("dacBits") ? json.integers("dacBits") : own.dacBits;
        List<Integer> adcBits = json.has("adcBits") ? json.integers("adcBits") : own.adcBits;
        List<RangeSharing> ranges = json.has("ranges") ? json.choices("ranges", RangeSharing.class) : own.ranges;
        List<DigitalScaling> scalings =
                json.has("scaling") ? json.choices("scaling", DigitalScaling.class) : own.scalings;
        List<AdcKind> adcs = json.has("adc") ? json.choices("adc", AdcKind.class) : own.adcs;
        List<Integer> columns = json.has("columnsPerAdc") ? json.integers("columnsPerAdc") : own.columnsPerAdc;
        List<Schedule> schedules = json.has("schedule") ? json.choices("schedule", Schedule.class) : own.schedules;
        return json.build(() -> new SweepSpace(
                tiles, polarities, cellBits, dacBits, adcBits, ranges, scalings, adcs, columns, schedules));
    }

    private static List<TileShape> tiles(JsonFields json) throws JsonFormatException {
        List<TileShape> tiles = new ArrayList<>();
        for (JsonFields tile : json.objects("tile", "rows", "columns")) {
            int rows = tile.integer("rows");
            int columns = tile.integer("columns");
            tiles.add(tile.build(() -> new TileShape(rows, columns)));
        }
        return tiles;
    }

    /** Designs that differ in what is not the mapping's: all but tile and polarity. */
    int designsPerMapping() {
        return cellBits.size()
                * dacBits.size()
                * adcBits.size()
                * ranges.size()
                * scalings.size()
                * adcs.size()
                * columnsPerAdc.size()
                * schedules.size();
    }

    /** Designs of the space. */
    public int size() {
        return tiles.size() * polarities.size() * designsPerMapping();
    }

    private static <T> List<T> required(String field, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + ": has no values; give at least one or leave the field out");
        }
        Set<T> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(field + ": has the value " + text(value) + " twice; leave one out");
            }
        }
        return List.copyOf(values);
    }

    private static String text(Object value) {
        return switch (value) {
            case Enum<?> constant -> JsonFields.nameOf(constant);
            case TileShape tile -> tile.rows() + " × " + tile.columns();
            default -> String.valueOf(value);
        };
    }

    private static List<Integer> within(String field, List<Integer> values, int low, int high) {
        for (int value : values) {
            if (value < low || value > high) {
                throw new IllegalArgumentException(field + ": " + value + " is outside " + low + " … " + high);
            }
        }
        return required(field, values);
    }
}
