package studio.crossbar.training;

import studio.crossbar.network.Shape;

/** One layer's run on one shard of a batch, with the buffers that its backward pass needs. */
abstract class Pass {

    /** Shape of a sample that leaves. */
    final Shape shape;
    /** {@code [samples, positions, channels]}, channels fastest. */
    final float[] output;
    /** Gradient of the loss by {@link #output}. */
    final float[] outputGradient;

    Pass(Shape shape, int samples) {
        this(shape, new float[samples * shape.size()], samples);
    }

    /** A pass that gives what another one gave, for a reader of its own. */
    Pass(Shape shape, float[] output, int samples) {
        this.shape = shape;
        this.output = output;
        outputGradient = new float[samples * shape.size()];
    }

    abstract void forward(Run run);

    /** Reads {@link #outputGradient}, writes that of the pass before and adds to the lane's parameter gradients. */
    abstract void backward(Run run);

    /** The network's input. */
    static final class Input extends Pass {

        Input(Shape shape, int samples) {
            super(shape, samples);
        }

        @Override
        void forward(Run run) {}

        @Override
        void backward(Run run) {}
    }
}
