package studio.crossbar.analysis;

import org.jspecify.annotations.Nullable;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.NetworkDraft;

/**
 * Something that an analysis found out.
 *
 * @param severity how bad it is
 * @param about what it is about
 * @param path of the layer it is about; null for the whole network or its input
 * @param subject the same in words, such as "Layer 3, conv1d 64"
 * @param message what is the case, with the numbers that show it
 * @param remedy what to do
 */
public record Finding(
        Severity severity, About about, @Nullable LayerPath path, String subject, String message, String remedy) {

    /** What a finding is about. */
    public enum About {
        LAYER,
        INPUT,
        NETWORK
    }

    /** How bad a finding is; worst first. */
    public enum Severity {
        /** The network cannot be built or trained. */
        ERROR,
        /** It can, but a part of it does nothing or wastes hardware. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    static Finding of(Severity severity, NetworkDraft.Place place, String message, String remedy) {
        return new Finding(
                severity,
                About.LAYER,
                place.path(),
                "Layer " + place.path() + ", " + LayerText.name(place.layer()),
                message,
                remedy);
    }

    static Finding ofNetwork(Severity severity, String message, String remedy) {
        return new Finding(severity, About.NETWORK, null, "Network", message, remedy);
    }

    static Finding ofInput(Severity severity, String message, String remedy) {
        return new Finding(severity, About.INPUT, null, "Input", message, remedy);
    }
}
