package studio.crossbar.search.algorithm;

import io.jenetics.Chromosome;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import studio.crossbar.search.Genome;
import studio.crossbar.search.SearchSpace;

/**
 * Children of genomes by Jenetics' alterers. A gene is the middle of the part of 0 … 1 that stands for a value (random keys,
 * Bean, ORSA Journal on Computing 6, 154, 1994), so that parameters of any number of values share a chromosome.
 */
final class Offspring {

    private static final double CROSSOVER = 0.9;

    /** Share of mutations that go to a neighbouring value; the others go to any. */
    private static final double TO_NEIGHBOUR = 0.5;

    private final SearchSpace space;
    private final KeyMutator mutator;

    Offspring(SearchSpace space) {
        this.space = space;
        this.mutator = new KeyMutator(space);
    }

    /** A genome as Jenetics has it, with its objectives. */
    Phenotype<DoubleGene, Vec<double[]>> phenotype(Genome genome, double[] objectives) {
        return Phenotype.of(genotype(genome), 0, Vec.of(objectives));
    }

    private Genotype<DoubleGene> genotype(Genome genome) {
        List<DoubleGene> genes = new ArrayList<>();
        for (int p = 0; p < genome.indices().size(); p++) {
            genes.add(DoubleGene.of(key(genome.index(p), values(p)), 0, 1));
        }
        return Genotype.of(DoubleChromosome.of(genes));
    }

    /** The genome that {@code genotype} stands for. */
    Genome genome(Genotype<DoubleGene> genotype) {
        List<Integer> indices = new ArrayList<>();
        for (int p = 0; p < genotype.chromosome().length(); p++) {
            double key = genotype.chromosome().get(p).doubleValue();
            indices.add(Math.min(values(p) - 1, (int) (key * values(p))));
        }
        return space.genome(indices);
    }

    /** A child of two parents: uniform crossover with probability 0.9, then mutation of one parameter on average. */
    Genome child(Genome mother, Genome father, RandomGenerator random) {
        double[] unknown = {0};
        return RandomRegistry.with(random, source -> {
            Seq<Phenotype<DoubleGene, Vec<double[]>>> pair =
                    ISeq.of(phenotype(mother, unknown), phenotype(father, unknown));
            if (source.nextDouble() < CROSSOVER) {
                pair = new UniformCrossover<DoubleGene, Vec<double[]>>(1)
                        .alter(pair, 1)
                        .population();
            }
            return genome(mutator.alter(pair, 1).population().get(0).genotype());
        });
    }

    private int values(int parameter) {
        return space.parameters().get(parameter).values().size();
    }

    private static double key(int index, int values) {
        return (index + 0.5) / values;
    }

    /** Changes each gene with probability 1 / n. */
    private static final class KeyMutator extends Mutator<DoubleGene, Vec<double[]>> {

        private final SearchSpace space;

        KeyMutator(SearchSpace space) {
            super(1);
            this.space = space;
        }

        @Override
        protected MutatorResult<Chromosome<DoubleGene>> mutate(
                Chromosome<DoubleGene> chromosome, double probability, RandomGenerator random) {
            List<DoubleGene> genes = new ArrayList<>();
            int mutations = 0;
            for (int p = 0; p < chromosome.length(); p++) {
                DoubleGene gene = chromosome.get(p);
                if (random.nextInt(chromosome.length()) == 0) {
                    gene = gene.newInstance(mutated(p, gene.doubleValue(), random));
                    mutations++;
                }
                genes.add(gene);
            }
            return new MutatorResult<>(chromosome.newInstance(ISeq.of(genes)), mutations);
        }

        private double mutated(int parameter, double key, RandomGenerator random) {
            int values = space.parameters().get(parameter).values().size();
            int index = Math.min(values - 1, (int) (key * values));
            boolean ordered = space.parameters().get(parameter).dimension().numeric();
            int other = ordered && random.nextDouble() < TO_NEIGHBOUR
                    ? Math.clamp(index + (random.nextBoolean() ? 1 : -1), 0, values - 1)
                    : random.nextInt(values);
            return key(other, values);
        }
    }
}
