package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.category.DefaultCategoryDataset;
import studio.crossbar.cost.Component;

/** Bars, each stacked of parts; a component has one colour in all charts. */
final class StackedBars {

    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private final List<Integer> colours = new ArrayList<>();

    /** Adds a part of a bar; parts of one name are one series. */
    void add(String part, int colour, String bar, double value) {
        if (data.getRowIndex(part) < 0) {
            colours.add(colour);
        }
        data.addValue(value, part, bar);
    }

    static int colour(Component component) {
        return component.ordinal();
    }

    DefaultCategoryDataset data() {
        return data;
    }

    /** Indices of the series' colours in a theme. */
    List<Integer> colours() {
        return colours;
    }
}
