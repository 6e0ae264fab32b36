package studio.crossbar.ui.dataset;

import studio.crossbar.data.Dataset;

/**
 * Turns values into colours: three channels are red, green and blue, otherwise the first is brightness.
 *
 * @param lowest value that is black
 * @param highest value that is white
 */
record Pixels(float lowest, float highest) {

    /** For values of 0 … 1. */
    static final Pixels UNIT = new Pixels(0, 1);

    private static final int OPAQUE = 0xFF << 24;

    /** So many are looked at within a few milliseconds; brighter or darker ones that are missed are drawn as the extremes. */
    private static final int SAMPLE = 1 << 18;

    /** The scale of the data's values, of a sample where they are many; 0 … 1 if they are within. */
    static Pixels fit(Dataset data) {
        float lowest = 0;
        float highest = 1;
        if (data.image()) {
            float[] values = data.features();
            // Odd, so that it comes by every channel and column.
            int step = Math.ceilDiv(values.length, SAMPLE) | 1;
            for (int i = 0; i < values.length; i += step) {
                lowest = Math.min(lowest, values[i]);
                highest = Math.max(highest, values[i]);
            }
        }
        return new Pixels(lowest, highest);
    }

    /** Colours of a sample, {@code [height, width]}. */
    int[] argb(Dataset data, int index) {
        int plane = data.plane();
        int at = index * data.sampleSize();
        int apart = data.channels() == 3 ? plane : 0;
        int[] colours = new int[plane];
        for (int i = 0; i < plane; i++) {
            int red = level(data.features()[at + i]);
            int green = level(data.features()[at + apart + i]);
            int blue = level(data.features()[at + 2 * apart + i]);
            colours[i] = OPAQUE | red << 16 | green << 8 | blue;
        }
        return colours;
    }

    private int level(float value) {
        return Math.clamp(Math.round(255 * (value - lowest) / (highest - lowest)), 0, 255);
    }
}
