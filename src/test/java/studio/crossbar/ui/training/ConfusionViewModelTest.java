package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Confusion;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class ConfusionViewModelTest {

    /** Two chips, 4 windows of the first class and 2 of the second. */
    private static final Confusion COUNTS = new Confusion(2, List.of(7, 1, 1, 3));

    private final Session session = new Session();
    private final ConfusionViewModel model = new ConfusionViewModel(session);
    private final Design design = Projects.tinyDesign();

    private static Evaluation with(Evaluation evaluation, @Nullable Confusion counts) {
        return new Evaluation(
                evaluation.mapped(),
                evaluation.accuracy(),
                counts,
                evaluation.wired(),
                evaluation.activity(),
                evaluation.cost(),
                evaluation.dataset());
    }

    private ConfusionMatrix matrix() {
        return Objects.requireNonNull(model.matrixProperty().get());
    }

    @Test
    void cellsSayMeansOfTheChipsAndTheMarginsPrecisionAndRecall() {
        session.opened(Projects.open(design, with(Projects.evaluation(design), COUNTS)));
        assertThat(matrix().classes()).containsExactly("WALKING", "SITTING");
        assertThat(matrix().text(0, 0, ConfusionMatrix.Unit.SHARE)).isEqualTo("87.5");
        assertThat(matrix().text(0, 0, ConfusionMatrix.Unit.WINDOWS)).isEqualTo("3.5");
        assertThat(matrix().explain(0, 1))
                .isEqualTo("WALKING taken for SITTING: 0.500 of 4 windows (12.5 %)."
                        + " Recall of WALKING 87.5 %, precision of SITTING 75.0 %.");
        assertThat(matrix().worst(2))
                .isEqualTo("Most often taken: SITTING for WALKING 25.0 %, WALKING for SITTING 12.5 %.");
        assertThat(matrix().caption()).isEqualTo("Mean over 2 chips, 6 test windows, accuracy 83.3 %");
    }

    @Test
    void dataHaveARowACell() {
        ConfusionMatrix matrix = new ConfusionMatrix(COUNTS, List.of("a", "b"), true);
        assertThat(matrix.table().header())
                .containsExactly("true_class", "chosen_class", "windows", "share_of_true_class");
        assertThat(matrix.table().rows()).hasSize(4).contains(List.of("a", "b", 0.5, 0.125));
    }

    @Test
    void anErrorThatNeverHappensLeavesItsCellEmpty() {
        ConfusionMatrix exact = new ConfusionMatrix(new Confusion(1, List.of(5, 0, 0, 0)), List.of("a", "b"), false);
        assertThat(exact.text(0, 0, ConfusionMatrix.Unit.SHARE)).isEqualTo("100");
        assertThat(exact.text(0, 1, ConfusionMatrix.Unit.SHARE)).isEmpty();
        assertThat(exact.text(1, 0, ConfusionMatrix.Unit.SHARE))
                .as("no window of b")
                .isEmpty();
        assertThat(exact.worst(3)).isEqualTo("No window was taken for another class.");
        assertThat(exact.explain(0, 1)).contains("precision of b –");
    }

    @Test
    void whatIsMissingIsExplainedWithTheNextStep() {
        assertThat(model.reason()).startsWith("Train the design");
        assertThat(model.evaluationHelps()).isFalse();
        session.opened(Projects.open(design, Projects.evaluation(design)));
        assertThat(model.matrixProperty().get()).isNull();
        assertThat(model.reason()).contains("Evaluate the network again");
        assertThat(model.evaluationHelps()).isTrue();
        model.sourceProperty().set(ConfusionViewModel.Source.FLOAT);
        assertThat(model.reason()).contains("Train again");
        assertThat(model.evaluationHelps()).isFalse();
        model.sourceProperty().set(ConfusionViewModel.Source.CHIPS);
        session.result(with(Projects.evaluation(design), COUNTS));
        assertThat(model.reason()).isEmpty();
    }

    /** Names turned where columns are narrow; cells under the pointer. */
    @Test
    void theLayoutFindsItsCellsAndKeepsNamesWithinAThird() {
        ConfusionLayout wide = ConfusionLayout.of(800, 400, 6, 100, 70, 2, 60);
        assertThat(wide.lines()).isEqualTo(1);
        assertThat(wide.left()).isEqualTo(100);
        assertThat(wide.x(6)).isLessThanOrEqualTo(740);
        ConfusionLayout narrow = ConfusionLayout.of(800, 400, 10, 300, 150, 2, 60);
        assertThat(narrow.lines()).isZero();
        assertThat(ConfusionLayout.of(800, 400, 6, 140, 70, 2, 60).lines())
                .as("one word a line")
                .isEqualTo(2);
        assertThat(narrow.left()).isEqualTo(240);
        assertThat(narrow.y(10) + ConfusionLayout.FOOT).isLessThanOrEqualTo(400);
        for (int i = 0; i < 10; i++) {
            assertThat(narrow.columnAt(narrow.x(i) + 1)).isEqualTo(i);
            assertThat(narrow.rowAt(narrow.y(i) + narrow.cellHeight() - 1)).isEqualTo(i);
        }
        assertThat(narrow.columnAt(narrow.left() - 1)).isEqualTo(-1);
        assertThat(narrow.rowAt(399)).isEqualTo(-1);
    }
}
