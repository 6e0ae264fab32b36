package studio.crossbar.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Unit costs of one process: every constant with unit, valid range, node and source, as a technology file holds them.
 *
 * @param schema version of the file's layout, {@value #SCHEMA}
 * @param name as in the file's name: lower-case letters, digits and hyphens
 * @param title for the user
 * @param node feature size F, nm
 * @param cell memory cell and how it is read
 * @param programming how cells are written
 * @param rows what drives the word lines
 * @param columns converters of the bit lines
 * @param analog parts between the columns and the ADCs
 * @param digital logic
 * @param memory buffers and wires
 * @param macro what stands around a group of crossbars where everything is built in whole macros
 */
public record Technology(
        int schema,
        String name,
        String title,
        Quantity node,
        CellParts cell,
        ProgrammingParts programming,
        RowParts rows,
        ColumnParts columns,
        AnalogParts analog,
        DigitalParts digital,
        MemoryParts memory,
        MacroParts macro) {

    /** Version of the layout of technology files. */
    public static final int SCHEMA = 2;

    /** Nodes that {@link #scaledTo} reaches, nm. */
    public static final double LEAST_NODE = NodeScaling.LEAST_NODE;

    public static final double MOST_NODE = NodeScaling.MOST_NODE;

    /** Name of {@link #standard()}. */
    public static final String STANDARD = "rram-32nm";

    public Technology {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema: " + schema + " is not " + SCHEMA + ", the one that is read");
        }
        if (!name.matches(TechnologyFiles.NAME)) {
            throw new IllegalArgumentException(
                    "name: \"" + name + "\" is not made of lower-case letters, digits and hyphens");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: is blank; name the technology for the user");
        }
        node.check("node", "nm", 1, 1000);
        double feature = node.value();
        rows.voltage().checkLaw("rows.voltage", feature);
        rows.pulseWidth().checkLaw("rows.pulseWidth", feature);
        columns.adcs().forEach((kind, table) -> table.checkLaw("columns.adcs." + kind, feature));
        // A voltage may be there at once, since the read pulse follows; what counts or compares takes time.
        rows.pulseWidth().checkTime("rows.pulseWidth");
        columns.adcs().forEach((kind, table) -> table.checkTime("columns.adcs." + kind));
    }

    /** Which constants these are: equal for technologies that cost everything alike. */
    public TechnologyIdentity identity() {
        return TechnologyIdentity.of(this);
    }

    /** Area of one cell, µm². */
    public double cellAreaSquareMicrometres() {
        double featureMicrometres = node.value() * 1e-3;
        return cell.area().value() * featureMicrometres * featureMicrometres;
    }

    /** Whether the scaling tables reach its node. */
    public boolean scalable() {
        return node.value() >= LEAST_NODE && node.value() <= MOST_NODE;
    }

    /**
     * The technology at another node: areas and energies of circuits by published tables, times of circuits and the clock in
     * proportion; the device, its voltages and pulses stay. Every figure that changed says so in its source.
     *
     * @param nanometres 7 … 130
     * @throws IllegalArgumentException if a node is beyond the tables
     */
    public Technology scaledTo(double nanometres) {
        return TechnologyScaling.scaled(this, nanometres);
    }

    /**
     * Reads a technology file. Constants of another node than the technology's are scaled to it, and say so.
     *
     * @throws TechnologyException if it is no valid technology file; the message names file, field and remedy
     * @throws IOException if it cannot be read
     */
    public static Technology load(Path file) throws IOException {
        return TechnologyFiles.read(file);
    }

    /**
     * The same from text.
     *
     * @param file name for messages
     * @throws TechnologyException if it is no valid technology file
     */
    public static Technology parse(String file, String json) throws TechnologyException {
        return TechnologyFiles.parse(file, json);
    }

    /**
     * Reads a technology file of the project: {@code assets/technology/<name>.json} under the working directory, where
     * users edit it, otherwise the copy that the application carries.
     *
     * @throws TechnologyException if there is none of that name or it is not valid
     * @throws IOException if it cannot be read
     */
    public static Technology bundled(String name) throws IOException {
        return TechnologyFiles.bundled(name);
    }

    /** Names of the files that {@link #bundled} finds: those carried and those beside them. */
    public static List<String> names() throws IOException {
        return TechnologyFiles.names();
    }

    /**
     * 32 nm RRAM with ISAAC-class components, as the application carries it: no edited file changes it.
     *
     * @throws java.io.UncheckedIOException if the application's copy is damaged
     */
    public static Technology standard() {
        return TechnologyFiles.standard();
    }
}
