package studio.crossbar.ui.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.RunEpoch;
import studio.crossbar.study.RunRecord;
import studio.crossbar.training.Epoch;

/** Runs for tests. */
final class StoredRuns {

    private StoredRuns() {}

    /** A run whose loss falls with the epochs and jumps once, the more the greater {@code number}. */
    static RunRecord run(Design design, int number, int epochs) {
        List<RunEpoch> course = new ArrayList<>();
        for (int i = 1; i <= epochs; i++) {
            double loss = i == epochs / 2 ? number : 1.0 / i;
            course.add(new RunEpoch(
                    i <= epochs / 2 ? Epoch.Phase.FLOAT : Epoch.Phase.HARDWARE,
                    loss,
                    1 - 0.5 / i,
                    number % 2 == 0 ? Double.NaN : 1 - 0.6 / i));
        }
        return new RunRecord(
                String.format("%016x", number),
                Instant.parse("2026-01-31T12:00:00Z").plusSeconds(60L * number),
                design,
                new DatasetSummary("Small", true, 4, 2),
                0.9,
                course,
                number % 3 == 0 ? null : new AccuracyUnderNoise(List.of(0.8, 0.8 + number / 100.0)));
    }
}
