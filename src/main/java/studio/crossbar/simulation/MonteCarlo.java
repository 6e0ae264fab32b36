package studio.crossbar.simulation;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.data.Dataset;
import studio.crossbar.mapping.MappedNetwork;

/** Inference of a mapped network on chips with programming noise of their own. */
public final class MonteCarlo {

    private MonteCarlo() {}

    /**
     * Accuracy over {@code draws} chips.
     *
     * @param raw test windows as read, not standardised
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static AccuracyUnderNoise accuracy(
            MappedNetwork mapped,
            Dataset raw,
            int draws,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        throw new UnsupportedOperationException("under construction");
    }
}
