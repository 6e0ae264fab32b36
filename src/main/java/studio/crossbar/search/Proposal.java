package studio.crossbar.search;

import java.util.List;

/**
 * What a search should try.
 *
 * @param genome the design
 * @param parents trials that it descends from, whose weights it may inherit; the likest first
 * @param origin how it came about, such as "random", "crossover" or "surrogate"
 */
public record Proposal(Genome genome, List<Long> parents, String origin) {

    public Proposal {
        parents = List.copyOf(parents);
    }
}
