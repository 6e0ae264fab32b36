package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.claim.Assumption;
import studio.crossbar.cost.claim.Claim;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.cost.claim.ClaimTable;
import studio.crossbar.cost.claim.Variation;
import studio.crossbar.design.Design;
import studio.crossbar.json.JsonFields;
import studio.crossbar.study.ClaimAccuracies;
import studio.crossbar.study.Project;

/** What uniform ranges and cells of one sign save, for {@code crossbar cost --claim}. */
final class ClaimReport {

    private ClaimReport() {}

    static Verb.Report of(Project project, Technology technology, CostOptions options) throws IOException {
        Design design = project.design();
        ClaimAccuracies accuracies = ClaimAccuracies.of(project);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", design.name());
        technology.identity().put(json);
        List<Variation> variations = Variation.all(design.network(), design.hardware(), technology, options);
        cases(json.putArray("cases"), design, technology, options, accuracies);
        assumptions(json.putArray("assumptions"), variations);
        String text = "## " + project.settings().name() + "\n\n"
                + ClaimTable.steps(design.network(), design.hardware(), technology, options, accuracies::text)
                + "\n"
                + ClaimTable.sensitivity(variations);
        return new Verb.Report(text, json);
    }

    private static void cases(
            ArrayNode cases, Design design, Technology technology, CostOptions options, ClaimAccuracies accuracies) {
        for (int bits : Claim.BITS) {
            Claim claim = Claim.of(design.network(), design.hardware(), bits, Assumption.standard(technology, options));
            for (ClaimCase each : ClaimCase.values()) {
                ObjectNode entry = cases.addObject()
                        .put("bits", bits)
                        .put("case", JsonFields.nameOf(each))
                        .put("area_mm2", claim.cost(each).areaSquareMillimetres())
                        .put("areaSaved", claim.areaSaved(each))
                        .put("energy_nJ", claim.cost(each).energyNanojoules())
                        .put("energySaved", claim.energySaved(each))
                        .put("latency_us", claim.cost(each).latencyMicroseconds());
                accuracies
                        .measured(bits, each)
                        .ifPresent(measured -> entry.putObject("accuracy")
                                .put("mean", measured.mean())
                                .put("std", measured.std())
                                .put("draws", measured.draws())
                                .put("seeds", measured.seeds()));
            }
        }
    }

    private static void assumptions(ArrayNode rows, List<Variation> variations) {
        for (Variation variation : variations) {
            ObjectNode row = rows.addObject()
                    .put("assumption", variation.assumption().axis())
                    .put("value", variation.assumption().value());
            Claim claim = variation.claim();
            if (claim == null) {
                row.put("refusal", variation.refusal());
                continue;
            }
            for (ClaimCase each : List.of(ClaimCase.UNIFORM_POSITIVE, ClaimCase.UNIFORM_ROW_BLOCK)) {
                row.putObject(JsonFields.nameOf(each))
                        .put("areaSaved", claim.areaSaved(each))
                        .put("energySaved", claim.energySaved(each));
            }
        }
    }
}
