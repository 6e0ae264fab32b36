package studio.crossbar.report;

/**
 * Zero-centred colours that run straight in OKLab (Ottosson, "A perceptual color space for image processing", 2020)
 * from {@code neutral} to either end. Colours are {@code 0xRRGGBB}, sRGB.
 *
 * @param negative colour of −1
 * @param neutral colour of 0
 * @param positive colour of 1
 */
public record DivergingColourMap(int negative, int neutral, int positive) {

    /**
     * For a white ground: vermilion and blue, the pair that Okabe and Ito ("Color Universal Design", 2008) name safe
     * for colour-blind readers, darkened for contrast with the neutral.
     */
    public static final DivergingColourMap LIGHT = new DivergingColourMap(0xB24500, 0xF3F3EF, 0x00508F);

    /**
     * Colour of {@code value}.
     *
     * @param value −1 … 1; beyond that the ends, NaN the neutral
     */
    public int colour(double value) {
        double share = Double.isNaN(value) ? 0 : Math.min(Math.abs(value), 1);
        double[] from = toOklab(neutral);
        double[] to = toOklab(value < 0 ? negative : positive);
        for (int i = 0; i < 3; i++) {
            from[i] += (to[i] - from[i]) * share;
        }
        return fromOklab(from);
    }

    private static double[] toOklab(int rgb) {
        double r = linear(rgb >> 16 & 0xFF);
        double g = linear(rgb >> 8 & 0xFF);
        double b = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static int fromOklab(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** sRGB's transfer function (IEC 61966-2-1). */
    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(c, 0.0, 1.0));
    }
}
