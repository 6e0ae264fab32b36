package studio.crossbar.design;

import studio.crossbar.data.Companding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.network.Network;

/**
 * A point of the design space: what is trained, mapped, costed and compared.
 *
 * @param name shown to the user, not blank
 * @param network topology; its input channels count {@link studio.crossbar.hardware.InputCoding#channelsPerSignal}
 * @param hardware analog choices
 * @param companding of the signals before they are standardised
 * @param recipe training
 * @param seed of every random choice: initial weights, order, noise
 */
public record Design(String name, Network network, Hardware hardware, Companding companding, Recipe recipe, long seed) {

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

    /** Without companding. */
    public Design(String name, Network network, Hardware hardware, Recipe recipe, long seed) {
        this(name, network, hardware, Companding.NONE, recipe, seed);
    }

    public Design withCompanding(Companding value) {
        return new Design(name, network, hardware, value, recipe, seed);
    }

    public Design withName(String value) {
        return new Design(value, network, hardware, companding, recipe, seed);
    }

    /** Both at once, where one would not fit the other's old value. */
    public Design with(Network otherNetwork, Hardware otherHardware) {
        return new Design(name, otherNetwork, otherHardware, companding, recipe, seed);
    }

    public Design withHardware(Hardware value) {
        return new Design(name, network, value, companding, recipe, seed);
    }

    public Design withRecipe(Recipe value) {
        return new Design(name, network, hardware, companding, value, seed);
    }

    public Design withSeed(long value) {
        return new Design(name, network, hardware, companding, recipe, value);
    }
}
