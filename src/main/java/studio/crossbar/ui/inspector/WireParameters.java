package studio.crossbar.ui.inspector;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** Resistance of the tiles' wires; both 0 is a project without. */
final class WireParameters {

    private static final Unit OHM = new Unit("Ω", "Ω", 1);
    private static final WireResistance NONE = new WireResistance(0, 0);

    /** Slider's end, in Ω a segment. */
    private static final double USUAL = 10;

    private WireParameters() {}

    static Parameter[] of(EditedParameters<ProjectSettings> settings) {
        return new Parameter[] {
            settings.number(
                    spec(
                            "wordline-resistance",
                            Texts.get("inspector.wires.wordline.name"),
                            "R_wl",
                            Texts.get("inspector.wires.wordline.help")),
                    get(WireResistance::wordlineOhm),
                    (now, ohm) -> with(now, new WireResistance(ohm, wires(now).bitlineOhm()))),
            settings.number(
                    spec(
                            "bitline-resistance",
                            Texts.get("inspector.wires.bitline.name"),
                            "R_bl",
                            Texts.get("inspector.wires.bitline.help")),
                    get(WireResistance::bitlineOhm),
                    (now, ohm) -> with(now, new WireResistance(wires(now).wordlineOhm(), ohm)))
        };
    }

    private static Spec spec(String id, String name, String symbol, String help) {
        return new Spec(id, name, symbol, OHM, 0, ResistiveCrossbar.MAX_OHM, 0, USUAL, 0, 3, 0.1, Scale.LINEAR, help);
    }

    private static ToDoubleFunction<ProjectSettings> get(ToDoubleFunction<WireResistance> ohm) {
        return settings -> ohm.applyAsDouble(wires(settings));
    }

    private static WireResistance wires(ProjectSettings settings) {
        @Nullable WireResistance set = settings.wires();
        return set == null ? NONE : set;
    }

    private static ProjectSettings with(ProjectSettings settings, WireResistance wires) {
        return settings.withWires(wires.equals(NONE) ? null : wires);
    }
}
