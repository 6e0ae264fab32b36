package studio.crossbar.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Network;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.LayerReading;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/** Networks with arbitrary learned values, for tests of what only stores and shows them. */
public final class SampleNetworks {

    private SampleNetworks() {}

    /** Values drawn from {@code seed}. */
    public static TrainedNetwork of(Design design, long seed) {
        Random random = new Random(seed);
        List<TrainedLayer> layers = new ArrayList<>();
        for (Network.Placed placed : design.network().weighted()) {
            RowPlan plan = RowPlan.of(
                    placed.spec(),
                    placed.input(),
                    design.hardware().polarity(),
                    design.hardware().tile());
            int outputs = placed.spec().outputs();
            layers.add(new TrainedLayer(
                    placed.index(),
                    plan,
                    outputs,
                    values(random, plan.rows() * outputs),
                    values(random, outputs),
                    values(random, outputs),
                    new Ranges(random.nextFloat(), random.nextFloat(), random.nextFloat())));
        }
        int signals =
                design.network().input().channels() / design.hardware().inputs().channelsPerSignal();
        List<Epoch> history = List.of(
                new Epoch(
                        Epoch.Phase.FLOAT,
                        1,
                        2,
                        1.5,
                        0.5,
                        Double.NaN,
                        1e-3,
                        0,
                        List.of(new LayerReading(new Ranges(1, 2, 3), 0))),
                new Epoch(
                        Epoch.Phase.HARDWARE,
                        2,
                        2,
                        0.1,
                        0.9,
                        0.8,
                        1e-4,
                        0.05,
                        List.of(
                                new LayerReading(new Ranges(0.1f, 0.2f, 0.3f), 0.25),
                                new LayerReading(new Ranges(1, 2, 3), 0))));
        return new TrainedNetwork(
                design,
                new Standardisation(values(random, signals), values(random, signals)),
                layers,
                history,
                random.nextDouble());
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
