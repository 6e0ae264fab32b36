package studio.crossbar.cost.sweep;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        SweepResult result = new SweepResult(space, hardware, technology, options);
        int each = space.designsPerMapping();
        AtomicInteger done = new AtomicInteger();
        for (int first = 0; first < space.size(); first += each) {
            int begin = first;
            MappingPlan plan = plan(network, result, begin, begin + each);
            if (plan == null) {
                progress.accept((double) done.addAndGet(each) / space.size());
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

    /**
     * The mapping of designs {@code begin … end − 1}, from the first of them that can be built; null and all refused if none
     * can, such as for more levels a weight than slices may have.
     */
    private static @Nullable MappingPlan plan(Network network, SweepResult result, int begin, int end) {
        for (int index = begin; index < end; index++) {
            try {
                return MappingPlan.of(network, result.point(index).hardware());
            } catch (IllegalArgumentException e) {
                result.refuse(index, String.valueOf(e.getMessage()));
            }
        }
        return null;
    }

    private static void cost(SweepResult result, int index, MappingPlan plan, Technology technology) {
        try {
            SweepPoint point = result.point(index);
            result.set(index, CostModel.cost(plan, point.hardware(), technology, point.options()));
        } catch (IllegalArgumentException e) {
            // Hardware that cannot be, or a converter of a kind or resolution that the technology does not have.
            result.refuse(index, String.valueOf(e.getMessage()));
        }
    }
}
