package studio.crossbar.ui.network;

import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.common.Texts;

/**
 * What the box of a layer says, on the screen and in files.
 *
 * @param number where the layer stands in its own chain; empty for the input
 * @param name of the layer
 * @param shape of what it gives; "?" where that is not known
 * @param settings what else it is set to; may be empty
 */
record BoxWords(String number, String name, String shape, String settings) {

    static BoxWords ofInput(EditedNetwork draft) {
        return of(
                "",
                Texts.get("network.box.input"),
                draft.network().input(),
                draft.hardware().inputs() == InputCoding.SIGNED
                        ? Texts.get("network.box.input.signed")
                        : Texts.get("network.box.input.split"));
    }

    static BoxWords of(NetworkDraft.Place place) {
        return of(
                inChain(place.path()),
                LayerText.name(place.layer()),
                place.output(),
                LayerText.settings(place.layer()));
    }

    private static BoxWords of(String number, String name, @Nullable Shape output, String settings) {
        return new BoxWords(
                number, name, output == null ? "?" : output.toString().replace(" ", ""), settings);
    }

    /** The diagram shows the rest of the path. */
    private static String inChain(LayerPath path) {
        String place = Integer.toString(path.index() + 1);
        return switch (path.branch()) {
            case MAIN -> place;
            case BODY -> Texts.format("network.box.body", place);
            case SHORTCUT -> Texts.format("network.box.shortcut", place);
        };
    }

    /** All of it, for those who cannot see the box. */
    String spoken() {
        String numbered = number.isEmpty() ? name : Texts.format("network.box.accessible.numbered", number, name);
        return settings.isEmpty()
                ? Texts.format("network.box.accessible", numbered, shape)
                : Texts.format("network.box.accessible.detailed", numbered, settings, shape);
    }
}
