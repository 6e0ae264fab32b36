package studio.crossbar.search.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.search.CpuTime;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

class FrontsTest {

    private static final List<Metric> TWO = List.of(Metric.ERROR, Metric.AREA);
    private static final List<Metric> FOUR = List.of(Metric.ERROR, Metric.AREA, Metric.ENERGY, Metric.LATENCY);

    private static Trial trial(long id, double error, double area) {
        return trial(id, error, Map.of(Metric.AREA, area));
    }

    private static Trial trial(long id, double error, Map<Metric, Double> costs) {
        return Trial.queued(id, new Proposal(new Genome(List.of(0)), List.of(), "test"), 1, costs)
                .with(new Measurement(0, 1, 1, error, 0, 1))
                .with(State.FINISHED, "");
    }

    private static double[][] random(int count, int objectives, long seed) {
        Random random = new Random(seed);
        double[][] points = new double[count][objectives];
        for (double[] point : points) {
            // Coarse, so that ties and equal points occur.
            Arrays.setAll(point, _ -> random.nextInt(20) / 20.0);
        }
        return points;
    }

    private static List<Trial> trials(int count) {
        Random random = new Random(7);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Smaller designs err more, as real ones do.
            double area = Math.exp(random.nextGaussian());
            double error = 1 / (1 + Math.exp(1 + Math.log(area) + 0.3 * random.nextGaussian()));
            trials.add(trial(
                    i + 1,
                    error,
                    Map.of(
                            Metric.AREA,
                            area,
                            Metric.ENERGY,
                            area * Math.exp(0.5 * random.nextGaussian()),
                            Metric.LATENCY,
                            Math.exp(random.nextGaussian()) / area)));
        }
        return trials;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void ranksAreThoseOfPeelingFrontAfterFront(int objectives) {
        double[][] points = random(300, objectives, objectives);
        int[] expected = new int[points.length];
        Arrays.fill(expected, -1);
        for (int rank = 0; Arrays.stream(expected).anyMatch(r -> r < 0); rank++) {
            List<Integer> front = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                boolean free = expected[i] < 0;
                for (int j = 0; j < points.length && free; j++) {
                    free = expected[j] >= 0 || !Dominance.dominates(points[j], points[i]);
                }
                if (free) {
                    front.add(i);
                }
            }
            for (int i : front) {
                expected[i] = rank;
            }
        }
        assertThat(Dominance.ranks(points)).isEqualTo(expected);
        assertThat(Dominance.front(points)).allMatch(i -> expected[i] == 0);
    }

    @Test
    void volumesOfKnownShapes() {
        double[] square = {1, 1};
        assertThat(Hypervolume.of(new double[][] {}, square)).isZero();
        assertThat(Hypervolume.of(new double[][] {{0.25, 0.5}}, square)).isEqualTo(0.375);
        assertThat(Hypervolume.of(new double[][] {{0, 0.5}, {0.5, 0}, {0.6, 0.6}, {2, -1}}, square))
                .isEqualTo(0.75);
        // The three points with one coordinate ½, the others 0, leave out a corner of side ½.
        assertThat(Hypervolume.of(new double[][] {{0.5, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5}}, new double[] {1, 1, 1}))
                .isCloseTo(1 - 0.125, within(1e-12));
        assertThat(Hypervolume.of(
                        new double[][] {{0.5, 0, 0, 0}, {0, 0.5, 0, 0}, {0, 0, 0.5, 0}, {0, 0, 0, 0.5}},
                        new double[] {1, 1, 1, 1}))
                .isCloseTo(1 - 0.0625, within(1e-12));
        // A staircase of n steps under x + y = 1 has the area ½ + 1 / (2n).
        int n = 100;
        double[][] stairs = new double[n][];
        Arrays.setAll(stairs, i -> new double[] {(double) i / n, 1 - (i + 1.0) / n});
        assertThat(Hypervolume.of(stairs, square)).isCloseTo(0.5 + 0.5 / n, within(1e-12));
        assertThatThrownBy(() -> Hypervolume.of(new double[][] {}, new double[5]))
                .hasMessageContaining("1 … 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void volumesAreThoseOfCountedGridCells(int objectives) {
        double[][] points = random(12, objectives, 10 + objectives);
        int side = 20;
        int cells = (int) Math.round(Math.pow(side, objectives));
        int covered = 0;
        for (int cell = 0; cell < cells; cell++) {
            int code = cell;
            double[] corner = new double[objectives];
            for (int d = 0; d < objectives; d++) {
                corner[d] = (code % side + 0.5) / side;
                code /= side;
            }
            covered += Arrays.stream(points).anyMatch(point -> Dominance.dominates(point, corner)) ? 1 : 0;
        }
        double[] reference = new double[objectives];
        Arrays.fill(reference, 1);
        double volume = Hypervolume.of(points, reference);
        assertThat(volume).isCloseTo((double) covered / cells, within(1e-9));
        double[] point = new double[objectives];
        Arrays.fill(point, 0.3);
        double[][] more = Arrays.copyOf(points, points.length + 1);
        more[points.length] = point;
        assertThat(Hypervolume.improvement(point, points, reference))
                .isCloseTo(Hypervolume.of(more, reference) - volume, within(1e-9));
    }

    @Test
    void aFrontHoldsFinishedTrialsThatNoneBeats() {
        Trial lucky = trial(4, 0.01, 0.5).with(State.STOPPED, "");
        List<Trial> trials = List.of(
                trial(1, 0.2, 1), trial(2, 0.1, 2), trial(3, 0.3, 1), lucky, trial(5, 0.1, 2), trial(6, 0.4, 0.1));
        assertThat(ParetoFront.of(trials, TWO).trials().stream().map(Trial::id)).containsExactly(2L, 1L, 6L);
        assertThat(ParetoFront.ofAny(trials, TWO).trials().stream().map(Trial::id))
                .containsExactly(4L, 6L);
        assertThatThrownBy(() -> ParetoFront.of(trials, List.of(Metric.AREA, Metric.AREA)))
                .hasMessageContaining("area, area are not 1 … 4 different metrics");
    }

    @Test
    void volumeGrowsToThatOfTheFront() {
        List<Trial> trials = trials(400);
        ObjectiveBox box = ObjectiveBox.of(trials, FOUR);
        List<VolumeCurve.Point> curve = VolumeCurve.of(trials, box, _ -> 1);
        assertThat(curve).isSortedAccordingTo(Comparator.comparingDouble(VolumeCurve.Point::volume));
        assertThat(curve.get(399).volume())
                .isCloseTo(ParetoFront.of(trials, FOUR).volume(box), within(1e-9));
        assertThat(curve.get(9).volume()).isCloseTo(box.volume(trials.subList(0, 10)), within(1e-9));
    }

    /** The first trial is finished last, since it waited for its promotion; an epoch at its rung 0 is half a pass. */
    @Test
    void volumeGrowsWhenTrialsFinishNotWhenTheyAreProposed() {
        Trial promoted = Trial.queued(
                        1, new Proposal(new Genome(List.of(0)), List.of(), "test"), 1, Map.of(Metric.AREA, 1.0))
                .with(new Measurement(0, 2, 1, 0.5, 0, 1, Instant.ofEpochSecond(10)))
                .with(new Measurement(1, 6, 1, 0.1, 0, 1, Instant.ofEpochSecond(40)))
                .with(State.FINISHED, "");
        Trial waiting = Trial.queued(
                        2, new Proposal(new Genome(List.of(1)), List.of(), "test"), 1, Map.of(Metric.AREA, 1.0))
                .with(new Measurement(0, 2, 1, 0.05, 0, 1, Instant.ofEpochSecond(20)));
        Trial quick = Trial.queued(
                        3, new Proposal(new Genome(List.of(2)), List.of(), "test"), 1, Map.of(Metric.AREA, 2.0))
                .with(new Measurement(0, 2, 1, 0.5, 0, 1, Instant.ofEpochSecond(25)))
                .with(new Measurement(1, 6, 1, 0.3, 0, 1, Instant.ofEpochSecond(30)))
                .with(State.FINISHED, "");
        List<Trial> trials = List.of(promoted, waiting, quick);
        ObjectiveBox box = new ObjectiveBox(TWO, List.of(0.0, 1.0), List.of(1.0, 4.0));
        List<VolumeCurve.Point> curve = VolumeCurve.of(trials, box, rung -> rung == 0 ? 0.5 : 1);
        assertThat(curve).extracting(VolumeCurve.Point::trial).containsExactly(1L, 2L, 3L, 3L, 1L);
        assertThat(curve).extracting(VolumeCurve.Point::epochs).containsExactly(1.0, 2.0, 3.0, 7.0, 11.0);
        assertThat(curve.get(2).volume()).as("nothing is finished").isZero();
        assertThat(curve.get(3).volume()).isCloseTo(box.volume(List.of(quick)), within(1e-12));
        assertThat(curve.get(4).volume()).isCloseTo(box.volume(List.of(promoted)), within(1e-12));
    }

    @Test
    void theKneeIsWhereTheFrontBendsMost() {
        // Areas count by their ratio: 1, 10, 100 are evenly spaced.
        List<Trial> trials = List.of(trial(1, 0.5, 1), trial(2, 0.12, 10), trial(3, 0.1, 100), trial(4, 0.4, 2));
        assertThat(KneePoint.of(ParetoFront.of(trials, TWO)).orElseThrow().id()).isEqualTo(2);
        assertThat(KneePoint.of(ParetoFront.of(List.of(), TWO))).isEmpty();
    }

    @Test
    void everyTrialIsAtMostEpsilonBetterThanOneThatIsKept() {
        List<Trial> trials = trials(2000);
        ObjectiveBox box = ObjectiveBox.of(trials, FOUR);
        double epsilon = 0.1;
        List<Trial> kept = EpsilonArchive.of(trials, box, epsilon);
        assertThat(kept).hasSizeLessThan(ParetoFront.of(trials, FOUR).trials().size());
        double[][] keepers = box.normalised(kept);
        for (double[] point : box.normalised(trials)) {
            assertThat(Arrays.stream(keepers).anyMatch(keeper -> {
                        for (int d = 0; d < point.length; d++) {
                            if (keeper[d] > point[d] + epsilon) {
                                return false;
                            }
                        }
                        return true;
                    }))
                    .isTrue();
        }
    }

    @Test
    void tenThousandTrialsTakeLittleTime() {
        List<Trial> trials = trials(10_000);
        ObjectiveBox box = ObjectiveBox.of(trials, FOUR);
        double[][] points = box.normalised(trials);
        double before = CpuTime.seconds();
        assertThat(Dominance.ranks(points)).hasSize(10_000);
        ParetoFront front = ParetoFront.of(trials, FOUR);
        assertThat(front.volume(box)).isBetween(0.0, 1.0);
        assertThat(KneePoint.of(front)).isPresent();
        assertThat(EpsilonArchive.of(trials, box, 0.02)).isNotEmpty();
        assertThat(CpuTime.seconds() - before).isLessThan(1.5);
    }
}
