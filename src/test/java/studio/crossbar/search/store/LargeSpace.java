package studio.crossbar.search.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;

/** A space of a million designs, numbered. */
final class LargeSpace {

    private static final int VALUES = 10;
    private static final List<String> NAMES =
            List.of("width", "kernel", "batch", "floatEpochs", "hardwareEpochs", "rampEpochs");

    private final SearchSpace space = new SearchSpace(
            NAMES.stream()
                    .map(name -> new Parameter(
                            name,
                            IntStream.rangeClosed(1, VALUES)
                                    .mapToObj(String::valueOf)
                                    .toList()))
                    .toList(),
            List.of());

    SearchSpace space() {
        return space;
    }

    /** The design of a number: its digits, spread so that neighbours differ in all of them. */
    Genome genome(int number) {
        long mixed = number * 387_420_489L % 1_000_000;
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            digits.add((int) (mixed % VALUES));
            mixed /= VALUES;
        }
        return new Genome(digits);
    }
}
