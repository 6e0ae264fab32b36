package studio.crossbar.search.algorithm;

import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;

/**
 * What the rungs of successive halving spend on a trial: the highest one the recipe's epochs, all training data and the
 * most chips, each lower one a part of the next one's.
 *
 * @param rungs 1 … 8
 * @param reduction factor between the epochs of neighbouring rungs, 2 … 10
 * @param leastData smallest share of the training data that a rung uses, above 0, at most 1
 * @param draws chips that every measurement starts with, 1 … 1000
 * @param mostDraws chips of designs near the front, at least {@code draws}, at most 1000
 */
public record RungPlan(int rungs, int reduction, double leastData, int draws, int mostDraws) {

    private static final int MOST_DRAWS = 1000;

    /** Three rungs at a third of the epochs each, at least half of the data; 4 chips, 16 near the front. */
    public static final RungPlan STANDARD = new RungPlan(3, 3, 0.5, 4, 16);

    public RungPlan {
        require("rungs", rungs, 1, 8);
        require("reduction", reduction, 2, 10);
        require("draws", draws, 1, MOST_DRAWS);
        require("mostDraws", mostDraws, draws, MOST_DRAWS);
        if (!(leastData > 0 && leastData <= 1)) {
            throw new IllegalArgumentException("leastData: " + leastData + " is not above 0 and at most 1");
        }
    }

    private static void require(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + low + " … " + high);
        }
    }

    /** The highest rung, from 0. */
    public int top() {
        return rungs - 1;
    }

    /** Share of the recipe's epochs at {@code rung}. */
    public double epochShare(int rung) {
        return Math.pow(reduction, rung - top());
    }

    /** Share of the training data at {@code rung}. */
    public double dataShare(int rung) {
        return Math.max(leastData, epochShare(rung));
    }

    /**
     * {@code design} with the epochs of {@code rung}, at least one of each phase that it has, and a seed of its own, so that no
     * rung sees the order and the noise of the one before.
     */
    public Design design(Design design, int rung) {
        double share = epochShare(rung);
        Recipe recipe = design.recipe();
        return design.withSeed(design.seed() + rung).withRecipe(recipe.with(draft -> {
            draft.floatEpochs = part(recipe.floatEpochs(), share);
            draft.hardwareEpochs = part(recipe.hardwareEpochs(), share);
            draft.rampEpochs = Math.min(draft.hardwareEpochs, (int) Math.round(recipe.rampEpochs() * share));
            draft.bitRampEpochs = Math.min(draft.hardwareEpochs, (int) Math.round(recipe.bitRampEpochs() * share));
        }));
    }

    private static int part(int epochs, double share) {
        return epochs == 0 ? 0 : Math.max(1, (int) Math.round(epochs * share));
    }
}
