package studio.crossbar.design;

import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.network.Network;

/**
 * A point of the design space: what is trained, mapped, costed and compared.
 *
 * @param name shown to the user, not blank
 * @param network topology; its input channels count {@link studio.crossbar.hardware.InputCoding#channelsPerSignal}
 * @param hardware analog choices
 * @param recipe training
 * @param seed of every random choice: initial weights, order, noise
 */
public record Design(String name, Network network, Hardware hardware, Recipe recipe, long seed) {

    public Design {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: is blank; give the design a name");
        }
        int perSignal = hardware.inputs().channelsPerSignal();
        if (network.input().channels() % perSignal != 0) {
            throw new IllegalArgumentException(
                    "network.input.channels: " + network.input().channels() + " is no multiple of " + perSignal
                            + ", which hardware.inputs " + hardware.inputs() + " needs");
        }
        if (hardware.polarity() instanceof PolarityMap map) {
            map.requireFits(network, hardware);
        }
    }

    public Design withName(String value) {
        return new Design(value, network, hardware, recipe, seed);
    }

    public Design withHardware(Hardware value) {
        return new Design(name, network, value, recipe, seed);
    }

    public Design withRecipe(Recipe value) {
        return new Design(name, network, hardware, value, seed);
    }

    public Design withSeed(long value) {
        return new Design(name, network, hardware, recipe, value);
    }
}
