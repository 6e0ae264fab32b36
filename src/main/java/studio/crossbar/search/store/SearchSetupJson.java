package studio.crossbar.search.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.study.DatasetSummary;

/** A {@link SearchSetup} but for its space and base as one JSON text of the database. */
final class SearchSetupJson {

    private static final String[] FIELDS = {
        "algorithm", "objectives", "seed", "rungs", "best", "worst", "dataset", "checksum", "bill"
    };

    private SearchSetupJson() {}

    static String settings(SearchSetup setup) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("algorithm", setup.algorithm());
        ArrayNode objectives = json.putArray("objectives");
        setup.objectives().forEach(metric -> objectives.add(metric.label()));
        json.put("seed", setup.seed());
        json.set("rungs", JsonRecords.tree(setup.rungs()));
        ArrayNode best = json.putArray("best");
        setup.box().best().forEach(best::add);
        ArrayNode worst = json.putArray("worst");
        setup.box().worst().forEach(worst::add);
        json.set("dataset", JsonRecords.tree(setup.dataset()));
        json.put("checksum", setup.checksum());
        ArrayNode bill = json.putArray("bill");
        setup.bill().forEach(bill::add);
        return JsonText.write(json);
    }

    /** @param file that refusals name */
    static SearchSetup read(String file, String space, String base, String settings) throws JsonFormatException {
        JsonFields json = JsonText.parse(file + ", settings", settings, FIELDS);
        List<Metric> objectives = new ArrayList<>();
        for (String label : json.texts("objectives")) {
            objectives.add(json.build(() -> Metric.labelled(label)));
        }
        String algorithm = json.text("algorithm");
        long seed = json.longInteger("seed");
        RungPlan rungs = JsonRecords.read(json, "rungs", RungPlan.class);
        List<Double> best = json.numbers("best");
        List<Double> worst = json.numbers("worst");
        DatasetSummary dataset = JsonRecords.read(json, "dataset", DatasetSummary.class);
        String checksum = json.text("checksum");
        List<Double> bill = json.numbers("bill");
        SearchSpace spaceRead = SearchSpaceJson.parse(file + ", space", space);
        Design baseRead = DesignJson.parse(file + ", base", base);
        return json.build(() -> new SearchSetup(
                spaceRead,
                baseRead,
                algorithm,
                objectives,
                seed,
                rungs,
                new ObjectiveBox(objectives, best, worst),
                dataset,
                checksum,
                bill));
    }
}
