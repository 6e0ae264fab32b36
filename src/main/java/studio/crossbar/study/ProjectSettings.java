package studio.crossbar.study;

import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.DataKind;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * What {@code project.json} holds.
 *
 * @param name shown to the user, not blank
 * @param description one or two sentences, may be empty
 * @param data folder or archive of the data set, absolute or relative to the project; null for the usual search
 * @param design name of the design's file in the project folder
 * @param draws programming draws of an evaluation, 1 … 1000
 * @param technology name of a technology file, or a file of the project that ends in .json; null for the standard one
 * @param dataset which data set is wanted, where a folder holds several; null for the one that fits the network
 * @param csv how to understand CSV; null to find out
 * @param cost how designs are costed
 * @param wires resistance of the tiles' wires, with which evaluations measure their chips once more; null for none
 * @param start ONNX file, absolute or relative to the project, whose weights training starts from; null for random ones
 */
public record ProjectSettings(
        String name,
        String description,
        @Nullable String data,
        String design,
        int draws,
        @Nullable String technology,
        @Nullable DataKind dataset,
        @Nullable CsvOptions csv,
        CostSettings cost,
        @Nullable WireResistance wires,
        @Nullable String start) {

    /** Largest number of programming draws. */
    public static final int MOST_DRAWS = 1000;

    public ProjectSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: is blank");
        }
        if (design.isBlank() || design.contains("/") || design.contains("\\") || design.equals("project.json")) {
            throw new IllegalArgumentException("design: \"" + design + "\" is no name of a file in the project folder");
        }
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new IllegalArgumentException("draws: " + draws + " is outside 1 … " + MOST_DRAWS);
        }
    }

    /** Settings of a new project: design in {@code design.json}, ten draws. */
    public static ProjectSettings named(String name) {
        return new ProjectSettings(
                name, "", null, "design.json", 10, null, null, null, CostSettings.STANDARD, null, null);
    }

    public ProjectSettings withData(@Nullable String value) {
        return new ProjectSettings(
                name, description, value, design, draws, technology, dataset, csv, cost, wires, start);
    }

    public ProjectSettings withDraws(int value) {
        return new ProjectSettings(
                name, description, data, design, value, technology, dataset, csv, cost, wires, start);
    }

    public ProjectSettings withDataset(@Nullable DataKind value) {
        return new ProjectSettings(name, description, data, design, draws, technology, value, csv, cost, wires, start);
    }

    public ProjectSettings withCsv(@Nullable CsvOptions value) {
        return new ProjectSettings(
                name, description, data, design, draws, technology, dataset, value, cost, wires, start);
    }

    public ProjectSettings withTechnology(@Nullable String value) {
        return new ProjectSettings(name, description, data, design, draws, value, dataset, csv, cost, wires, start);
    }

    public ProjectSettings withCost(CostSettings value) {
        return new ProjectSettings(
                name, description, data, design, draws, technology, dataset, csv, value, wires, start);
    }

    public ProjectSettings withWires(@Nullable WireResistance value) {
        return new ProjectSettings(
                name, description, data, design, draws, technology, dataset, csv, cost, value, start);
    }

    public ProjectSettings withStart(@Nullable String value) {
        return new ProjectSettings(
                name, description, data, design, draws, technology, dataset, csv, cost, wires, value);
    }
}
