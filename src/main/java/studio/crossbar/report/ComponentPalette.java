package studio.crossbar.report;

import studio.crossbar.cost.Component;

/** A fixed colour a component, the same in every chart; neighbours in a stacked bar differ in lightness. */
public final class ComponentPalette {

    private ComponentPalette() {}

    /** Colour as {@code 0xRRGGBB}, sRGB. */
    public static int colour(Component component) {
        return switch (component) {
            case CELL_ARRAY -> 0x1F3B63;
            case DAC -> 0xF2B134;
            case MULTIPLEXER -> 0x6E6E6E;
            case SAMPLE_AND_HOLD -> 0xBFD7EA;
            case INTEGRATOR -> 0x7A4E9E;
            case ADC -> 0x2E86C1;
            case GAIN -> 0xE8D9A0;
            case SUBTRACTOR -> 0xC0392B;
            case CORRECTION -> 0xE58E73;
            case SHIFT_ADD -> 0x4B8B9B;
            case ACCUMULATOR -> 0x8CC5A2;
            case DIGITAL_SCALING -> 0x0B7A53;
            case ACTIVATION -> 0xF19CBB;
            case POOLING -> 0x9C4F7F;
            case RESIDUAL -> 0x5B7F2B;
            case BUFFER -> 0xD35400;
            case REGISTER -> 0xF6C79B;
            case INTERCONNECT -> 0xB8B8B0;
            case CONTROL -> 0x3A3A3A;
            case PROGRAMMING -> 0xC9B458;
            case LEAKAGE -> 0x8A6D5A;
        };
    }
}
