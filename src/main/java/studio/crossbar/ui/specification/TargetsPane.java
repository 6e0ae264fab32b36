package studio.crossbar.ui.specification;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.Target;
import studio.crossbar.specification.Tolerance;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** One field a metric, and that of a good chip. */
final class TargetsPane extends FlowPane {

    private final Map<Metric, SpecificationField> limits = new EnumMap<>(Metric.class);
    private final SpecificationField goodChip;
    private final SpecificationField costTolerance;
    private final SpecificationField accuracyTolerance;

    TargetsPane(SpecificationViewModel model) {
        super(8, 6);
        for (Metric metric : Metric.values()) {
            String name = metric.label() + " " + metric.sense().symbol();
            SpecificationField field = new SpecificationField(
                    "spec-" + metric.name().toLowerCase(java.util.Locale.ROOT),
                    name,
                    Texts.get("specification.target.prompt"),
                    help(metric),
                    text -> model.type(metric.name(), text));
            limits.put(metric, field);
            getChildren().add(field);
        }
        goodChip = new SpecificationField(
                "spec-good-chip",
                Texts.get("specification.goodChip.name"),
                Texts.get("specification.goodChip.prompt"),
                Texts.get("specification.goodChip.help"),
                text -> model.type("goodChip", text));
        getChildren().add(2, goodChip);
        costTolerance = new SpecificationField(
                "spec-cost-tolerance",
                Texts.get("specification.tolerance.costs.name"),
                percent(Tolerance.STANDARD.relative()),
                Texts.format("specification.tolerance.costs.help", percent(Tolerance.STANDARD.relative())),
                text -> model.type("costTolerance", text));
        accuracyTolerance = new SpecificationField(
                "spec-accuracy-tolerance",
                Texts.get("specification.tolerance.shares.name"),
                points(Tolerance.STANDARD.points()),
                Texts.format("specification.tolerance.shares.help", points(Tolerance.STANDARD.points())),
                text -> model.type("accuracyTolerance", text));
        getChildren().addAll(costTolerance, accuracyTolerance);
        model.sheetProperty().subscribe(this::show);
    }

    private static String percent(double share) {
        return Unit.PERCENT.format(share, 4);
    }

    private static String points(double share) {
        return Texts.format("specification.tolerance.points", Unit.PERCENT.number(share, 4));
    }

    private static String help(Metric metric) {
        String near = metric.ofChips()
                ? Texts.get("specification.target.near.points")
                : Texts.get("specification.target.near.percent");
        String what = switch (metric) {
            case ACCURACY -> Texts.get("specification.target.accuracy.help");
            case YIELD -> Texts.get("specification.target.yield.help");
            case AREA -> Texts.get("specification.target.area.help");
            case ENERGY -> Texts.get("specification.target.energy.help");
            case LATENCY -> Texts.get("specification.target.latency.help");
        };
        return Texts.format("specification.target.help", what, near);
    }

    private void show(@Nullable SpecificationSheet sheet) {
        Specifications now = sheet == null ? Specifications.NONE : sheet.specifications();
        limits.forEach((metric, field) -> field.show(
                now.target(metric).map(Target::limit).map(metric::limitText).orElse("")));
        Double good = now.goodChip();
        costTolerance.show(percent(now.tolerance().relative()));
        accuracyTolerance.show(points(now.tolerance().points()));
        goodChip.show(good == null ? "" : Metric.ACCURACY.limitText(good));
        setDisable(sheet == null);
    }
}
