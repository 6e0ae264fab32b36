package studio.crossbar.training;

import java.util.stream.Stream;

/** What a phase learns beside the parameters of its model. */
interface StepHook {

    /** Nothing. */
    StepHook NONE = new StepHook() {};

    /**
     * Called before the weights of a step are programmed.
     *
     * @param step of the phase, from 0
     * @param steps of the whole phase
     */
    default void beginStep(long step, long steps) {}

    /** Called when the gradients of the step are there, before any parameter moves; may change those of the weights. */
    default void gradientsReady() {}

    /** What it has learned and its optimiser's memory, to be kept with the state of the training. */
    default Stream<float[]> state() {
        return Stream.empty();
    }
}
