package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.study.CostSettings;
import studio.crossbar.ui.common.KeptDesign;

/** Designs that are kept for comparison, in the order in which they were pinned. */
final class PinnedDesigns {

    /**
     * A snapshot.
     *
     * @param id that no other one has had
     * @param name that no other one has
     * @param settings how it is costed
     */
    record Pin(String id, String name, Design design, CostSettings settings) {}

    private final List<Pin> pins = new ArrayList<>();
    private int count;
    private final KeptPins kept = new KeptPins();
    private @Nullable Technology technology;

    /** The pins for other screens. */
    ObservableList<KeptDesign> kept() {
        return kept.all();
    }

    /** Costs what is kept with other unit costs. */
    void cost(@Nullable Technology unitCosts) {
        technology = unitCosts;
        show();
    }

    List<Pin> all() {
        return List.copyOf(pins);
    }

    boolean full() {
        return pins.size() >= CompareViewModel.MOST_PINNED;
    }

    /** Number of the next pin, from 1. */
    int next() {
        return count + 1;
    }

    /** Keeps a design; its name gets a number if it is {@code taken} or another pin's. */
    void add(String name, Design design, CostSettings settings, Predicate<String> taken) {
        String free = name;
        for (int i = 2; taken.test(free) || isName(free); i++) {
            free = name + " " + i;
        }
        count++;
        pins.add(new Pin(String.format(Locale.ROOT, "pin-%d", count), free, design, settings));
        show();
    }

    private boolean isName(String name) {
        return pins.stream().anyMatch(pin -> pin.name().equals(name));
    }

    void remove(String id) {
        pins.removeIf(pin -> pin.id().equals(id));
        show();
    }

    /** Drops all and counts from 1 again. */
    void clear() {
        pins.clear();
        count = 0;
        show();
    }

    private void show() {
        kept.show(all(), technology);
    }
}
