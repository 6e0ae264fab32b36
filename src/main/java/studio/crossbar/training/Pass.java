package studio.crossbar.training;

import studio.crossbar.network.Shape;

/** One layer's run on one shard of a batch, with the buffers that its backward pass needs. */
abstract class Pass {

    /** Shape of a sample that leaves. */
    final Shape shape;
    /** {@code [samples, length, channels]}, channels fastest. */
    final float[] output;
    /** Gradient of the loss by {@link #output}. */
    final float[] outputGradient;

    Pass(Shape shape, int samples) {
        this.shape = shape;
        output = new float[samples * shape.size()];
        outputGradient = new float[samples * shape.size()];
    }

    abstract void forward(int samples, Stage stage);

    /** Reads {@link #outputGradient}, writes that of the pass before and adds to the shard's parameter gradients. */
    abstract void backward(int samples, Stage stage);

    /** The network's input. */
    static final class Input extends Pass {

        Input(Shape shape, int samples) {
            super(shape, samples);
        }

        @Override
        void forward(int samples, Stage stage) {}

        @Override
        void backward(int samples, Stage stage) {}
    }
}
