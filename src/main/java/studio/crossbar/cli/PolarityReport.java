package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.TechnologyIdentity;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.search.polarity.PolarityPoint;
import studio.crossbar.search.polarity.PolaritySettings;
import studio.crossbar.study.DatasetSummary;

/**
 * The front that {@code crossbar polarity} found.
 *
 * @param points one a weight of the price
 * @param differential bill of the design whose sub-matrices are all differential, before training
 * @param dataset windows that were learned from and, as its test, those that chose
 */
record PolarityReport(
        List<PolarityPoint> points,
        Cost differential,
        DatasetSummary dataset,
        PolaritySettings settings,
        TechnologyIdentity technology) {

    private static final List<Encoding> SHOWN = List.of(Encoding.POSITIVE, Encoding.NEGATIVE, Encoding.DIFFERENTIAL);

    /** A weight without needless digits. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    String text() {
        TextTable table = new TextTable()
                .header(
                        "lambda",
                        "positive",
                        "negative",
                        "differential",
                        "of weights",
                        "accuracy",
                        "±",
                        "worst",
                        "area mm²",
                        "of all diff.",
                        "energy nJ");
        for (PolarityPoint point : points) {
            table.row(
                    number(point.lambda()),
                    Texts.percent(point.share(Encoding.POSITIVE)),
                    Texts.percent(point.share(Encoding.NEGATIVE)),
                    Texts.percent(point.share(Encoding.DIFFERENTIAL)),
                    Texts.percent(point.weightShare(Encoding.DIFFERENTIAL)),
                    Texts.percent(point.accuracy().mean()),
                    Texts.percent(point.accuracy().standardDeviation()),
                    Texts.percent(point.accuracy().worst()),
                    Texts.significant(point.cost().areaSquareMillimetres()),
                    Texts.percent(area(point)),
                    Texts.significant(point.cost().energyNanojoules()));
        }
        PolarityPoint first = points.getFirst();
        return table.text()
                + String.format(
                        Locale.ROOT,
                        "Accuracy on %d validation windows over %d programmed chips, float network %s; %d sub-matrices; %s.%n",
                        dataset.test(),
                        first.accuracy().draws().size(),
                        Texts.percent(first.trained().floatAccuracy()),
                        first.parts().size(),
                        technology.label());
    }

    private double area(PolarityPoint point) {
        return point.cost().areaSquareMillimetres() / differential.areaSquareMillimetres();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("settings", JsonRecords.tree(settings));
        json.set("dataset", JsonRecords.tree(dataset));
        technology.put(json);
        json.put("subMatrices", points.getFirst().parts().size())
                .put("floatAccuracy", points.getFirst().trained().floatAccuracy())
                .put("differential_area_mm2", differential.areaSquareMillimetres())
                .put("differential_energy_nJ", differential.energyNanojoules());
        ArrayNode designs = json.putArray("designs");
        for (PolarityPoint point : points) {
            ObjectNode one = designs.addObject();
            one.put("lambda", point.lambda());
            for (Encoding encoding : SHOWN) {
                one.put(JsonFields.nameOf(encoding), point.share(encoding));
            }
            one.put("differentialWeights", point.weightShare(Encoding.DIFFERENTIAL))
                    .put("accuracy", point.accuracy().mean())
                    .put("std", point.accuracy().standardDeviation())
                    .put("min", point.accuracy().worst())
                    .put("area_mm2", point.cost().areaSquareMillimetres())
                    .put("relativeArea", area(point))
                    .put("relativePrice", point.relativePrice())
                    .put("energy_nJ", point.cost().energyNanojoules())
                    .put("latency_us", point.cost().latencyMicroseconds());
            if (point.trained().design().hardware().polarity() instanceof PolarityMap map) {
                ArrayNode layers = one.putArray("map");
                map.layers().forEach(layer -> layers.add(String.join("/", layer.text())));
            }
        }
        return json;
    }

    String csv() {
        StringBuilder csv = new StringBuilder("lambda,positive,negative,differential,differential_weights,accuracy,std,"
                + "min,area_mm2,relative_area,relative_price,energy_nJ,latency_us\n");
        for (PolarityPoint point : points) {
            csv.append(number(point.lambda()));
            for (Encoding encoding : SHOWN) {
                csv.append(',').append(point.share(encoding));
            }
            for (double value : new double[] {
                point.weightShare(Encoding.DIFFERENTIAL),
                point.accuracy().mean(),
                point.accuracy().standardDeviation(),
                point.accuracy().worst(),
                point.cost().areaSquareMillimetres(),
                area(point),
                point.relativePrice(),
                point.cost().energyNanojoules(),
                point.cost().latencyMicroseconds()
            }) {
                csv.append(',').append(value);
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
