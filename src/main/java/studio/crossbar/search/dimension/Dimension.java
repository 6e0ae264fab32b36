package studio.crossbar.search.dimension;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import studio.crossbar.json.JsonFields;

/** Something that can be varied in a design: its name, its values and what each does. */
public final class Dimension {

    /** What a value is read from. */
    private sealed interface Values {
        /** Whole numbers. */
        record Whole(int low, int high) implements Values {}

        /** Any numbers. */
        record Real(double low, double high) implements Values {}

        /** One of some words. */
        record Words(List<String> words) implements Values {}
    }

    private final String name;
    private final String description;
    private final Values values;
    private final BiConsumer<DesignDraft, String> effect;

    private Dimension(String name, String description, Values values, BiConsumer<DesignDraft, String> effect) {
        this.name = name;
        this.description = description;
        this.values = values;
        this.effect = effect;
    }

    static Dimension whole(String name, int low, int high, String description, ObjIntConsumer<DesignDraft> effect) {
        return new Dimension(
                name,
                description,
                new Values.Whole(low, high),
                (draft, text) -> effect.accept(draft, Integer.parseInt(text)));
    }

    static Dimension real(
            String name, double low, double high, String description, ObjDoubleConsumer<DesignDraft> effect) {
        return new Dimension(
                name,
                description,
                new Values.Real(low, high),
                (draft, text) -> effect.accept(draft, Double.parseDouble(text)));
    }

    static <E extends Enum<E>> Dimension choice(
            String name, Class<E> type, String description, BiConsumer<DesignDraft, E> effect) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(JsonFields::nameOf).toList();
        return new Dimension(
                name,
                description,
                new Values.Words(words),
                (draft, text) -> effect.accept(draft, constants.get(words.indexOf(text))));
    }

    static Dimension flag(String name, String description, BiConsumer<DesignDraft, Boolean> effect) {
        return new Dimension(
                name,
                description,
                new Values.Words(List.of("false", "true")),
                (draft, text) -> effect.accept(draft, Boolean.valueOf(text)));
    }

    /** Name in files. */
    public String name() {
        return name;
    }

    /** What it is, with the unit of its values, for people. */
    public String description() {
        return description;
    }

    /** Whether values are numbers, whose order and distance mean something. */
    public boolean numeric() {
        return !(values instanceof Values.Words);
    }

    /** Allowed values, for people. */
    public String allowed() {
        return switch (values) {
            case Values.Whole whole -> whole.low() + " … " + whole.high();
            case Values.Real real -> number(real.low()) + " … " + number(real.high());
            case Values.Words words -> String.join(", ", words.words());
        };
    }

    /** Ends of the range of numbers, or all words. */
    public List<String> extremes() {
        return switch (values) {
            case Values.Whole whole -> List.of(Integer.toString(whole.low()), Integer.toString(whole.high()));
            case Values.Real real -> List.of(number(real.low()), number(real.high()));
            case Values.Words words -> words.words();
        };
    }

    /**
     * Refuses a value that is none.
     *
     * @throws IllegalArgumentException naming dimension, value and what is allowed
     */
    public void check(String value) {
        boolean fits = switch (values) {
            case Values.Whole whole ->
                value.matches("\\d{1,9}")
                        && Integer.parseInt(value) >= whole.low()
                        && Integer.parseInt(value) <= whole.high();
            case Values.Real real ->
                value.matches("\\d+(\\.\\d+)?")
                        && Double.parseDouble(value) >= real.low()
                        && Double.parseDouble(value) <= real.high();
            case Values.Words words -> words.words().contains(value);
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    name + ": " + value + (numeric() ? " is outside " : " is none of ") + allowed());
        }
    }

    /** Does to {@code draft} what {@code value} says; checked before. */
    public void apply(DesignDraft draft, String value) {
        effect.accept(draft, value);
    }

    private static String number(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String toString() {
        return name + " (" + Arrays.toString(extremes().toArray()) + ")";
    }
}
