package studio.crossbar.ui.cost;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.cost.TechnologyDocument.Constant;

/** Constants of a technology file whose names hold a text, in the order of the file. */
final class ConstantList {

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObservableList<Constant> found = FXCollections.observableArrayList();
    private final ObservableList<Constant> foundView = FXCollections.unmodifiableObservableList(found);
    private @Nullable TechnologyDocument document;

    ConstantList() {
        filter.subscribe((was, now) -> search());
    }

    /** What names must hold; all are listed if it is empty. */
    StringProperty filterProperty() {
        return filter;
    }

    ObservableList<Constant> found() {
        return foundView;
    }

    /** Lists the constants of another document; null for none. */
    void of(@Nullable TechnologyDocument value) {
        document = value;
        search();
    }

    private void search() {
        String part = filter.get().strip().toLowerCase(Locale.ROOT);
        TechnologyDocument now = document;
        found.setAll(
                now == null
                        ? List.of()
                        : now.constants().stream()
                                .filter(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).contains(part))
                                .toList());
    }
}
