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
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** Which chips are measured: cells, number, corners. */
final class PlanPane extends FlowPane {

    private static final String OWN_CELLS = Texts.get("specification.cells.own");

    private final SpecificationViewModel model;
    private final ComboBox<String> device = new ComboBox<>();
    private final SpecificationField chips;
    private final MenuButton corners = new MenuButton();
    private final CheckBox compensation = new CheckBox(Texts.get("specification.compensation.name"));
    private boolean following;

    /** @param editCorners opens the editor of the project's own corners */
    PlanPane(SpecificationViewModel model, Action editCorners) {
        super(8, 6);
        this.model = model;
        setAlignment(Pos.BOTTOM_LEFT);
        device.setId("spec-device");
        device.setAccessibleText(Texts.get("specification.cells.accessible"));
        device.setPrefWidth(206);
        device.setTooltip(new Tooltip(Texts.get("specification.cells.help")));
        device.valueProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                model.useDevice(now.equals(OWN_CELLS) ? null : now);
            }
        });
        chips = new SpecificationField(
                "spec-chips",
                Texts.get("specification.chips.name"),
                Integer.toString(CornerPlan.STANDARD.chips()),
                Texts.format("specification.chips.help", CornerPlan.MOST_CHIPS),
                text -> model.type("chips", text));
        corners.setId("spec-corners");
        corners.setTooltip(new Tooltip(Texts.get("specification.corners.help")));
        compensation.setId("spec-compensation");
        compensation.setTooltip(new Tooltip(Texts.get("specification.compensation.help")));
        compensation.selectedProperty().subscribe((before, now) -> {
            if (!following) {
                model.compensateDrift(now);
            }
        });
        VBox compensated = new VBox(compensation);
        compensated.setAlignment(Pos.BOTTOM_LEFT);
        compensated.getStyleClass().add("spec-check");
        getChildren()
                .addAll(
                        named(Texts.get("specification.cells.name"), device),
                        chips,
                        named(Texts.get("specification.corners.name"), corners),
                        edit(editCorners),
                        compensated);
        model.sheetProperty().subscribe(this::show);
    }

    private static VBox named(String name, javafx.scene.Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("figure-name");
        return new VBox(2, label, control);
    }

    private static VBox edit(Action editCorners) {
        VBox box = new VBox(ActionControls.toolButton(editCorners, false));
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
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
        corners.setText(Texts.format(
                "specification.corners.chosen",
                chosen.size(),
                sheet.allCorners().size()));
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
