package studio.crossbar.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.dimension.Dimensions;

/**
 * All designs that a search may try: every combination of the parameters' values, as far as their conditions hold.
 *
 * <p>A parameter of one stage of the network, such as "width3", is only active where "depth" is at least as great, if the
 * space has a parameter "depth" and the parameter no condition of its own.
 */
public final class SearchSpace {

    /** Most parameters of a space. */
    public static final int MOST_PARAMETERS = 200;

    private static final int ALWAYS = -1;

    private final List<Parameter> parameters;
    private final List<Constraint> constraints;

    /** Index of the parameter that the condition of each is about, or {@link #ALWAYS}. */
    private final int[] conditional;

    /** Whether each parameter is active at each index of the value of that one. */
    private final boolean[][] activeAt;

    /**
     * The space.
     *
     * @param parameters 1 … {@value #MOST_PARAMETERS}, each name once; conditions name earlier ones
     * @param constraints what designs may cost
     * @throws IllegalArgumentException naming the parameter and what is wrong
     */
    public SearchSpace(List<Parameter> parameters, List<Constraint> constraints) {
        if (parameters.isEmpty() || parameters.size() > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "parameters: has " + parameters.size() + " entries, which is outside 1 … " + MOST_PARAMETERS);
        }
        this.constraints = List.copyOf(constraints);
        this.conditional = new int[parameters.size()];
        this.activeAt = new boolean[parameters.size()][];
        Map<String, Parameter> earlier = new LinkedHashMap<>();
        for (Parameter given : parameters) {
            Parameter parameter = withImpliedCondition(given, earlier);
            resolve(parameter, earlier);
            if (earlier.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException(
                        parameter.name() + ": is there twice; put all values into one parameter");
            }
        }
        this.parameters = List.copyOf(earlier.values());
    }

    /** Finds what the condition of {@code parameter}, the next one, is about. */
    private void resolve(Parameter parameter, Map<String, Parameter> earlier) {
        int index = earlier.size();
        conditional[index] = ALWAYS;
        activeAt[index] = new boolean[0];
        Condition condition = parameter.condition();
        if (condition == null) {
            return;
        }
        Parameter other = earlier.get(condition.parameter());
        if (other == null) {
            throw new IllegalArgumentException(parameter.name() + ".when: " + condition.parameter()
                    + " is no parameter before this one; put it further up");
        }
        conditional[index] = List.copyOf(earlier.keySet()).indexOf(other.name());
        activeAt[index] = new boolean[other.values().size()];
        condition.values().forEach(value -> activeAt[index][other.indexOf(value)] = true);
    }

    /** In order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** What designs may cost. */
    public List<Constraint> constraints() {
        return constraints;
    }

    private static Parameter withImpliedCondition(Parameter parameter, Map<String, Parameter> earlier) {
        if (parameter.name().equals(Dimensions.DEPTH)) {
            for (String name : earlier.keySet()) {
                if (Dimensions.stage(name) > 0) {
                    throw new IllegalArgumentException(Dimensions.DEPTH + ": stands behind " + name
                            + "; put it before, so that it says which stages there are");
                }
            }
        }
        Parameter depth = earlier.get(Dimensions.DEPTH);
        int stage = Dimensions.stage(parameter.name());
        if (stage == 0 || depth == null || parameter.condition() != null) {
            return parameter;
        }
        List<String> deepEnough = depth.values().stream()
                .filter(value -> Integer.parseInt(value) >= stage)
                .toList();
        if (deepEnough.isEmpty()) {
            throw new IllegalArgumentException(
                    parameter.name() + ": no value of depth reaches stage " + stage + "; leave it out");
        }
        return deepEnough.size() == depth.values().size()
                ? parameter
                : parameter.when(new Condition(Dimensions.DEPTH, deepEnough));
    }

    /** Whether the condition of {@code parameter}, one of these, follows from its stage, so that files need not say it. */
    public boolean implied(Parameter parameter) {
        int depth = indexOf(Dimensions.DEPTH);
        return parameter.condition() != null
                && depth >= 0
                && depth < indexOf(parameter.name())
                && withImpliedCondition(
                                new Parameter(parameter.name(), parameter.values()),
                                Map.of(Dimensions.DEPTH, parameters.get(depth)))
                        .equals(parameter);
    }

    /** Different designs; exact. */
    public BigInteger size() {
        BigInteger product = BigInteger.ONE;
        for (int p = 0; p < parameters.size(); p++) {
            if (conditional[p] == ALWAYS) {
                product = product.multiply(sizeFrom(p));
            }
        }
        return product;
    }

    /** Designs of one parameter and all that hang on it. */
    private BigInteger sizeFrom(int parameter) {
        BigInteger sum = BigInteger.ZERO;
        for (int value = 0; value < parameters.get(parameter).values().size(); value++) {
            BigInteger product = BigInteger.ONE;
            for (int p = parameter + 1; p < parameters.size(); p++) {
                if (conditional[p] == parameter && activeAt[p][value]) {
                    product = product.multiply(sizeFrom(p));
                }
            }
            sum = sum.add(product);
        }
        return sum;
    }

    /** Index of the parameter called {@code name}, or −1. */
    public int indexOf(String name) {
        for (int p = 0; p < parameters.size(); p++) {
            if (parameters.get(p).name().equals(name)) {
                return p;
            }
        }
        return -1;
    }

    /**
     * Whether parameter {@code parameter} is active.
     *
     * @param indices of at least all parameters before it
     */
    public boolean active(int parameter, List<Integer> indices) {
        int other = conditional[parameter];
        return other == ALWAYS || (active(other, indices) && activeAt[parameter][indices.get(other)]);
    }

    /**
     * The genome of {@code indices}, those of inactive parameters set to 0.
     *
     * @throws IllegalArgumentException if there is not one a parameter, or one is out of range
     */
    public Genome genome(List<Integer> indices) {
        if (indices.size() != parameters.size()) {
            throw new IllegalArgumentException("genome: has " + indices.size() + " indices, but the space has "
                    + parameters.size() + " parameters");
        }
        List<Integer> normal = new ArrayList<>(indices);
        for (int p = 0; p < normal.size(); p++) {
            int values = parameters.get(p).values().size();
            if (normal.get(p) < 0 || normal.get(p) >= values) {
                throw new IllegalArgumentException(
                        parameters.get(p).name() + ": index " + normal.get(p) + " is outside 0 … " + (values - 1));
            }
            if (!active(p, normal)) {
                normal.set(p, 0);
            }
        }
        return new Genome(normal);
    }

    /**
     * The genome of values by name.
     *
     * @param values of all active parameters; none of others
     * @throws IllegalArgumentException naming what is unknown, missing or inactive
     */
    public Genome genome(Map<String, String> values) {
        for (String name : values.keySet()) {
            if (indexOf(name) < 0) {
                throw new IllegalArgumentException(name + ": is no parameter of the space, which has "
                        + String.join(
                                ", ", parameters.stream().map(Parameter::name).toList()));
            }
        }
        List<Integer> indices = new ArrayList<>();
        for (int p = 0; p < parameters.size(); p++) {
            Parameter parameter = parameters.get(p);
            String value = values.get(parameter.name());
            boolean active = active(p, indices);
            if (active != (value != null)) {
                throw new IllegalArgumentException(parameter.name()
                        + (active ? ": is missing; give a value" : ": is inactive here; leave it out"));
            }
            indices.add(value == null ? 0 : parameter.indexOf(value));
        }
        return new Genome(indices);
    }

    /** Active parameters and their values, in order. */
    public Map<Parameter, String> active(Genome genome) {
        genome(genome.indices());
        Map<Parameter, String> values = new LinkedHashMap<>();
        for (int p = 0; p < parameters.size(); p++) {
            if (active(p, genome.indices())) {
                values.put(parameters.get(p), parameters.get(p).values().get(genome.index(p)));
            }
        }
        return values;
    }

    /** Names and values of active parameters, in order; {@link #genome(Map)} takes it. */
    public Map<String, String> values(Genome genome) {
        Map<String, String> values = new LinkedHashMap<>();
        active(genome).forEach((parameter, value) -> values.put(parameter.name(), value));
        return values;
    }

    /** A genome each of whose active parameters has any of its values with equal probability. */
    public Genome random(RandomGenerator random) {
        List<Integer> indices = new ArrayList<>();
        for (int p = 0; p < parameters.size(); p++) {
            int index = random.nextInt(parameters.get(p).values().size());
            indices.add(active(p, indices) ? index : 0);
        }
        return new Genome(indices);
    }

    /** All genomes in order, until {@code visitor} returns false. */
    public void forEach(Predicate<Genome> visitor) {
        visit(new ArrayList<>(), visitor);
    }

    private boolean visit(List<Integer> indices, Predicate<Genome> visitor) {
        int parameter = indices.size();
        if (parameter == parameters.size()) {
            return visitor.test(new Genome(indices));
        }
        int values =
                active(parameter, indices) ? parameters.get(parameter).values().size() : 1;
        for (int index = 0; index < values; index++) {
            indices.add(index);
            boolean more = visit(indices, visitor);
            indices.removeLast();
            if (!more) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SearchSpace space
                && parameters.equals(space.parameters)
                && constraints.equals(space.constraints);
    }

    @Override
    public int hashCode() {
        return 31 * parameters.hashCode() + constraints.hashCode();
    }

    @Override
    public String toString() {
        return parameters.size() + " parameters, " + constraints.size() + " constraints";
    }
}
