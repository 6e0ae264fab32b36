package studio.crossbar.ui.cost;

import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.cost.TechnologyException;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** An edit of one constant of a technology file, as it was typed. */
@FunctionalInterface
interface ConstantEdit {

    /**
     * The document with the edit.
     *
     * @throws TechnologyException if the file's reader would refuse it
     * @throws IllegalArgumentException if what was typed is no number in the constant's unit
     */
    TechnologyDocument of(TechnologyDocument document) throws TechnologyException;

    /** Another value, with or without the unit. */
    static ConstantEdit value(Constant constant, String text) {
        return document -> document.withValue(constant.path(), number(constant, text));
    }

    /** Another valid range. */
    static ConstantEdit range(Constant constant, String low, String high) {
        return document -> document.withRange(constant.path(), number(constant, low), number(constant, high));
    }

    /** Another source. */
    static ConstantEdit source(Constant constant, String text) {
        return document -> document.withSource(constant.path(), text.strip());
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
