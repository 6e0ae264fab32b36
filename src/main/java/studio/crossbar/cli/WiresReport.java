package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.tile.WireResistance;

/** IR drop and its error in the output of verbs. */
final class WiresReport {

    private WiresReport() {}

    /** Adds "irDrop" to {@code json} and gives the object. */
    static ObjectNode put(WireResistance wires, WireError error, ObjectNode json) {
        return json.putObject("irDrop")
                .put("rWordline_ohm", wires.wordlineOhm())
                .put("rBitline_ohm", wires.bitlineOhm())
                .put("mode", "approximate")
                .put("measuredTiles", error.tiles())
                .put("measuredInputs", error.inputs())
                .put("relativeL2Error", error.relativeL2())
                .put("worstRelativeError", error.worstRelative());
    }

    /** Wires, mode and error in words. */
    static String text(WireResistance wires, WireError error) {
        return wires.text() + "; approximate, off from the exact solution by " + error.text();
    }
}
