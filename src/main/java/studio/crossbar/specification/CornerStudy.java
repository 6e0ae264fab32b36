package studio.crossbar.specification;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import studio.crossbar.data.Parts;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.run.JobContext;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.ChipStudy;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.CornerAccuracy;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Project;
import studio.crossbar.training.TrainedNetwork;

/** Measures the corners of a project's specifications that have no current result. */
public final class CornerStudy {

    private CornerStudy() {}

    /**
     * Measures what is missing. Each corner is stored in the project as soon as it is done, so that whoever cancels, or kills
     * the process, loses one at most.
     *
     * @param trained network that the project holds
     * @param stored told of the results after every corner
     * @return {@code sheet} with all corners measured
     * @throws java.util.concurrent.CancellationException within a second after {@code context} says so
     * @throws IOException if a result cannot be stored
     */
    public static SpecificationSheet measure(
            Project project,
            SpecificationSheet sheet,
            TrainedNetwork trained,
            Parts parts,
            Consumer<CornerMeasurements> stored,
            JobContext context)
            throws IOException {
        DatasetSummary dataset = DatasetSummary.of(parts);
        List<Corner> missing = sheet.missing(trained, dataset);
        if (missing.isEmpty()) {
            return sheet;
        }
        Conditions now = sheet.conditions(trained, dataset);
        CornerMeasurements last = sheet.measured();
        CornerMeasurements all =
                last != null && last.conditions().equals(now) ? last : new CornerMeasurements(now, List.of());
        ChipOptions options = sheet.options();
        context.progress(0, "mapping");
        try (ChipStudy study = new ChipStudy(MappedNetwork.of(trained), parts.test(), parts.train())) {
            for (int i = 0; i < missing.size(); i++) {
                Corner corner = missing.get(i);
                int before = i;
                all = all.with(CornerAccuracy.measure(
                        study,
                        corner,
                        options,
                        now.chips(),
                        trained.design().seed(),
                        context::cancelled,
                        done -> context.progress((before + done) / missing.size(), corner.name())));
                MeasurementsFile.write(project, all);
                stored.accept(all);
            }
        }
        return sheet.withMeasured(all);
    }
}
