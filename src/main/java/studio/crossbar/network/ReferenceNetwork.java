package studio.crossbar.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Networks to start from and to compare with. Hidden layers end in the rectifier that is given. */
public enum ReferenceNetwork {
    /** Three strided convolutions over time, 32-64-64, and a mean: UCI HAR's nine signals of 128 samples. */
    HAR_CNN("har-cnn", new Shape(9, 128), 6, ReferenceNetwork::harCnn),
    /** Dense 128-64 on the signals of UCI HAR in a row. */
    HAR_MLP("har-mlp", new Shape(9, 128), 6, ReferenceNetwork::harMlp),
    /** LeNet-5 (LeCun et al., Proc. IEEE 86, 2278, 1998) with rectifiers and max pooling, for MNIST. */
    LENET("lenet", new Shape(1, 28, 28), 10, ReferenceNetwork::lenet),
    /** Four 3 × 3 convolutions, 32-32-64-64, and dense 128: the speed comparison's network for CIFAR-10. */
    CIFAR_CNN("cifar-cnn", new Shape(3, 32, 32), 10, ReferenceNetwork::cifarCnn),
    /** Five 3 × 3 convolutions, 32-64-64-128-128, two of stride 2, and a mean, for CIFAR-10. */
    CIFAR_STRIDED("cifar-strided", new Shape(3, 32, 32), 10, ReferenceNetwork::cifarStrided),
    /**
     * Seven 3 × 3 convolutions, 24-64-64-128-128-192-192, with a pool after the first and after each pair: the shape of
     * Jordan's fast networks for CIFAR-10 (arXiv 2404.00498), narrow enough for a crossbar and for two processor cores.
     * With concatenated rectifiers the layers have three quarters of the outputs, and so about as many weights.
     */
    CIFAR_DEEP("cifar-deep", new Shape(3, 32, 32), 10, ReferenceNetwork::cifarDeep),
    /** VGG-8 of NeuroSim (Peng et al., IEDM 2019): 128-128-256-256-512-512 and dense 1024, for CIFAR-10. */
    VGG8("vgg8", new Shape(3, 32, 32), 10, ReferenceNetwork::vgg8),
    /** ResNet-8 of MLPerf Tiny (Banbury et al., NeurIPS 2021), 16-32-64, for CIFAR-10. */
    RESNET8("resnet8", new Shape(3, 32, 32), 10, ReferenceNetwork::resnet8),
    /** DS-CNN of Zhang et al., "Hello Edge", arXiv 1711.07128, small: spectrograms of 49 × 10, twelve keywords. */
    DS_CNN("ds-cnn", new Shape(1, 49, 10), 12, ReferenceNetwork::dsCnn);

    private static final Extent TWO = new Extent(2, 2);

    private final String label;
    private final Shape signals;
    private final int classes;
    private final Function<Plan, List<Layer>> layers;

    ReferenceNetwork(String label, Shape signals, int classes, Function<Plan, List<Layer>> layers) {
        this.label = label;
        this.signals = signals;
        this.classes = classes;
        this.layers = layers;
    }

    /** What a network is built for. */
    private record Plan(Layer rectifier, Shape input, int classes) {

        /** Channels that {@code outputs} channels are after the rectifier. */
        int channels(int outputs) {
            return rectifier.output(new Shape(outputs, 1)).channels();
        }
    }

    /** Name on the command line, such as "cifar-cnn". */
    public String label() {
        return label;
    }

    /** Signals that it is made for, before any split. */
    public Shape signals() {
        return signals;
    }

    /** Classes that it is made for. */
    public int classes() {
        return classes;
    }

    /** Why it does not suit data of this shape, before any split, and of this many classes; empty if it does. */
    public Optional<String> unsuited(Shape data, int dataClasses) {
        if (!signals.equals(data)) {
            return Optional.of("made for samples of " + signals + ", but the data have " + data);
        }
        return classes == dataClasses
                ? Optional.empty()
                : Optional.of("made for " + classes + " classes, but the data have " + dataClasses);
    }

    /**
     * The network.
     *
     * @param rectifier that ends hidden layers: {@link Layer.Relu}, or {@link Layer.ConcatRelu} for weights of one sign
     * @param channelsPerSignal 2 for inputs split by their sign, otherwise 1
     */
    public Network network(Layer rectifier, int channelsPerSignal) {
        Shape input = new Shape(signals.channels() * channelsPerSignal, signals.height(), signals.width());
        return new Network(input, layers.apply(new Plan(rectifier, input, classes)));
    }

    private static List<Layer> harCnn(Plan plan) {
        return List.of(
                new Layer.Conv1d(32, 9, 2, 4),
                plan.rectifier,
                new Layer.Conv1d(64, 9, 2, 4),
                plan.rectifier,
                new Layer.Conv1d(64, 9, 2, 4),
                plan.rectifier,
                new Layer.MeanOverTime(),
                new Layer.Dense(plan.classes));
    }

