package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyIdentity;
import studio.crossbar.cost.sweep.Sweep;
import studio.crossbar.cost.sweep.SweepResult;
import studio.crossbar.cost.sweep.SweepSpace;
import studio.crossbar.cost.sweep.SweepTable;
import studio.crossbar.design.Design;
import studio.crossbar.study.Project;

/** Bills of all designs of a space, for {@code crossbar cost --sweep}. */
record SweepReport(Project project, Technology technology, CostOptions options) {

    Verb.Report run(Verb verb, Path space, Path csv) throws Exception {
        Design design = project.design();
        SweepSpace designs = SweepSpace.read(space, design.hardware(), options);
        long start = System.nanoTime();
        SweepResult result = verb.job("Sweep " + designs.size() + " designs", context -> {
            SweepResult swept = Sweep.run(
                    design.network(),
                    design.hardware(),
                    technology,
                    options,
                    designs,
                    context::cancelled,
                    done -> context.progress(0.9 * done, "costing"));
            context.progress(0.9, "writing " + csv);
            ResultFile.write("--csv", csv, file -> {
                try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                    SweepTable.write(swept, writer);
                }
            });
            return swept;
        });
        double seconds = (System.nanoTime() - start) * 1e-9;
        return report(result, csv, seconds);
    }

    private Verb.Report report(SweepResult result, Path csv, double seconds) {
        int smallest = -1;
        int thriftiest = -1;
        for (int i = 0; i < result.size(); i++) {
            if (result.built(i)) {
                smallest = smallest < 0 || result.areaSquareMillimetres(i) < result.areaSquareMillimetres(smallest)
                        ? i
                        : smallest;
                thriftiest = thriftiest < 0 || result.energyNanojoules(i) < result.energyNanojoules(thriftiest)
                        ? i
                        : thriftiest;
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        TechnologyIdentity identity = technology.identity();
        json.put("designs", result.size()).put("refused", result.refused());
        identity.put(json);
        json.put("csv", csv.toString()).put("seconds", seconds);
        TextTable table = new TextTable()
                .row("Designs", result.size() + " in " + Texts.decimals(seconds, 2) + " s, written to " + csv)
                .row("Technology", identity.label());
        if (result.refused() > 0) {
            table.row("Not built", result.refused() + ", such as: " + result.refusal());
        }
        if (smallest >= 0) {
            json.put("least_area_mm2", result.areaSquareMillimetres(smallest))
                    .put("least_energy_nJ", result.energyNanojoules(thriftiest));
            table.row("Smallest", line(result, smallest)).row("Thriftiest", line(result, thriftiest));
        }
        return new Verb.Report(table.text(), json);
    }

    private static String line(SweepResult result, int index) {
        return Texts.significant(result.areaSquareMillimetres(index)) + " mm², "
                + Texts.significant(result.energyNanojoules(index)) + " nJ, "
                + Texts.significant(result.latencyMicroseconds(index)) + " µs: line " + (index + 2);
    }
}
