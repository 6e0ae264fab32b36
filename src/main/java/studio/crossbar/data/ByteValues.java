package studio.crossbar.data;

/** Brightness of 0 … 255 as floats of 0 … 1. */
final class ByteValues {

    private static final float[] SCALED = new float[256];

    static {
        for (int i = 0; i < SCALED.length; i++) {
            SCALED[i] = i / 255f;
        }
    }

    private ByteValues() {}

    /** Writes {@code count} bytes from {@code from}, taken as unsigned and divided by 255, to {@code into} from {@code at}. */
    static void scale(byte[] bytes, int from, int count, float[] into, int at) {
        for (int i = 0; i < count; i++) {
            into[at + i] = SCALED[Byte.toUnsignedInt(bytes[from + i])];
        }
    }
}
