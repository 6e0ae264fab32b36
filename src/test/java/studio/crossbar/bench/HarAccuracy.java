package studio.crossbar.bench;

import java.nio.file.Path;
import java.util.List;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.*;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.*;
import studio.crossbar.simulation.*;
import studio.crossbar.training.*;

public final class HarAccuracy {
    public static void main(String[] args) throws Exception {
        Parts parts =
                UciHarReader.read(Path.of(System.getProperty("data", "/work/shared/data/uci-har/UCI HAR Dataset.zip")));
        int bits = Integer.getInteger("bits", 4);
        Polarity polarity = Polarity.valueOf(System.getProperty("polarity", "DIFFERENTIAL"));
        boolean crelu = Boolean.getBoolean("crelu");
        Layer act = crelu ? new Layer.ConcatRelu() : new Layer.Relu();
        int k1 = Integer.getInteger("k1", 5), k2 = Integer.getInteger("k2", 5);
        int w = Integer.getInteger("width", 32);
        Network network = new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(w, 5, 2, 2),
                        act,
                        new Layer.Conv1d(2 * w, 5, 2, 2),
                        act,
                        new Layer.Conv1d(2 * w, 5, 2, 2),
                        act,
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
        int fe = Integer.getInteger("fe", 15), he = Integer.getInteger("he", 15);
        Recipe recipe = new Recipe(
                fe,
                he,
                Math.min(3, he),
                64,
                Double.parseDouble(System.getProperty("flr", "3e-3")),
                Double.parseDouble(System.getProperty("hlr", "2e-3")),
                Double.parseDouble(System.getProperty("wd", "0.01")),
                0.1,
                Double.parseDouble(System.getProperty("distil", "0.5")),
                Double.parseDouble(System.getProperty("aug", "0.5")),
                !"false".equals(System.getProperty("bn")),
                Integer.getInteger("val", 0));
        Hardware hw = new Hardware(
                Cell.ofBits(bits),
                polarity,
                new Converters(8, 8),
                new TileShape(128, 128),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.RECTIFIED_SPLIT,
                new Noise(Double.parseDouble(System.getProperty("sigma", "0.05")), 0));
        boolean quiet = Boolean.getBoolean("quiet");
        for (int seed = Integer.getInteger("seed", 1);
                seed < Integer.getInteger("seed", 1) + Integer.getInteger("seeds", 1);
                seed++) {
            long t = System.nanoTime();
            long[] last = {t};
            TrainedNetwork trained =
                    Trainer.train(new Design("x", network, hw, recipe, seed), parts, new TrainingListener() {
                        @Override
                        public void epoch(Epoch e) {
                            long now = System.nanoTime();
                            if (!quiet)
                                System.out.printf(
                                        "%s %d loss %.4f train %.4f val %.4f lr %.5f %s %.2fs%n",
                                        e.phase(),
                                        e.index(),
                                        e.loss(),
                                        e.trainAccuracy(),
                                        e.validationAccuracy(),
                                        e.learningRate(),
                                        e.ranges(),
                                        (now - last[0]) / 1e9);
                            last[0] = now;
                        }
                    });
            AccuracyUnderNoise a =
                    MonteCarlo.accuracy(MappedNetwork.of(trained), parts.test(), 10, 99, () -> false, d -> {});
            double val = trained.history().getLast().validationAccuracy();
            System.out.printf(
                    "seed %d weights %d float %.4f noisy mean %.4f std %.4f min %.4f val %.4f %.1fs%n",
                    seed,
                    network.weights(),
                    trained.floatAccuracy(),
                    a.mean(),
                    a.standardDeviation(),
                    a.worst(),
                    val,
                    (System.nanoTime() - t) / 1e9);
        }
    }
}
