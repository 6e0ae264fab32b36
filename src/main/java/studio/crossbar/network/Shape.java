package studio.crossbar.network;

/**
 * Shape of one sample: an image of {@code height × width} positions in {@code channels}; a signal has height 1, a vector
 * one position.
 *
 * @param channels at least 1
 * @param height rows, at least 1
 * @param width columns, or samples in time, at least 1
 */
public record Shape(int channels, int height, int width) {

    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "shape: " + channels + " × " + height + " × " + width + " is not positive");
        }
    }

    /** A signal of {@code length} samples. */
    public Shape(int channels, int length) {
        this(channels, 1, length);
    }

    /** Positions, each of all channels: samples in time of a signal, pixels of an image. */
    public int length() {
        return Math.multiplyExact(height, width);
    }

    /** Numbers a sample. */
    public int size() {
        return Math.multiplyExact(channels, length());
    }

    @Override
    public String toString() {
        return height == 1 ? channels + " × " + width : channels + " × " + height + " × " + width;
    }
}
