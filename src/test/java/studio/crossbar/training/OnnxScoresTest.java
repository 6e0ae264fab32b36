package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;
import studio.crossbar.network.onnx.FloatNetwork;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.network.onnx.Models;
import studio.crossbar.network.onnx.OnnxExport;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.study.OnnxModels;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.SampleNetworks;
import studio.crossbar.tensor.NpyFile;

/** Float scores of the engine agree with PyTorch's for imported files, and with ONNX Runtime's for exported ones. */
class OnnxScoresTest {

    private static float[] engine(TrainedNetwork trained, Dataset raw) {
        Windows windows = Windows.of(trained.design().companding().apply(raw), trained.standardisation());
        Model model = Model.of(trained);
        InputCoding coding = trained.design().hardware().inputs();
        try (BatchRunner runner = new BatchRunner(model, coding, 16, new Workers(1))) {
            runner.program(Stage.FLOAT);
            return runner.inferAll(windows, Stage.FLOAT, () -> false);
        }
    }

    private static float[] runtime(byte[] model, float[] samples, long... shape) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples), shape);
                    OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
                float[][] scores =
                        (float[][]) result.get(OnnxExport.OUTPUT).orElseThrow().getValue();
                float[] all = new float[scores.length * scores[0].length];
                for (int i = 0; i < scores.length; i++) {
                    System.arraycopy(scores[i], 0, all, i * scores[0].length, scores[0].length);
                }
                return all;
            }
        }
    }

    private static long[] shape(Dataset data) {
        return data.height() > 1
                ? new long[] {data.size(), data.channels(), data.height(), data.width()}
                : new long[] {data.size(), data.channels(), data.width()};
    }

    /** @param share of the largest score that two may differ by */
    private static void assertClose(float[] found, float[] expected, double share) {
        assertThat(found).hasSameSizeAs(expected);
        double largest = IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(expected[i]))
                .max()
                .orElseThrow();
        assertThat(largest).isFinite().isPositive();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found[i]).as("score %d", i).isCloseTo(expected[i], within(share * largest));
        }
    }

    private static Dataset data(float[] values, Shape shape, int samples) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < shape.channels(); c++) {
            // Sensors of three axes, which companding takes together, and what is left over.
            names.add(c / 3 * 3 + 2 < shape.channels() ? "sensor " + c / 3 + " " + "xyz".charAt(c % 3) : "signal " + c);
        }
        return new Dataset(
                "random",
                true,
                values,
                names,
                shape.height(),
                shape.width(),
                new int[samples],
                List.of("a", "b"),
                new int[0],
                "test");
    }

    private static Dataset random(Shape shape, int samples, long seed) {
        return data(Models.values(new Random(seed), samples * shape.size()), shape, samples);
    }

    private static Project project(Design design) {
        return new Project(Path.of("nowhere"), ProjectSettings.named("test"), design);
    }

    /** A network without hardware of note. */
    private static TrainedNetwork trained(ImportedNetwork imported) {
        Network network = imported.network().network();
        InputCoding coding = imported.split() ? InputCoding.RECTIFIED_SPLIT : InputCoding.SIGNED;
        return OnnxModels.start(imported, ReferenceDesign.around("test", network, coding, 4, Polarity.DIFFERENTIAL));
    }

    private static TrainedNetwork trained(FloatNetwork network) {
        return trained(new ImportedNetwork(network, false, null, "", List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "conv, LOG_SOFTMAX",
        "mlp, NONE",
        "residual, NONE",
        "residual-folded, NONE",
        "signal, SOFTMAX",
        "keras, NONE"
    })
    void anImportedNetworkComputesWhatPyTorchDoes(String name, String end) throws Exception {
        ImportedNetwork imported = OnnxFile.read(Models.resource(name + ".onnx"));
        NpyFile input = NpyFile.decode(Models.resource(name + "-input.npy"));
        NpyFile output = NpyFile.decode(Models.resource(name + "-output.npy"));
        Shape shape = imported.network().network().input();
        float[] samples = name.equals("keras") ? channelsFirst(input.values(), 3, shape) : input.values();
        float[] scores = engine(trained(imported), data(samples, shape, 3));
        int classes = scores.length / 3;
        for (int i = 0; i < 3 && !end.equals("NONE"); i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(scores[i * classes + c]);
            }
            for (int c = 0; c < classes; c++) {
                double logarithm = scores[i * classes + c] - Math.log(sum);
                scores[i * classes + c] = (float) (end.equals("SOFTMAX") ? Math.exp(logarithm) : logarithm);
            }
        }
        assertClose(scores, output.values(), 1e-5);
    }

    private static float[] channelsFirst(float[] values, int samples, Shape shape) {
        int channels = shape.channels();
        int positions = shape.length();
        float[] moved = new float[values.length];
        for (int i = 0; i < samples; i++) {
            for (int p = 0; p < positions; p++) {
                for (int c = 0; c < channels; c++) {
                    moved[(i * channels + c) * positions + p] = values[(i * positions + p) * channels + c];
                }
            }
        }
        return moved;
    }

    /** Rows of a row-block design lie in another order, and its inputs are split; signals are companded. */
    @ParameterizedTest
    @EnumSource(ReferenceNetwork.class)
    void onnxRuntimeComputesWhatTheEngineDoesFromRawSignals(ReferenceNetwork reference) throws Exception {
        Polarity polarity = reference == ReferenceNetwork.VGG8 ? Polarity.DIFFERENTIAL : Polarity.ROW_BLOCK;
        Design design = ReferenceDesign.of(reference, 4, polarity);
        TrainedNetwork sample = SampleNetworks.of(design, 5);
        int signals = reference.signals().channels();
        float[] deviation = new float[signals];
        Arrays.setAll(new double[signals], i -> deviation[i] = 0.5f + i);
        TrainedNetwork trained = new TrainedNetwork(
                design,
                new Standardisation(Models.values(new Random(6), signals), deviation),
                sample.layers(),
                sample.history(),
                0);
        Dataset raw = random(reference.signals(), 3, 7);
        byte[] model = OnnxModels.export(project(design), trained, raw, OnnxModels.Weights.FLOAT, "1");
        assertClose(runtime(model, raw.features(), shape(raw)), engine(trained, raw), 2e-5);
    }

    private static void assertRuntimeAgrees(Network network) throws Exception {
        TrainedNetwork trained = trained(Models.random(network, 8));
        Dataset raw = random(network.input(), 3, 9);
        byte[] model = OnnxModels.export(project(trained.design()), trained, raw, OnnxModels.Weights.FLOAT, "1");
        float[] expected = engine(trained, raw);
        assertClose(runtime(model, raw.features(), shape(raw)), expected, 2e-5);
        // And once more from the file that was written.
        assertClose(engine(trained(OnnxFile.read(model)), raw), expected, 1e-6);
    }

    @Test
    void allLayersOnImages() throws Exception {
        assertRuntimeAgrees(new Network(
                new Shape(4, 12, 10),
                List.of(
                        new Layer.Conv2d(8, new Extent(3, 5), new Extent(1, 2), new Extent(2, 2), new Extent(2, 1), 2),
                        new Layer.HardTanh(),
                        new Layer.AveragePool(new Extent(2, 1), new Extent(2, 1)),
                        new Layer.Residual(
                                List.of(Layer.Conv2d.depthwise(8, 3, 1), new Layer.ReluN(0.5), new Layer.Dropout(0.3)),
                                List.of(Layer.Conv2d.same(8, 1, 1))),
                        new Layer.ConcatRelu(),
                        new Layer.MaxPool(new Extent(3, 2), new Extent(1, 1)),
                        new Layer.Flatten(),
                        new Layer.ConcatRelu(),
                        new Layer.Dense(7),
                        new Layer.Residual(List.of(new Layer.Dense(7)), List.of()),
                        new Layer.Dense(3))));
    }

    /** A convolution over one position behind a flattening, and a residual whose branches flatten. */
    @Test
    void vectorsInUnusualPlaces() throws Exception {
        assertRuntimeAgrees(new Network(
                new Shape(3, 8),
                List.of(
                        new Layer.Residual(
                                List.of(new Layer.Flatten(), new Layer.Dense(24)), List.of(new Layer.Flatten())),
                        new Layer.Relu(),
                        new Layer.Conv1d(6, 1, 1, 0),
                        new Layer.ConcatRelu(),
                        new Layer.Dense(5))));
        assertRuntimeAgrees(new Network(
                new Shape(3, 4, 2),
                List.of(
                        new Layer.Relu(),
                        new Layer.Flatten(),
                        new Layer.MaxPool(Extent.ONE, Extent.ONE),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(24),
                        new Layer.Flatten())));
        assertRuntimeAgrees(new Network(new Shape(3, 4, 2), List.of(new Layer.Dense(4))));
    }

    /** A training whose rates are next to nothing keeps what it starts from. */
    @Test
    void trainingStartsFromTheWeights() throws Exception {
        Parts parts = Waves.parts();
        Design design = Waves.design(Polarity.ROW_BLOCK, Waves.recipe(6, 1));
        TrainedNetwork first = Trainer.train(design, parts, TrainingListener.NONE);
        byte[] model = OnnxModels.export(project(design), first, parts.test(), OnnxModels.Weights.FLOAT, "1");
        ImportedNetwork imported = OnnxFile.read(model);
        Design still = design.withRecipe(Waves.recipe(1, 0).with(r -> {
            r.floatLearningRate = 1e-6;
            r.weightDecay = 0;
        }));
        TrainedNetwork start = OnnxModels.start(imported, still);
        float[] before = engine(first, parts.test());
        TrainedNetwork there =
                new TrainedNetwork(start.design(), first.standardisation(), start.layers(), start.history(), 0);
        assertClose(engine(there, parts.test()), before, 1e-5);
        double random = Trainer.train(still, parts, TrainingListener.NONE).floatAccuracy();
        double kept = Trainer.train(
                        still,
                        parts,
                        TrainingListener.NONE,
                        null,
                        TrainingState.Store.NONE,
                        new TrainingOptions(1, start))
                .floatAccuracy();
        double accuracy = accuracy(before, parts.test().labels());
        assertThat(kept).isCloseTo(accuracy, within(0.03));
        assertThat(kept).isGreaterThan(random + 0.1);
    }

    @Test
    void weightsOfWholeLevels() {
        Design base = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 1));
        TrainedNetwork trained = Trainer.train(base, Waves.parts(), TrainingListener.NONE);
        FloatNetwork floating = OnnxModels.floatNetwork(trained, OnnxModels.Weights.FLOAT);
        FloatNetwork held = OnnxModels.floatNetwork(trained, OnnxModels.Weights.CELLS);
        int steps = base.hardware().cell().levels() - 1;
        for (TrainedLayer layer : trained.layers()) {
            float[] exact = floating.layers().get(layer.layer()).weights();
            float[] rounded = held.layers().get(layer.layer()).weights();
            for (int i = 0; i < exact.length; i++) {
                float step = Math.abs(layer.multiplier()[i % layer.outputs()])
                        * layer.ranges().weight()
                        / steps;
                assertThat(rounded[i] / step).isCloseTo(Math.round(rounded[i] / step), within(1e-3f));
                assertThat(rounded[i])
                        .isCloseTo(Math.clamp(exact[i], -steps * step, steps * step), within(0.501f * step));
            }
        }
    }

    private static double accuracy(float[] scores, int[] labels) {
        int classes = scores.length / labels.length;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += Loss.argMax(scores, i * classes, classes) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }
}
