package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.design.Recipe;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** The device that the cells follow in training, and its drift. */
final class DeviceParameters {

    private static final Recipe STANDARD = Recipe.standard();

    /** Slider's end, about a year, in s. */
    private static final double USUAL_SECONDS = 1 << 25;

    private DeviceParameters() {}

    static ChoiceParameter<String> device(InspectorViewModel model) {
        List<Option<String>> devices = new ArrayList<>();
        devices.add(new Option<>(
                "", Texts.get("inspector.device.gaussian.label"), Texts.get("inspector.device.gaussian.help")));
        for (String name : DevicePresets.names()) {
            devices.add(new Option<>(name, name, Texts.get("inspector.device.preset.help")));
        }
        return RecipeEdits.choice(
                model,
                new ChoiceParameter<>(
                        "device",
                        Texts.get("inspector.device.preset.name"),
                        Texts.get("inspector.device.preset.help"),
                        devices,
                        STANDARD.device()),
                Recipe::device,
                (recipe, value) -> recipe.device = value);
    }

    static NumberParameter driftTime(InspectorViewModel model) {
        NumberParameter time = RecipeEdits.number(
                model,
                new Spec(
                        "drift-time",
                        Texts.get("inspector.device.driftTime.name"),
                        "t",
                        new Unit("s", "s", 1),
                        0,
                        1e10,
                        1,
                        USUAL_SECONDS,
                        STANDARD.deviceSeconds(),
                        3,
                        1,
                        Scale.LOGARITHMIC,
                        Texts.get("inspector.device.driftTime.help")),
                Recipe::deviceSeconds,
                (recipe, value) -> recipe.deviceSeconds = value);
        time.problemProperty().bind(model.devices().timeBinding());
        return time;
    }
}
