package studio.crossbar.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.SubMatrix;

/**
 * The trainings of a polarity search: float pre-training, done once, and from its result the search, once a price.
 * {@link Trainer#fineTune} goes on from what a search found.
 */
public final class PolarityTraining {

    private PolarityTraining() {}

    /**
     * Float pre-training of {@code design} with weights of both signs.
     *
     * @param epochs of all phases of one search, for progress
     * @param raw windows as read, not standardised
     * @param resumed latest state that was kept of this very training, or null to begin
     * @param store is given the state after every epoch
     */
    public static FloatStart pretrain(
            Design design,
            Parts raw,
            int epochs,
            TrainingListener listener,
            @Nullable TrainingState resumed,
            TrainingState.Store store) {
        Course course = new Course(design, raw, epochs, listener, store);
        course.resume(resumed);
        Model model = Model.of(design);
        try (Workers workers = Workers.ofProcessors()) {
            if (resumed == null) {
                model.initialise(design.seed(), true);
            }
            course.floatPhase(model, course.runner(model, workers), resumed);
        }
        return FloatStart.of(model, course.journal);
    }

    /**
     * Learns the encodings of all sub-matrices together with the float weights.
     *
     * @param design with cells of both signs on the sub-matrices of {@code problem}
     * @param begin what {@link #pretrain} gave
     * @param epochs of all phases, for progress
     * @param resumed latest state that was kept of this very search, or null to begin
     * @param store is given the state after every epoch
     */
    public static PolarityOutcome search(
            Design design,
            Parts raw,
            FloatStart begin,
            PolarityProblem problem,
            int epochs,
            TrainingListener listener,
            @Nullable TrainingState resumed,
            TrainingState.Store store) {
        Course course = new Course(design, raw, epochs, listener, store);
        Model model = Model.of(design);
        if (resumed == null) {
            begin.begin(course, model);
        } else {
            course.resume(resumed);
        }
        List<SubMatrix> parts =
                SubMatrix.of(design.network(), design.hardware(), problem.granularity(), problem.channelGroups());
        PolarityLearning learning = new PolarityLearning(model, problem, parts, design.seed());
        try (Workers workers = Workers.ofProcessors()) {
            course.phase(
                    Epoch.Phase.SEARCH,
                    problem.epochs(),
                    design.recipe().hardwareLearningRate(),
                    model,
                    course.runner(model, workers),
                    resumed,
                    learning);
        }
        return new PolarityOutcome(learning.probabilities(), FloatStart.of(model, course.journal));
    }
}
