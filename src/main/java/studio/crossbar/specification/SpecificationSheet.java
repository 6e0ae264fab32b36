package studio.crossbar.specification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.CornerAccuracy;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.training.TrainedNetwork;

/**
 * All that a project's folder says of its specifications.
 *
 * @param specifications targets and plan
 * @param allCorners standard ones and the project's
 * @param corners those that the plan has measured, in that order
 * @param options chips outside all corners
 * @param measured last results; null if there are none
 */
public record SpecificationSheet(
        Specifications specifications,
        List<Corner> allCorners,
        List<Corner> corners,
        ChipOptions options,
        @Nullable CornerMeasurements measured) {

    public SpecificationSheet {
        allCorners = List.copyOf(allCorners);
        corners = List.copyOf(corners);
    }

    /**
     * Reads the project's files.
     *
     * @throws IOException naming the damaged one, field and remedy
     */
    public static SpecificationSheet read(Project project) throws IOException {
        return read(project, SpecificationsFile.read(project));
    }

    /**
     * Reads all but the specifications, which are edited.
     *
     * @throws IOException naming the damaged file, or the device or corner that there is not
     */
    public static SpecificationSheet read(Project project, Specifications specifications) throws IOException {
        return of(project, specifications, MeasurementsFile.read(project));
    }

    /**
     * The sheet of edited specifications.
     *
     * @throws JsonFormatException if they name a device or a corner that there is not
     */
    public static SpecificationSheet of(
            Project project, Specifications specifications, @Nullable CornerMeasurements measured)
            throws JsonFormatException {
        return of(project, specifications, CornersFile.all(project), measured);
    }

    /**
     * The sheet of edited requirements.
     *
     * @throws JsonFormatException if they name a device or a corner that there is not
     */
    public static SpecificationSheet of(
            Project project, Requirements requirements, @Nullable CornerMeasurements measured)
            throws JsonFormatException {
        return of(project, requirements.specifications(), all(requirements.corners()), measured);
    }

    private static SpecificationSheet of(
            Project project, Specifications specifications, List<Corner> all, @Nullable CornerMeasurements measured)
            throws JsonFormatException {
        return new SpecificationSheet(
                specifications,
                all,
                specifications.plan().chosen(all),
                specifications.plan().options(project),
                measured);
    }

    private static List<Corner> all(List<Corner> own) {
        return Stream.concat(Corner.STANDARD.stream(), own.stream()).toList();
    }

    /**
     * The sheet of edited requirements on the same device.
     *
     * @throws JsonFormatException if they name a corner that there is not
     */
    public SpecificationSheet with(Requirements value) throws JsonFormatException {
        CornerPlan plan = value.specifications().plan();
        List<Corner> all = all(value.corners());
        return new SpecificationSheet(
                value.specifications(),
                all,
                plan.chosen(all),
                options.withDriftCompensation(plan.driftCompensation()),
                measured);
    }

    /** What of the project's files is edited. */
    public Requirements requirements() {
        return new Requirements(specifications, allCorners.subList(Corner.STANDARD.size(), allCorners.size()));
    }

    public SpecificationSheet withMeasured(@Nullable CornerMeasurements value) {
        return new SpecificationSheet(specifications, allCorners, corners, options, value);
    }

    /** Conditions of a measurement that would begin now. */
    public Conditions conditions(TrainedNetwork trained, DatasetSummary dataset) {
        return Conditions.of(trained, dataset, options, specifications.plan().chips());
    }

    /** Corners that have no current result. */
    public List<Corner> missing(TrainedNetwork trained, DatasetSummary dataset) {
        Conditions now = conditions(trained, dataset);
        CornerMeasurements last = measured;
        return corners.stream()
                .filter(corner -> last == null || !last.holds(corner, now))
                .toList();
    }

    /**
     * Columns of the verdicts on a trained network.
     *
     * @param evaluation its stored evaluation; null if it was not evaluated
     */
    public List<Condition> columns(TrainedNetwork trained, DatasetSummary dataset, @Nullable Evaluation evaluation) {
        List<Condition> columns = new ArrayList<>();
        columns.add(
                evaluation == null
                        ? new Condition(
                                Condition.EVALUATION,
                                Condition.State.MISSING,
                                null,
                                "not measured; evaluate the trained network")
                        : new Condition(Condition.EVALUATION, Condition.State.CURRENT, evaluation.accuracy(), ""));
        Conditions now = conditions(trained, dataset);
        for (Corner corner : corners) {
            columns.add(column(corner, now));
        }
        return columns;
    }

    /** Columns of a design that was not trained: whatever was measured is of another network. */
    public List<Condition> untrained() {
        List<Condition> columns = new ArrayList<>();
        columns.add(new Condition(
                Condition.EVALUATION, Condition.State.MISSING, null, "not measured; train the design first"));
        for (Corner corner : corners) {
            columns.add(column(corner, null));
        }
        return columns;
    }

    private Condition column(Corner corner, @Nullable Conditions now) {
        CornerAccuracy last =
                measured == null ? null : measured.named(corner.name()).orElse(null);
        if (last == null || measured == null) {
            return missing(corner, now == null ? "not measured; train the design first" : "not measured");
        }
        String changed = now == null
                ? "measured on the network of another design"
                : measured.conditions().changedTo(now);
        if (changed.isEmpty() && !CornerMeasurements.same(last.corner(), corner)) {
            changed = "measured before this corner was changed";
        }
        if (last.accuracy() == null) {
            return changed.isEmpty()
                    ? new Condition(corner.name(), Condition.State.LEFT_OUT, null, last.reason())
                    : missing(corner, "not measured since: " + changed);
        }
        return new Condition(
                corner.name(),
                changed.isEmpty() ? Condition.State.CURRENT : Condition.State.STALE,
                last.accuracy(),
                changed);
    }

    private static Condition missing(Corner corner, String note) {
        return new Condition(corner.name(), Condition.State.MISSING, null, note);
    }
}
