package studio.crossbar.network;

/**
 * Shape of one sample: signals of {@code length} samples in {@code channels}; a vector has length 1.
 *
 * @param channels at least 1
 * @param length samples in time, at least 1
 */
public record Shape(int channels, int length) {

    public Shape {
        if (channels < 1 || length < 1) {
            throw new IllegalArgumentException("shape: " + channels + " × " + length + " is not positive");
        }
    }

    /** Numbers a sample. */
    public int size() {
        return Math.multiplyExact(channels, length);
    }

    @Override
    public String toString() {
        return channels + " × " + length;
    }
}
