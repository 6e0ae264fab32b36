package studio.crossbar.cost.sweep;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;

/** Costs every design of a space. */
public final class Sweep {

    /** Designs between two looks at the cancellation. */
    private static final int CHUNK = 256;

    private Sweep() {}

    /**
     * Runs on all processors; a mapping is computed once for all designs that share it.
     *
     * @param hardware what the space does not say
     * @param options likewise
     * @param cancelled asked all the time
     * @param progress receives the share done, 0 … 1, from any thread
     * @throws CancellationException within a second after {@code cancelled} says so
     */
    public static SweepResult run(
            Network network,
            Hardware hardware,
            Technology technology,
            CostOptions options,
            SweepSpace space,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        SweepResult result = new SweepResult(space, hardware, options);
        int each = space.designsPerMapping();
        AtomicInteger done = new AtomicInteger();
        for (int first = 0; first < space.size(); first += each) {
            int begin = first;
            MappingPlan plan;
            try {
                plan = MappingPlan.of(network, result.point(first).hardware());
            } catch (IllegalArgumentException e) {
                // Such as more levels a weight than slices may have: none of the designs on this mapping exists.
                for (int index = first; index < Math.min(space.size(), first + each); index++) {
                    result.refuse(index, String.valueOf(e.getMessage()));
                }
                continue;
            }
            IntStream.range(0, Math.ceilDiv(each, CHUNK)).parallel().forEach(chunk -> {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                int low = begin + chunk * CHUNK;
                int high = Math.min(begin + each, low + CHUNK);
                for (int index = low; index < high; index++) {
                    cost(result, index, plan, technology);
                }
                progress.accept((double) done.addAndGet(high - low) / space.size());
            });
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
        }
        return result;
    }

    private static void cost(SweepResult result, int index, MappingPlan plan, Technology technology) {
        try {
            SweepPoint point = result.point(index);
            result.set(index, CostModel.cost(plan, point.hardware(), technology, point.options()));
        } catch (IllegalArgumentException e) {
            // A converter of that kind or resolution that the technology does not have.
            result.refuse(index, String.valueOf(e.getMessage()));
        }
    }
}
