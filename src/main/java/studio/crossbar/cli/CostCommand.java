package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;

/** {@code crossbar cost}. */
@Command(
        name = "cost",
        description =
                "Area, energy, latency and throughput by component and layer, with --tiles by tile; needs no training, so"
                        + " the cells count with their expected conductance. With --sweep, of all designs of a space.")
final class CostCommand extends ProjectCommand {

    @Mixin
    private CostChoices choices = new CostChoices();

    @Option(
            names = "--sweep",
            paramLabel = "SPACE.json",
            description = "Cost every design of a space around the project's instead, into the file of --csv.")
    private @Nullable Path space;

    @Option(
            names = "--csv",
            paramLabel = "OUT.csv",
            description = "Receives the sweep, a design a line; without --sweep the bill, an item a line.")
    private @Nullable Path csv;

    @Option(
            names = "--tiles",
            description =
                    "Also print what each tile takes in all of its copies, with its part of what is shared; --json always lists"
                            + " it.")
    private boolean tiles;

    @Option(
            names = "--items",
            description = "Also print every item of the bill: count × unit cost, and where the unit cost comes from.")
    private boolean items;

    @Option(
            names = "--claim",
            description = "Print what uniform ranges and cells of one sign save against the conventional mapping, and"
                    + " how far that depends on the assumptions, as Markdown; of the choices, schedule, adaptation and"
                    + " subtraction are those of each case.")
    private boolean claim;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        if (space != null && csv == null) {
            throw new ParameterException(
                    spec.commandLine(), "--sweep and --csv go together: the space, and the file for its bills");
        }
        if (claim && space != null) {
            throw new ParameterException(spec.commandLine(), "--claim and --sweep: give one of them");
        }
        if (claim && (csv != null || tiles || items)) {
            throw new ParameterException(
                    spec.commandLine(), "--claim prints no single bill; leave --csv, --tiles and --items out");
        }
        if (space != null && (tiles || items)) {
            throw new ParameterException(
                    spec.commandLine(), "--sweep prints no single bill; leave --tiles and --items out");
        }
        if (csv != null) {
            requireWritable("--csv", csv);
        }
        try {
            return cost(project);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), choices.byOption(String.valueOf(e.getMessage())), e);
        }
    }

    private Report cost(Project project) throws Exception {
        Costing costing = choices.costing(project);
        Technology technology = costing.technology();
        CostOptions options = costing.options();
        if (claim) {
            return ClaimReport.of(project, technology, options);
        }
        return space == null || csv == null
                ? bill(new BillReport(project, technology, options))
                : new SweepReport(project, technology, options).run(this, space, csv);
    }

    private Report bill(BillReport bill) throws IOException {
        if (csv != null) {
            ResultFile.write("--csv", csv, file -> Files.writeString(file, bill.csv()));
        }
        return bill.report(tiles, items);
    }
}
