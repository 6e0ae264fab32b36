package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.device.Device;
import studio.crossbar.device.DeviceJson;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.specification.Requirements;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/**
 * Whether the devices that the project names can hold the levels of the edited cell and are described at the time of the
 * drift: training and corners would be refused only when their job begins.
 */
final class NamedDevices {

    private final Session session;
    /** Of the open project; a device's file is small. */
    private final Map<String, Optional<Device>> devices = new HashMap<>();

    private final StringBinding levels;
    private final StringBinding time;

    NamedDevices(Session session) {
        this.session = session;
        session.projectProperty().subscribe((before, now) -> devices.clear());
        levels = Bindings.createStringBinding(
                this::levelsProblem,
                session.designProperty(),
                session.requirementsProperty(),
                session.projectProperty());
        time = Bindings.createStringBinding(this::timeProblem, session.designProperty(), session.projectProperty());
    }

    /** Which device cannot hold the levels, and which it can; empty if all can. */
    StringBinding levelsBinding() {
        return levels;
    }

    /** Why nothing is known of the training's device at the time of the drift; empty if it is. */
    StringBinding timeBinding() {
        return time;
    }

    private String levelsProblem() {
        Design design = session.designProperty().get();
        if (design == null) {
            return "";
        }
        int levelsOfCell = design.hardware().cell().levels();
        List<String> problems = new ArrayList<>();
        refusal(design.recipe().device(), device -> device.refusal(levelsOfCell))
                .ifPresent(reason -> problems.add(Texts.format("inspector.cell.levels.training", reason)));
        Requirements requirements = session.requirementsProperty().get();
        refusal(
                        requirements == null
                                ? null
                                : requirements.specifications().plan().device(),
                        device -> device.refusal(levelsOfCell))
                .ifPresent(reason -> problems.add(Texts.format("inspector.cell.levels.corners", reason)));
        return String.join("\n", problems);
    }

    private String timeProblem() {
        Design design = session.designProperty().get();
        return design == null
                ? ""
                : refusal(
                                design.recipe().device(),
                                device -> ofTime(device, design.recipe().deviceSeconds()))
                        .orElse("");
    }

    private static Optional<String> ofTime(Device device, double seconds) {
        try {
            device.requireSeconds(seconds);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> refusal(@Nullable String name, Function<Device, Optional<String>> reason) {
        OpenProject project = session.projectProperty().get();
        return name == null || name.isEmpty() || project == null
                ? Optional.empty()
                : devices.computeIfAbsent(name, unknown -> read(unknown, project))
                        .flatMap(reason);
    }

    /** Empty for a device that there is not, which whoever names it says. */
    private static Optional<Device> read(String name, OpenProject project) {
        try {
            return Optional.of(DeviceJson.named(name, project.folder()));
        } catch (JsonFormatException e) {
            return Optional.empty();
        }
    }
}
