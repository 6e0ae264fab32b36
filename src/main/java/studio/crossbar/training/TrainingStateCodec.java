package studio.crossbar.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TrainingState} as bytes: a magic word and a version, a key of the training that it belongs to, the fields in
 * order (big-endian), and last a CRC-32C over all before it.
 */
public final class TrainingStateCodec {

    private static final long MAGIC = 0x43524F5353544154L;
    private static final int VERSION = 3;
    /** Without the float network's confusion. */
    private static final int VERSION_BEFORE = 2;

    private static final int MOST_CLASSES = 10_000;
    private static final int MOST_ARRAYS = 100_000;

    private TrainingStateCodec() {}

    /** @param key what the state may be resumed for, such as a checksum of design and data */
    public static byte[] encode(TrainingState state, long key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(key);
            out.writeInt(state.phase().ordinal());
            out.writeInt(state.epochsDone());
            write(out, state.arrays());
            out.writeInt(state.averaged());
            out.writeInt(state.history().size());
            for (Epoch epoch : state.history()) {
                write(out, epoch);
            }
            out.writeDouble(state.floatAccuracy());
            write(out, state.teacher() == null ? List.of() : List.of(state.teacher()));
            out.writeDouble(state.bestAccuracy());
            write(out, state.best() == null ? List.of() : state.best());
            write(out, state.floatConfusion());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes.toByteArray());
        return ByteBuffer.allocate(bytes.size() + Long.BYTES)
                .put(bytes.toByteArray())
                .putLong(crc.getValue())
                .array();
    }

    /**
     * Reads what {@link #encode} gave.
     *
     * @return null if the bytes belong to another training
     * @throws IOException if they are damaged or of another version
     */
    public static @Nullable TrainingState decode(byte[] bytes, long key) throws IOException {
        int length = bytes.length - Long.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, Math.max(0, length));
        if (length < Long.BYTES || ByteBuffer.wrap(bytes, length, Long.BYTES).getLong() != crc.getValue()) {
            throw new IOException("the checkpoint is damaged (its checksum differs)");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            long magic = in.readLong();
            int version = in.readInt();
            if (magic != MAGIC || (version != VERSION && version != VERSION_BEFORE)) {
                throw new IOException("the checkpoint is of another version");
            }
            if (in.readLong() != key) {
                return null;
            }
            Epoch.Phase phase = Epoch.Phase.values()[in.readInt()];
            int epochsDone = in.readInt();
            List<float[]> arrays = readArrays(in);
            int averaged = in.readInt();
            List<Epoch> history = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                history.add(readEpoch(in));
            }
            double floatAccuracy = in.readDouble();
            List<float[]> teacher = readArrays(in);
            double bestAccuracy = in.readDouble();
            List<float[]> best = readArrays(in);
            Confusion floatConfusion = version == VERSION ? readConfusion(in) : null;
            return new TrainingState(
                    phase,
                    epochsDone,
                    arrays,
                    averaged,
                    history,
                    floatAccuracy,
                    floatConfusion,
                    teacher.isEmpty() ? null : teacher.getFirst(),
                    bestAccuracy,
                    best.isEmpty() ? null : best);
        }
    }

    private static void write(DataOutputStream out, List<float[]> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (float[] array : arrays) {
            out.writeInt(array.length);
            ByteBuffer buffer = ByteBuffer.allocate(array.length * Float.BYTES);
            buffer.asFloatBuffer().put(array);
            out.write(buffer.array());
        }
    }

    private static List<float[]> readArrays(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ARRAYS) {
            throw new IOException("the checkpoint names " + count + " arrays");
        }
        List<float[]> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > in.available() / Float.BYTES) {
                throw new IOException("the checkpoint names an array of " + length + " values");
            }
            float[] array = new float[length];
            ByteBuffer.wrap(in.readNBytes(length * Float.BYTES)).asFloatBuffer().get(array);
            arrays.add(array);
        }
        return arrays;
    }

    private static void write(DataOutputStream out, @Nullable Confusion confusion) throws IOException {
        out.writeInt(confusion == null ? 0 : confusion.classes());
        if (confusion != null) {
            out.writeInt(confusion.draws());
            for (int count : confusion.counts()) {
                out.writeInt(count);
            }
        }
    }

    private static @Nullable Confusion readConfusion(DataInputStream in) throws IOException {
        int classes = in.readInt();
        if (classes == 0) {
            return null;
        }
        if (classes < 0 || classes > MOST_CLASSES) {
            throw new IOException("the checkpoint names " + classes + " classes");
        }
        int draws = in.readInt();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < classes * classes; i++) {
            counts.add(in.readInt());
        }
        return new Confusion(draws, counts);
    }

    private static void write(DataOutputStream out, Epoch epoch) throws IOException {
        out.writeInt(epoch.phase().ordinal());
        out.writeInt(epoch.index());
        out.writeInt(epoch.total());
        out.writeDouble(epoch.loss());
        out.writeDouble(epoch.trainAccuracy());
        out.writeDouble(epoch.validationAccuracy());
        out.writeDouble(epoch.learningRate());
        out.writeDouble(epoch.programmingSigma());
        out.writeInt(epoch.layers().size());
        for (LayerReading layer : epoch.layers()) {
            out.writeFloat(layer.ranges().dac());
            out.writeFloat(layer.ranges().weight());
            out.writeFloat(layer.ranges().adc());
            out.writeDouble(layer.clipping());
        }
    }

    private static Epoch readEpoch(DataInputStream in) throws IOException {
        return new Epoch(
                Epoch.Phase.values()[in.readInt()],
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                readLayers(in));
    }

    private static List<LayerReading> readLayers(DataInputStream in) throws IOException {
        List<LayerReading> layers = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            layers.add(new LayerReading(new Ranges(in.readFloat(), in.readFloat(), in.readFloat()), in.readDouble()));
        }
        return layers;
    }
}
