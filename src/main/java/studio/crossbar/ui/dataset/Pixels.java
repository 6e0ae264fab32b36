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

    /** The scale of the data's values; 0 … 1 if they are within. */
    static Pixels fit(Dataset data) {
        float lowest = 0;
        float highest = 1;
        if (data.image()) {
            for (float value : data.features()) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
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
