package studio.crossbar.ui.specification;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.Target;

/** One field a metric, and that of a good chip. */
final class TargetsPane extends FlowPane {

    private final Map<Metric, SpecificationField> limits = new EnumMap<>(Metric.class);
    private final SpecificationField goodChip;

    TargetsPane(SpecificationViewModel model) {
        super(8, 6);
        for (Metric metric : Metric.values()) {
            String name = metric.label() + " " + metric.sense().symbol();
            SpecificationField field = new SpecificationField(
                    "spec-" + metric.name().toLowerCase(java.util.Locale.ROOT),
                    name,
                    "no target",
                    help(metric),
                    text -> model.type(metric.name(), text));
            limits.put(metric, field);
            getChildren().add(field);
        }
        goodChip = new SpecificationField(
                "spec-good-chip",
                "Good chip ≥",
                "as accuracy",
                "Least accuracy of a good chip, of which the yield is the share, 0 … 100 %."
                        + " Blank takes the target of the accuracy.",
                text -> model.type("goodChip", text));
        getChildren().add(2, goodChip);
        model.sheetProperty().subscribe(this::show);
    }

    private static String help(Metric metric) {
        String near = metric.ofChips()
                ? " Missed by up to one percentage point it is NEAR."
                : " Missed by up to 5 % of the limit it is NEAR.";
        String what = switch (metric) {
            case ACCURACY -> "Least mean accuracy over chips on the test samples, 0 … 100 %: 93 % or 0.93.";
            case YIELD -> "Least share of good chips, 0 … 100 %.";
            case AREA -> "Most area of all components: mm², µm² or cm².";
            case ENERGY -> "Most energy of one inference: pJ, nJ, µJ or mJ.";
            case LATENCY -> "Most time of one inference: ns, µs, ms or s.";
        };
        return what + near + " Blank is no target.";
    }

    private void show(@Nullable SpecificationSheet sheet) {
        Specifications now = sheet == null ? Specifications.NONE : sheet.specifications();
        limits.forEach((metric, field) -> field.show(
                now.target(metric).map(Target::limit).map(metric::limitText).orElse("")));
        Double good = now.goodChip();
        goodChip.show(good == null ? "" : Metric.ACCURACY.limitText(good));
        setDisable(sheet == null);
    }
}
