package studio.crossbar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.data.Parts;
import studio.crossbar.specification.CornerStudy;
import studio.crossbar.specification.SpecificationEdit;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.specification.VerdictCsv;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;

/** {@code crossbar specs}. */
@Command(
        name = "specs",
        description =
                "Targets × corners: PASS, NEAR or FAIL with margins. Corners without a current result are measured"
                        + " and kept in the project. Exit code 0 if all targets are met, 3 if one is NEAR, FAIL or cannot be"
                        + " judged.")
final class SpecsCommand extends ProjectCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--set",
            paramLabel = "WHAT=VALUE",
            description =
                    "Change specifications.json first: accuracy, yield, area, energy and latency with a limit such as"
                            + " 93%% or \"800 pJ\"; goodChip, the accuracy of a good chip; costTolerance and accuracyTolerance,"
                            + " within which a miss is NEAR, such as 5%% and 1%%; device, a preset or JSON file; chips, a"
                            + " corner. Nothing after the = removes it. May be given several times.")
    private List<String> edits = List.of();

    @Option(names = "--stored", description = "Measure nothing; corners without a current result stay open.")
    private boolean stored;

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write one line for each target and corner.")
    private @Nullable Path csv;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        Specifications specifications = edited(SpecificationsFile.read(project));
        if (specifications.targets().isEmpty()) {
            throw new ProjectException(project.folder().resolve(SpecificationsFile.NAME)
                    + ": holds no targets; give some, such as --set accuracy=93% --set \"area=2.5 mm²\"");
        }
        if (csv != null) {
            requireWritable("--csv", csv);
        }
        SpecificationSheet sheet = SpecificationSheet.read(project, specifications);
        if (!edits.isEmpty()) {
            SpecificationsFile.write(project, specifications);
        }
        TrainedResult trained = store.holdsDesign() ? store.trained() : null;
        if (trained != null && !stored) {
            sheet = measured(project, sheet, trained);
        }
        VerdictTable table = table(project, store, sheet, trained);
        if (csv != null) {
            ResultFile.write("--csv", csv, file -> Files.writeString(file, VerdictCsv.of(table)));
        }
        return SpecsReport.of(project, sheet, table);
    }

    private Specifications edited(Specifications specifications) {
        Specifications edited = specifications;
        for (String edit : edits) {
            int sign = edit.indexOf('=');
            if (sign < 0) {
                throw new ParameterException(
                        spec.commandLine(), "--set: \"" + edit + "\" has no =; write for example accuracy=93%");
            }
            try {
                edited = SpecificationEdit.apply(edited, edit.substring(0, sign).strip(), edit.substring(sign + 1));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--set " + edit + ": " + e.getMessage(), e);
            }
        }
        return edited;
    }

    private SpecificationSheet measured(Project project, SpecificationSheet sheet, TrainedResult trained)
            throws Exception {
        if (sheet.missing(trained.network(), trained.dataset()).isEmpty()) {
            return sheet;
        }
        return job("Corners of " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data.path);
            ProjectData.requireSame(trained, parts);
            return CornerStudy.measure(project, sheet, trained.network(), parts, _ -> {}, context);
        });
    }

    private static VerdictTable table(
            Project project, ResultStore store, SpecificationSheet sheet, @Nullable TrainedResult trained)
            throws Exception {
        Costing costing = ProjectCosting.of(project);
        if (trained == null) {
            ProjectCosting.requireCostable(project, costing);
            return VerdictTable.of(
                    project.design().name(), sheet.specifications(), costing.of(project.design()), sheet.untrained());
        }
        Evaluation evaluation = store.evaluation()
                .map(last -> Evaluation.restore(trained.network(), last, costing))
                .orElse(null);
        return VerdictTable.of(
                project.design().name(),
                sheet.specifications(),
                evaluation == null ? costing.of(project.design()) : evaluation.cost(),
                sheet.columns(trained.network(), trained.dataset(), evaluation));
    }
}
