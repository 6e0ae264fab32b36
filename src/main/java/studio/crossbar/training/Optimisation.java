package studio.crossbar.training;

import studio.crossbar.design.Optimiser;
import studio.crossbar.design.Recipe;
import studio.crossbar.tensor.Sgd;

/**
 * How gradients become steps in a phase.
 *
 * @param optimiser rule of weights, multipliers and biases; full scales always move by Adam, whose steps do not depend on
 *     how many activations their gradients were summed over
 * @param sgd momentum
 * @param decay decoupled weight decay of weights
 * @param weightClipping largest weight in root mean squares of its layer, 0 for none
 */
record Optimisation(Optimiser optimiser, Sgd sgd, float decay, float weightClipping) {

    static Optimisation of(Recipe recipe) {
        return new Optimisation(
                recipe.optimiser(), new Sgd((float) recipe.momentum()), (float) recipe.weightDecay(), (float)
                        recipe.weightClipping());
    }
}
