package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.json.JsonFields;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.report.ArrayFiles;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;

/** {@code crossbar map}. */
@Command(name = "map", description = "Tiles, devices and conductances of the trained network, layer by layer.")
final class MapCommand extends ProjectCommand {

    @Option(
            names = "--npy",
            paramLabel = "DIR",
            description =
                    "Also write each layer's weight levels (int16) and conductances (float32, µS) there, for NumPy.")
    private @Nullable Path npy;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        MappedNetwork mapped = MappedNetwork.of(store.trained().network());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name())
                .put("devices", mapped.plan().weightDevices())
                .put("tiles", mapped.tiles().size())
                .put("utilisation", mapped.plan().utilisation());
        ArrayNode layers = json.putArray("layers");
        TextTable table = new TextTable()
                .header("layer", "rows", "columns", "row blocks", "tiles", "of these", "devices", "mean µS");
        for (LayerPlan layer : mapped.plan().layers()) {
            List<Tile> tiles = mapped.tilesOf(layer.layer());
            double conductance = Tile.meanConductanceMicroSiemens(tiles);
            ObjectNode entry = layers.addObject();
            entry.put("name", layer.name())
                    .put("rows", layer.rows().rows())
                    .put("columns", layer.spec().outputs())
                    .put("rowBlocks", layer.rows().blocks().size())
                    .put("tiles", tiles.size())
                    .put("devices", layer.weightDevices())
                    .put("meanConductance_uS", conductance);
            ObjectNode encodings = entry.putObject("encodings");
            for (Encoding encoding : Encoding.values()) {
                encodings.put(JsonFields.nameOf(encoding), count(tiles, encoding));
            }
            table.row(
                    layer.name(),
                    Integer.toString(layer.rows().rows()),
                    Integer.toString(layer.spec().outputs()),
                    Integer.toString(layer.rows().blocks().size()),
                    Integer.toString(tiles.size()),
                    encodings(tiles),
                    Long.toString(layer.weightDevices()),
                    Texts.decimals(conductance, 2));
        }
        String text = table.text() + mapped.plan().weightDevices() + " devices that hold weights in "
                + mapped.tiles().size() + " tiles of " + mapped.plan().tile().rows() + " × "
                + mapped.plan().tile().columns() + ", "
                + Texts.percent(mapped.plan().utilisation())
                + " of their cells used\n";
        return new Report(text + arrays(mapped, json), json);
    }

    /** Writes the arrays where the user wants them, and says so. */
    private String arrays(MappedNetwork mapped, ObjectNode json) throws IOException {
        if (npy == null) {
            return "";
        }
        List<Path> files = ArrayFiles.write(mapped, npy);
        ArrayNode names = json.putArray("npy");
        files.forEach(file -> names.add(file.toString()));
        return files.size() + " arrays in " + npy + "\n";
    }

    private static long count(List<Tile> tiles, Encoding encoding) {
        return tiles.stream().filter(tile -> tile.slot().encoding() == encoding).count();
    }

    private static String encodings(List<Tile> tiles) {
        return Arrays.stream(Encoding.values())
                .filter(encoding -> count(tiles, encoding) > 0)
                .map(encoding -> count(tiles, encoding) + " " + JsonFields.nameOf(encoding))
                .collect(Collectors.joining(", "));
    }
}
