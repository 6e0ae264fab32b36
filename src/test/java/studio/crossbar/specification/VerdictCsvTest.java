package studio.crossbar.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.crossbar.simulation.Interval;

class VerdictCsvTest {

    private static VerdictTable table(String design) {
        Condition search = Condition.ofSearch(new MeanAccuracy(0.75, new Interval(0.5, 1)), "2 chips");
        Condition open = new Condition("aged, \"hot\"", Condition.State.LEFT_OUT, null, "cells do not age");
        return VerdictTable.of(
                design,
                Specifications.NONE.withLimit(Metric.ACCURACY, 0.5).withLimit(Metric.AREA, 2.0),
                Map.of(Metric.AREA, 1.0)::get,
                List.of(search, open));
    }

    @Test
    void everyTargetHasALineACornerAndCostsHaveOne() {
        assertThat(VerdictCsv.of(table("tiny")).lines())
                .containsExactly(
                        "target,sense,limit,unit,corner,state,verdict,value,margin,low,high",
                        "accuracy,atLeast,0.5,share,\"search\",current,pass,0.75,0.25,0.5,1.0",
                        "accuracy,atLeast,0.5,share,\"aged, \"\"hot\"\"\",leftOut,leftOut,,,,",
                        "area,atMost,2.0,mm²,\"all\",current,pass,1.0,0.5,,");
    }

    @Test
    void severalDesignsAreCalledByTheirNames() {
        assertThat(VerdictCsv.of(List.of(table("one"), table("two"))).lines())
                .hasSize(7)
                .startsWith("design,target,sense,limit,unit,corner,state,verdict,value,margin,low,high")
                .anySatisfy(line -> assertThat(line).startsWith("\"one\",accuracy,"))
                .anySatisfy(line -> assertThat(line).startsWith("\"two\",area,"));
    }
}
