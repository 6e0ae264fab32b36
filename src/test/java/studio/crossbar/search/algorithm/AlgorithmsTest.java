package studio.crossbar.search.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchAlgorithm;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SyntheticSearch;
import studio.crossbar.search.Trial;

class AlgorithmsTest {

    private static final int SEEDS = 5;
    private static final int BUDGET = 60;

    private static SearchAlgorithm named(String name) {
        return Algorithms.named(name, SyntheticSearch.OBJECTIVES, SyntheticSearch::cost);
    }

    @Test
    void nsga2DominatesMoreThanRandomDesignsOnEachOfFiveSeeds() {
        SearchSpace space = SyntheticSearch.space();
        for (long seed = 1; seed <= SEEDS; seed++) {
            double random = SyntheticSearch.volume(SyntheticSearch.run(new RandomSearch(), space, seed, 160));
            double searched = SyntheticSearch.volume(SyntheticSearch.run(named(Nsga2Search.NAME), space, seed, 160));
            assertThat(searched).as("seed " + seed).isGreaterThan(random);
        }
    }

    @Test
    void theSurrogateDominatesMoreOnEachOfFiveSeedsAndOnAverageAfterTwoThirdsOfTheTrials() {
        SearchSpace space = SyntheticSearch.space();
        double allRandom = 0;
        double allEarlier = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            double random = SyntheticSearch.volume(SyntheticSearch.run(new RandomSearch(), space, seed, BUDGET));
            List<Trial> searched = SyntheticSearch.run(named(SurrogateSearch.NAME), space, seed, BUDGET);
            assertThat(SyntheticSearch.volume(searched)).as("seed " + seed).isGreaterThan(random);
            allRandom += random;
            allEarlier += SyntheticSearch.volume(searched.subList(0, BUDGET * 2 / 3));
        }
        assertThat(allEarlier).isGreaterThan(allRandom);
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomSearch.NAME, Nsga2Search.NAME, SurrogateSearch.NAME})
    void aProposalFollowsFromHistorySeedAndOrdinal(String name) {
        SearchSpace space = SyntheticSearch.space();
        List<Trial> trials = SyntheticSearch.run(named(name), space, 3, 30);
        Optional<Proposal> first = named(name).propose(space, trials, 3, 30);
        assertThat(named(name).propose(space, trials, 3, 30)).isEqualTo(first);
        assertThat(named(name).propose(space, trials, 4, 30)).isNotEqualTo(first);
        Set<Genome> genomes = new HashSet<>();
        trials.forEach(trial -> assertThat(genomes.add(trial.genome())).isTrue());
        assertThat(genomes).doesNotContain(first.orElseThrow().genome());
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomSearch.NAME, Nsga2Search.NAME, SurrogateSearch.NAME})
    void trialsStillAtWorkAreNotProposedAgain(String name) {
        SearchSpace space = SyntheticSearch.space();
        List<Trial> trials = new ArrayList<>(SyntheticSearch.run(named(name), space, 5, 26));
        Set<Genome> pending = new HashSet<>();
        for (int worker = 0; worker < 4; worker++) {
            Proposal proposal =
                    named(name).propose(space, trials, 5, trials.size()).orElseThrow();
            assertThat(pending.add(proposal.genome())).isTrue();
            trials.add(Trial.queued(
                    trials.size() + 1,
                    proposal,
                    1,
                    SyntheticSearch.cost(proposal.genome()).orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomSearch.NAME, Nsga2Search.NAME, SurrogateSearch.NAME})
    void everyDesignOfASmallSpaceIsTriedOnce(String name) {
        SearchSpace space = new SearchSpace(
                List.of(
                        new Parameter("width1", List.of("1", "2", "3", "4", "5", "6")),
                        new Parameter("width2", List.of("1", "2", "3", "4", "5"))),
                List.of());
        SearchAlgorithm algorithm = Algorithms.named(
                name, SyntheticSearch.OBJECTIVES, genome -> Optional.of(Map.of(Metric.AREA, 1.0 + genome.index(0))));
        List<Trial> trials = new ArrayList<>();
        for (int ordinal = 0; ordinal < 30; ordinal++) {
            Proposal proposal = algorithm.propose(space, trials, 1, ordinal).orElseThrow();
            trials.add(Trial.queued(
                            ordinal + 1,
                            proposal,
                            1,
                            Map.of(Metric.AREA, 1.0 + proposal.genome().index(0)))
                    .with(new Measurement(0, 1, 1, proposal.genome().index(1) / 10.0, 0, 1)));
        }
        assertThat(trials.stream().map(Trial::genome).distinct()).hasSize(30);
        assertThat(algorithm.propose(space, trials, 1, 30)).isEmpty();
    }

    @Test
    void childrenNameTheirParentsAndDesignsThatCannotBeBuiltAreNotProposed() {
        SearchSpace space = SyntheticSearch.space();
        SearchAlgorithm algorithm = Algorithms.named(
                Nsga2Search.NAME,
                SyntheticSearch.OBJECTIVES,
                genome -> genome.index(1) > 10 ? Optional.empty() : SyntheticSearch.cost(genome));
        List<Trial> trials = SyntheticSearch.run(algorithm, space, 2, 40);
        assertThat(trials).allMatch(trial -> trial.genome().index(1) <= 10);
        assertThat(trials.subList(16, 40)).allMatch(trial -> !trial.parents().isEmpty());
        assertThat(trials.getLast().parents()).allMatch(id -> id >= 1 && id < 40);
    }

    @Test
    void whatCannotBeSearchedIsRefusedInWords() {
        assertThatThrownBy(() -> Algorithms.named("annealing", SyntheticSearch.OBJECTIVES, SyntheticSearch::cost))
                .hasMessageContaining("annealing is none of surrogate, nsga2, random");
        assertThatThrownBy(() -> Algorithms.named(
                        SurrogateSearch.NAME, List.of(Metric.AREA, Metric.ENERGY), SyntheticSearch::cost))
                .hasMessageContaining("needs one of error and errorBound beside at least one cost, found area, energy");
    }
}
