package studio.crossbar.search;

import java.util.Arrays;
import java.util.List;

/**
 * A point of a {@link SearchSpace}: which value each parameter has.
 *
 * @param indices one a parameter, from 0; those of inactive parameters are 0, so that equal designs are equal genomes
 */
public record Genome(List<Integer> indices) {

    public Genome {
        indices = List.copyOf(indices);
    }

    /** Index of the value of parameter {@code parameter}. */
    public int index(int parameter) {
        return indices.get(parameter);
    }

    /** Such as "3-0-12", for files and tables; {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int index : indices) {
            text.append(text.isEmpty() ? "" : "-").append(index);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #toString} gives.
     *
     * @throws IllegalArgumentException if {@code text} is no such list of numbers
     */
    public static Genome parse(String text) {
        try {
            return new Genome(
                    Arrays.stream(text.split("-", -1)).map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("genome: \"" + text + "\" is not like 3-0-12", e);
        }
    }
}
