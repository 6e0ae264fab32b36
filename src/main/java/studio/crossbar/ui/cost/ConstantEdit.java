package studio.crossbar.ui.cost;

import java.util.function.Supplier;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.cost.TechnologyException;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** An edit of one constant of a technology file, as it was typed. */
final class ConstantEdit {

    @FunctionalInterface
    private interface Change {

        TechnologyDocument of(TechnologyDocument document) throws TechnologyException;
    }

    private final Change change;
    private final Supplier<String> name;

    /** @param name asked for once the change was made, so that what was typed is a number */
    private ConstantEdit(Change change, Supplier<String> name) {
        this.change = change;
        this.name = name;
    }

    /**
     * The document with the edit.
     *
     * @throws TechnologyException if the file's reader would refuse it
     * @throws IllegalArgumentException if what was typed is no number in the constant's unit
     */
    TechnologyDocument of(TechnologyDocument document) throws TechnologyException {
        return change.of(document);
    }

    /** What an edit that was taken is called. */
    String name() {
        return name.get();
    }

    /** Another value, with or without the unit. */
    static ConstantEdit value(Constant constant, String text) {
        return new ConstantEdit(
                document -> document.withValue(constant.path(), number(constant, text)),
                () -> Texts.format(
                                "cost.constant.edit.value",
                                constant.name(),
                                Numbers.amount(constant.quantity().value()),
                                Numbers.amount(number(constant, text)),
                                constant.quantity().unit())
                        .strip());
    }

    /** Another valid range. */
    static ConstantEdit range(Constant constant, String low, String high) {
        return new ConstantEdit(
                document -> document.withRange(constant.path(), number(constant, low), number(constant, high)),
                () -> Texts.format("cost.constant.edit.range", constant.name()));
    }

    /** Another source. */
    static ConstantEdit source(Constant constant, String text) {
        return new ConstantEdit(
                document -> document.withSource(constant.path(), text.strip()),
                () -> Texts.format("cost.constant.edit.source", constant.name()));
    }

    /** Why an edit of {@code constant} was refused; names the place if it is another one. */
    static String refusal(Constant constant, TechnologyException e) {
        return e.field().startsWith(constant.path()) || e.field().isEmpty()
                ? e.problem()
                : Texts.format("cost.constant.refused", e.field(), e.problem());
    }

    private static double number(Constant constant, String text) {
        String unit = constant.quantity().unit();
        String typed = text.strip().replace('µ', 'u').replace('μ', 'u');
        return Unit.of(unit).parse(typed.endsWith(unit) ? typed.substring(0, typed.length() - unit.length()) : text);
    }
}
