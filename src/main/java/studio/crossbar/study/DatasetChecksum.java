package studio.crossbar.study;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;

/** Tells data sets of one name and size apart by what a training reads of them, in whatever files it lies. */
public final class DatasetChecksum {

    private static final int BLOCK = 1 << 14;

    private DatasetChecksum() {}

    /**
     * SHA-256 in hexadecimal digits over shapes, class names, values and labels of both parts.
     *
     * @throws java.util.concurrent.CancellationException soon after {@code cancelled} says so
     */
    public static String sha256(Parts parts, BooleanSupplier cancelled) {
        MessageDigest digest = digest();
        add(digest, parts.train(), cancelled);
        add(digest, parts.test(), cancelled);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, Dataset data, BooleanSupplier cancelled) {
        digest.update((data.shape() + data.classNames()).getBytes(StandardCharsets.UTF_8));
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float[] features = data.features();
        for (int from = 0; from < features.length; from += BLOCK) {
            if (cancelled.getAsBoolean()) {
                throw new java.util.concurrent.CancellationException();
            }
            block.clear();
            for (int i = from; i < Math.min(from + BLOCK, features.length); i++) {
                block.putFloat(features[i]);
            }
            digest.update(block.flip());
        }
        ByteBuffer labels =
                ByteBuffer.allocate(data.labels().length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int label : data.labels()) {
            labels.putInt(label);
        }
        digest.update(labels.flip());
    }
}
