package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.claim.Assumption;
import studio.crossbar.cost.claim.Claim;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.cost.claim.ClaimTable;
import studio.crossbar.design.Design;
import studio.crossbar.json.JsonFields;
import studio.crossbar.study.ClaimAccuracies;
import studio.crossbar.study.Project;

/** What uniform ranges and cells of one sign save, for {@code crossbar cost --claim}. */
final class ClaimReport {

    private static final int[] BITS = {4, 2};

    private ClaimReport() {}

    static Verb.Report of(Project project, Technology technology, CostOptions options) throws IOException {
        Design design = project.design();
        ClaimAccuracies accuracies = ClaimAccuracies.of(project);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", design.name()).put("technology", technology.name());
        ArrayNode cases = json.putArray("cases");
        for (int bits : BITS) {
            Claim claim = Claim.of(design.network(), design.hardware(), bits, Assumption.standard(technology, options));
            for (ClaimCase each : ClaimCase.values()) {
                cases.addObject()
                        .put("bits", bits)
                        .put("case", JsonFields.nameOf(each))
                        .put("area_mm2", claim.cost(each).areaSquareMillimetres())
                        .put("areaSaved", claim.areaSaved(each))
                        .put("energy_nJ", claim.cost(each).energyNanojoules())
                        .put("energySaved", claim.energySaved(each));
            }
        }
        String text = "## " + project.settings().name() + "\n\n"
                + ClaimTable.steps(design.network(), design.hardware(), technology, options, accuracies::text)
                + "\n"
                + ClaimTable.sensitivity(design.network(), design.hardware(), technology, options);
        return new Verb.Report(text, json);
    }
}
