package studio.crossbar.ui.specification;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.simulation.Corner;
import studio.crossbar.specification.CornerPlan;
import studio.crossbar.specification.SpecificationSheet;

/** Which chips are measured: cells, number, corners. */
final class PlanPane extends FlowPane {

    private static final String OWN_CELLS = "The design's own cells";

    private final SpecificationViewModel model;
    private final ComboBox<String> device = new ComboBox<>();
    private final SpecificationField chips;
    private final MenuButton corners = new MenuButton();
    private final CheckBox compensation = new CheckBox("Drift compensation");
    private boolean following;

    PlanPane(SpecificationViewModel model) {
        super(8, 6);
        this.model = model;
        setAlignment(Pos.BOTTOM_LEFT);
        device.setId("spec-device");
        device.setAccessibleText("Cells of the chips");
        device.setPrefWidth(206);
        device.setTooltip(
                new Tooltip(
                        "Model of the cells. Ages and stuck cells need a device; the design's own cells have Gaussian noise alone."));
        device.valueProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                model.useDevice(now.equals(OWN_CELLS) ? null : now);
            }
        });
        chips = new SpecificationField(
                "spec-chips",
                "Chips a corner",
                Integer.toString(CornerPlan.STANDARD.chips()),
                "Chips that are programmed in every corner, 1 … " + CornerPlan.MOST_CHIPS
                        + ". More chips make the intervals narrower.",
                text -> model.type("chips", text));
        corners.setId("spec-corners");
        corners.setTooltip(new Tooltip(
                "Corners of age, temperature, noise and stuck cells; corners.json in the project describes more."));
        compensation.setId("spec-compensation");
        compensation.setTooltip(
                new Tooltip("Scale each tile's results by what a calibration read has lost since programming."));
        compensation.selectedProperty().subscribe((before, now) -> {
            if (!following) {
                model.compensateDrift(now);
            }
        });
        VBox compensated = new VBox(compensation);
        compensated.setAlignment(Pos.BOTTOM_LEFT);
        compensated.getStyleClass().add("spec-check");
        getChildren().addAll(named("Cells", device), chips, named("Corners", corners), compensated);
        model.sheetProperty().subscribe(this::show);
    }

    private static VBox named(String name, javafx.scene.Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("figure-name");
        return new VBox(2, label, control);
    }

    private void show(@Nullable SpecificationSheet sheet) {
        setDisable(sheet == null);
        if (sheet == null) {
            return;
        }
        following = true;
        CornerPlan plan = sheet.specifications().plan();
        String chosen = plan.device() == null ? OWN_CELLS : plan.device();
        List<String> devices = new ArrayList<>(List.of(OWN_CELLS));
        devices.addAll(DevicePresets.names());
        if (!devices.contains(chosen)) {
            devices.add(chosen);
        }
        if (!devices.equals(device.getItems())) {
            device.getItems().setAll(devices);
        }
        device.setValue(chosen);
        compensation.setSelected(plan.driftCompensation());
        chips.show(Integer.toString(plan.chips()));
        showCorners(sheet);
        following = false;
    }

    private void showCorners(SpecificationSheet sheet) {
        List<String> chosen = sheet.corners().stream().map(Corner::name).toList();
        List<CheckMenuItem> items = new ArrayList<>();
        for (Corner corner : sheet.allCorners()) {
            CheckMenuItem item = new CheckMenuItem(corner.name());
            item.setSelected(chosen.contains(corner.name()));
            item.setOnAction(event -> choose(sheet, corner.name(), item.isSelected()));
            items.add(item);
        }
        corners.getItems().setAll(items);
        corners.setText(chosen.size() + " of " + sheet.allCorners().size());
    }

    /** At least one stays, since none stands for all. */
    private void choose(SpecificationSheet sheet, String name, boolean selected) {
        List<String> chosen = new ArrayList<>();
        for (Corner corner : sheet.allCorners()) {
            boolean before = sheet.corners().contains(corner);
            if (corner.name().equals(name) ? selected : before) {
                chosen.add(corner.name());
            }
        }
        if (chosen.isEmpty()) {
            show(sheet);
        } else {
            model.chooseCorners(chosen.size() == sheet.allCorners().size() ? List.of() : chosen);
        }
    }
}
