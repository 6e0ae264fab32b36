package studio.crossbar.training;

import studio.crossbar.tensor.CounterNoise;

/** What computes the analog part of one layer in place of ideal crossbars: converted sums of quantised inputs. */
public interface AnalogLayer {

    /** Buffers for one thread. */
    Lane lane();

    /** One thread's use of the layer. */
    interface Lane {

        /**
         * Computes and converts the sums of all windows.
         *
         * @param inputs after the DACs
         * @param noise stream of this layer and batch; read noise takes its deviates from 0
         * @param sums receives {@code [runs · runLength, outputs]}, in units of activation times weight
         */
        void convert(StagedWindows inputs, CounterNoise noise, float[] sums);
    }
}
