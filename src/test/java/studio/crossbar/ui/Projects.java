package studio.crossbar.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.LayerReading;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.OpenProject;

/** Small projects, data and results for tests. */
public final class Projects {

    private Projects() {}

    /** Two layers with weights on 64 × 64 tiles; trains in a second or two on synthetic windows. */
    public static Design tinyDesign() {
        return new Design(
                "tiny",
                new Network(
                        new Shape(9, 128),
                        List.of(
                                new Layer.Conv1d(8, 8, 8, 0),
                                new Layer.Relu(),
                                new Layer.MeanOverTime(),
                                new Layer.Dense(6))),
                new Hardware(
                        Cell.ofBits(4),
                        Polarity.DIFFERENTIAL,
                        new Converters(8, 8),
                        new TileShape(64, 64),
                        RangeSharing.UNIFORM,
                        DigitalScaling.AFFINE,
                        InputCoding.SIGNED,
                        new Noise(0.05, 0)),
                Recipe.standard().withEpochs(1, 1),
                1);
    }

    /** Creates a project with {@code design}, three draws and synthetic data. */
    public static Project create(Path folder, Design design) throws IOException {
        return Project.create(folder, ProjectSettings.named("Tiny sample").withDraws(3), design);
    }

    /** A project as if it had been opened, with {@link #parts}. */
    public static OpenProject open(Design design, @Nullable Evaluation evaluation) {
        Project project = new Project(Path.of("projects", "tiny"), ProjectSettings.named("Tiny sample"), design);
        return new OpenProject(
                project,
                parts(),
                Technology.standard(),
                evaluation == null ? null : evaluation.mapped().trained(),
                evaluation,
                null);
    }

    /** Four training and two test windows of three channels and four samples; sample {@code i} has the value i. */
    public static Parts parts() {
        return new Parts("Small", dataset("Small train", 4), dataset("Small test", 2));
    }

    /** As {@link #open(Design, Evaluation)}, with other data. */
    public static OpenProject openWith(Design design, Parts parts) {
        Project project = new Project(Path.of("projects", "images"), ProjectSettings.named("Images"), design);
        return new OpenProject(project, parts, Technology.standard(), null, null, null);
    }

    /**
     * Colour images of 3 × 2 pixels, 130 for training and 10 for test, of two classes by turns. The first pixel is red, the
     * others get brighter from image to image.
     */
    public static Parts images() {
        return new Parts("Images", images("Images train", 130), images("Images test", 10));
    }

    /** Data of any shape and number of classes, all zero, eight samples each. */
    public static Parts blank(Shape shape, int classes) {
        List<String> channels = IntStream.range(0, shape.channels())
                .mapToObj(c -> "channel " + c)
                .toList();
        List<String> labels =
                IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
        Dataset data = new Dataset(
                "Blank",
                true,
                new float[8 * shape.size()],
                channels,
                shape.height(),
                shape.width(),
                new int[8],
                labels,
                new int[0],
                "made for a test");
        return new Parts("Blank", data, data);
    }

    private static Dataset images(String name, int count) {
        float[] features = new float[count * 18];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            java.util.Arrays.fill(features, i * 18, (i + 1) * 18, (float) i / count);
            features[i * 18] = 1;
            features[i * 18 + 6] = 0;
            features[i * 18 + 12] = 0;
        }
        return new Dataset(
                name,
                true,
                features,
                List.of("red", "green", "blue"),
                3,
                2,
                labels,
                List.of("cat", "dog"),
                new int[0],
                "made for a test");
    }

    private static Dataset dataset(String name, int windows) {
        float[] features = new float[windows * 3 * 4];
        int[] labels = new int[windows];
        int[] subjects = new int[windows];
        for (int i = 0; i < features.length; i++) {
            features[i] = i;
        }
        for (int i = 0; i < windows; i++) {
            labels[i] = i % 2;
            subjects[i] = 1 + i / 2;
        }
        return new Dataset(
                name,
                true,
                features,
                List.of("body_acc_x", "body_acc_y", "total_acc_x"),
                4,
                labels,
                List.of("WALKING", "SITTING"),
                subjects,
                "made for a test");
    }

    /** A result with random weights and draws of 90, 92 and 94 %. */
    public static Evaluation evaluation(Design design) {
        MappedNetwork mapped = MappedNetwork.of(new TrainedNetwork(
                design, new Standardisation(new float[9], ones(9)), layers(design), history(), 0.95));
        return new Evaluation(
                mapped,
                new AccuracyUnderNoise(List.of(0.90, 0.92, 0.94)),
                null,
                List.of(),
                CostModel.cost(mapped, Technology.standard()),
                new DatasetSummary("Small", true, 4, 2));
    }

    private static List<TrainedLayer> layers(Design design) {
        Random random = new Random(5);
        List<TrainedLayer> layers = new ArrayList<>();
        for (LayerPlan layer :
                MappingPlan.of(design.network(), design.hardware()).layers()) {
            RowPlan rows = layer.rows();
            int outputs = layer.spec().outputs();
            float[] weights = new float[rows.rows() * outputs];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weight(rows.encoding(i / outputs, i % outputs), random);
            }
            int index = design.network().layers().indexOf(layer.spec());
            layers.add(new TrainedLayer(
                    index, rows, outputs, weights, ones(outputs), new float[outputs], new Ranges(2, 0.5f, 4)));
        }
        return layers;
    }

    private static float weight(Encoding encoding, Random random) {
        float size = random.nextFloat() / 2;
        return switch (encoding) {
            case DIFFERENTIAL, OFFSET -> 2 * size - 0.5f;
            case POSITIVE -> size;
            case NEGATIVE -> -size;
        };
    }

    private static List<Epoch> history() {
        Ranges ranges = new Ranges(2, 0.5f, 4);
        return List.of(
                new Epoch(
                        Epoch.Phase.FLOAT,
                        1,
                        2,
                        0.8,
                        0.8,
                        Double.NaN,
                        1e-3,
                        0.05,
                        List.of(new LayerReading(ranges, 0))),
                new Epoch(
                        Epoch.Phase.HARDWARE, 2, 2, 0.5, 0.9, 0.85, 1e-3, 0.05, List.of(new LayerReading(ranges, 0))));
    }

    private static float[] ones(int count) {
        float[] values = new float[count];
        java.util.Arrays.fill(values, 1);
        return values;
    }
}