    private static List<Layer> harMlp(Plan plan) {
        return List.of(
                new Layer.Flatten(),
                new Layer.Dense(128),
                plan.rectifier,
                new Layer.Dense(64),
                plan.rectifier,
                new Layer.Dense(plan.classes));
    }

    private static List<Layer> lenet(Plan plan) {
        Extent five = new Extent(5, 5);
        return List.of(
                Layer.Conv2d.same(6, 5, 1),
                plan.rectifier,
                new Layer.MaxPool(TWO, TWO),
                new Layer.Conv2d(16, five, new Extent(1, 1), new Extent(0, 0), new Extent(1, 1), 1),
                plan.rectifier,
                new Layer.MaxPool(TWO, TWO),
                new Layer.Flatten(),
                new Layer.Dense(120),
                plan.rectifier,
                new Layer.Dense(84),
                plan.rectifier,
                new Layer.Dense(plan.classes));
    }

    private static List<Layer> cifarCnn(Plan plan) {
        List<Layer> layers = new ArrayList<>();
        for (int outputs : new int[] {32, 64}) {
            pair(layers, plan, outputs);
        }
        layers.addAll(
                List.of(new Layer.Flatten(), new Layer.Dense(128), plan.rectifier, new Layer.Dense(plan.classes)));
        return layers;
    }

    private static List<Layer> cifarStrided(Plan plan) {
        List<Layer> layers = new ArrayList<>();
        layers.addAll(List.of(Layer.Conv2d.same(32, 3, 1), plan.rectifier));
        for (int outputs : new int[] {64, 128}) {
            layers.addAll(List.of(
                    Layer.Conv2d.same(outputs, 3, 2),
                    plan.rectifier,
                    Layer.Conv2d.same(outputs, 3, 1),
                    plan.rectifier));
        }
        layers.addAll(List.of(new Layer.MeanOverTime(), new Layer.Dense(plan.classes)));
        return layers;
    }

    private static List<Layer> cifarDeep(Plan plan) {
        List<Layer> layers = new ArrayList<>();
        boolean doubled = plan.channels(1) == 2;
        int[] outputs = {24, 64, 64, 128, 128, 192, 192};
        for (int i = 0; i < outputs.length; i++) {
            layers.add(Layer.Conv2d.same(doubled ? outputs[i] * 3 / 4 : outputs[i], 3, 1));
            layers.add(plan.rectifier);
            if (i % 2 == 0) {
                // The last one takes the whole of the 4 × 4 positions that are left.
                Extent size = i == outputs.length - 1 ? new Extent(4, 4) : TWO;
                layers.add(new Layer.MaxPool(size, size));
            }
        }
        layers.addAll(List.of(new Layer.Flatten(), new Layer.Dense(plan.classes)));
        return layers;
    }

    private static List<Layer> vgg8(Plan plan) {
        List<Layer> layers = new ArrayList<>();
        for (int outputs : new int[] {128, 256, 512}) {
            pair(layers, plan, outputs);
        }
        layers.addAll(
                List.of(new Layer.Flatten(), new Layer.Dense(1024), plan.rectifier, new Layer.Dense(plan.classes)));
        return layers;
    }

    /** Two convolutions and a pool that halves rows and columns. */
    private static void pair(List<Layer> layers, Plan plan, int outputs) {
        for (int i = 0; i < 2; i++) {
            layers.add(Layer.Conv2d.same(outputs, 3, 1));
            layers.add(plan.rectifier);
        }
        layers.add(new Layer.MaxPool(TWO, TWO));
    }

    private static List<Layer> resnet8(Plan plan) {
        List<Layer> layers = new ArrayList<>(List.of(Layer.Conv2d.same(16, 3, 1), plan.rectifier));
        for (int outputs : new int[] {16, 32, 64}) {
            int stride = outputs == 16 ? 1 : 2;
            // A shortcut of weights wherever the body changes the shape.
            boolean identity = stride == 1 && plan.channels(16) == outputs;
            layers.add(new Layer.Residual(
                    List.of(Layer.Conv2d.same(outputs, 3, stride), plan.rectifier, Layer.Conv2d.same(outputs, 3, 1)),
                    identity ? List.of() : List.of(Layer.Conv2d.same(outputs, 1, stride))));
            layers.add(plan.rectifier);
        }
        layers.addAll(List.of(new Layer.MeanOverTime(), new Layer.Dense(plan.classes)));
        return layers;
    }

    private static List<Layer> dsCnn(Plan plan) {
        int width = 64;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Conv2d(width, new Extent(10, 4), new Extent(2, 2), new Extent(4, 1), new Extent(1, 1), 1));
        layers.add(plan.rectifier);
        for (int block = 0; block < 4; block++) {
            layers.add(Layer.Conv2d.depthwise(plan.channels(width), 3, 1));
            layers.add(plan.rectifier);
            layers.add(
                    new Layer.Conv2d(width, new Extent(1, 1), new Extent(1, 1), new Extent(0, 0), new Extent(1, 1), 1));
            layers.add(plan.rectifier);
        }
        layers.addAll(List.of(new Layer.MeanOverTime(), new Layer.Dense(plan.classes)));
        return layers;
    }
}
