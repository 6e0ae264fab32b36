package studio.crossbar.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A stream whose reading ends with a {@link CancellationException} once nobody waits for what is read. */
final class Cancellable extends FilterInputStream {

    private final BooleanSupplier cancelled;

    Cancellable(InputStream in, BooleanSupplier cancelled) {
        super(in);
        this.cancelled = cancelled;
    }

    /** Ends what is being done, if nobody waits for it. */
    static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    @Override
    public int read() throws IOException {
        check(cancelled);
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        check(cancelled);
        return super.read(buffer, offset, count);
    }
}
