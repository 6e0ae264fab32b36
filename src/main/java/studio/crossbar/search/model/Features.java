package studio.crossbar.search.model;

import studio.crossbar.search.Genome;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;

/**
 * Genomes as vectors that trees can split. A parameter of numbers is one feature: 0 where inactive, otherwise the place of
 * its value from 1, since trees only look at the order. A parameter of words has a feature a word, 1 for the one it has. The
 * last feature is the rung of the measurement, from 1, so that short trainings inform about long ones.
 */
public final class Features {

    private final SearchSpace space;
    private final int[] first;
    private final int count;

    public Features(SearchSpace space) {
        this.space = space;
        first = new int[space.parameters().size()];
        int next = 0;
        for (int p = 0; p < first.length; p++) {
            Parameter parameter = space.parameters().get(p);
            first[p] = next;
            next += parameter.dimension().numeric() ? 1 : parameter.values().size();
        }
        count = next + 1;
    }

    /** Features of a vector. */
    public int count() {
        return count;
    }

    /** The vector of {@code genome} measured at {@code rung}. */
    public double[] of(Genome genome, int rung) {
        double[] vector = new double[count];
        for (int p = 0; p < first.length; p++) {
            if (space.active(p, genome.indices())) {
                int index = genome.index(p);
                if (space.parameters().get(p).dimension().numeric()) {
                    vector[first[p]] = index + 1;
                } else {
                    vector[first[p] + index] = 1;
                }
            }
        }
        vector[count - 1] = rung + 1;
        return vector;
    }
}
