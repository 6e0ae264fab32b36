package studio.crossbar.ui.specification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.crossbar.simulation.Corner;
import studio.crossbar.specification.CornerText;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.ui.common.Texts;

/** The project's own corners while they are edited. */
final class CornersViewModel {

    private final SheetViewModel files;
    private final ObservableList<CornerRow> rows = FXCollections.observableArrayList(CornerRow::texts);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    CornersViewModel(SheetViewModel files) {
        this.files = files;
        SpecificationSheet sheet = files.sheetProperty().get();
        if (sheet != null) {
            sheet.requirements().corners().forEach(corner -> rows.add(new CornerRow(CornerText.of(corner))));
        }
        rows.addListener((InvalidationListener) observable -> check());
        check();
    }

    /** In the order of the file. */
    ObservableList<CornerRow> rows() {
        return rows;
    }

    /** Why the corners cannot be saved; empty if they can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** A corner like the last one, or the nominal one, behind the others. */
    CornerRow add() {
        CornerText like = rows.isEmpty()
                ? CornerText.of(Corner.STANDARD.getFirst())
                : rows.getLast().text();
        CornerRow row = new CornerRow(like);
        row.nameProperty().set(freeName());
        rows.add(row);
        return row;
    }

    private String freeName() {
        int number = rows.size() + 1;
        Predicate<String> taken = name ->
                rows.stream().anyMatch(row -> row.nameProperty().get().strip().equals(name));
        while (taken.test(Texts.format("specification.corners.new", number))) {
            number++;
        }
        return Texts.format("specification.corners.new", number);
    }

    void remove(CornerRow row) {
        rows.remove(row);
    }

    private List<Corner> check() {
        Set<String> names = new HashSet<>();
        Corner.STANDARD.forEach(corner -> names.add(corner.name()));
        List<Corner> corners = new ArrayList<>();
        String first = "";
        for (CornerRow row : rows) {
            String reason = "";
            try {
                Corner corner = row.text().corner();
                corners.add(corner);
                if (!names.add(corner.name())) {
                    reason = Texts.format("specification.corners.twice", corner.name());
                }
            } catch (IllegalArgumentException e) {
                reason = String.valueOf(e.getMessage());
            }
            row.refuse(reason);
            first = first.isEmpty() ? reason : first;
        }
        problem.set(first);
        return corners;
    }

    /** Makes them the project's, in one edit, unless one is refused. */
    void save() {
        List<Corner> corners = check();
        if (problem.get().isEmpty()) {
            String refused = files.edit(now -> now.withCorners(corners));
            if (!refused.isEmpty()) {
                files.refuse(refused);
            }
        }
    }
}
