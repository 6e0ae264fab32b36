package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.run.JobContext;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;

/** Runs and edits with an engine of the test's own; the test's thread stands in for the user interface's. */
@Timeout(30)
class WorkbenchRunsTest {

    private static final Design DESIGN = Projects.tinyDesign();
    private static final Evaluation RESULT = Projects.evaluation(DESIGN);
    private static final Path OTHER = Path.of("other");

    private final HandedOver handedOver = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(handedOver, problems::add);
    private final Fake engine = new Fake();
    private final Workbench workbench = new Workbench(engine, session, jobs, handedOver);

    /** Does what a test tells it. */
    private static final class Fake implements Engine {

        private final List<Design> saved = new ArrayList<>();
        private final CountDownLatch started = new CountDownLatch(1);
        private boolean refuseSaving;
        private boolean failAfterTraining;
        private final CountDownLatch lastBatch = new CountDownLatch(1);
        private boolean endless;
        /** Whether the first run takes its time to notice that it is cancelled. */
        private boolean slowToEnd;

        private boolean refuseOpening;
        private boolean interrupted;
        private int columns;

        @Override
        public List<Sample> samples() {
            return List.of();
        }

        @Override
        public OpenProject open(Path folder, JobContext context) {
            if (refuseOpening) {
                throw new IllegalArgumentException("damaged");
            }
            return Projects.open(DESIGN.withName(folder.toString()), null);
        }

        @Override
        public OpenProject create(ProjectPlan wanted, JobContext context) {
            return Projects.open(DESIGN.withName(wanted.folder().toString()), null);
        }

        @Override
        public OpenProject openData(Path folder, @Nullable Path data, @Nullable CsvOptions csv, JobContext context)
                throws IOException {
            if (refuseOpening) {
                throw new IOException("no data there");
            }
            return Projects.open(DESIGN.withName(String.valueOf(data)), null);
        }

        @Override
        public Path download(PublishedDataset dataset, Path folder, @Nullable URI mirror, JobContext context) {
            return dataset.in(folder);
        }

        @Override
        public Evaluation run(OpenProject project, Design design, RunListener listener) throws IOException {
            Epoch epoch = RESULT.mapped().trained().history().getFirst();
            listener.epoch(epoch);
            boolean first = started.getCount() > 0;
            started.countDown();
            if (slowToEnd && first) {
                try {
                    lastBatch.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                throw new CancellationException();
            }
            while (endless && !listener.cancelled()) {
                Thread.onSpinWait();
            }
            if (endless) {
                listener.epoch(epoch);
                listener.loss(0.5, 1);
                throw new CancellationException();
            }
            listener.trained(RESULT.mapped().trained());
            if (failAfterTraining) {
                throw new IOException("the test fails here");
            }
            return RESULT;
        }

        @Override
        public Evaluation evaluate(OpenProject project, TrainedNetwork trained, RunListener listener) {
            return RESULT;
        }

        @Override
        public void requireInterrupted(OpenProject project, Design design) throws IOException {
            if (!interrupted) {
                throw new IOException("of another design");
            }
        }

        @Override
        public synchronized void save(OpenProject project, Design design) throws IOException {
            if (refuseSaving) {
                throw new IOException("disk full");
            }
            saved.add(design);
            columns = project.project().settings().cost().options().columnsPerAdc();
        }

        @Override
        public List<Path> export(Evaluation evaluation, Path folder) {
            return List.of();
        }

        @Override
        public void exportOnnx(OpenProject project, TrainedNetwork trained, Path file) throws IOException {
            throw new IOException("no disk");
        }
    }

    @BeforeEach
    void open() {
        session.opened(Projects.open(DESIGN, null));
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    /** Runs what is handed over until nothing has come for much longer than news are held back. */
    private void runAllThatComes() {
        for (Runnable task = handedOver.next(Duration.ofSeconds(1));
                task != null;
                task = handedOver.next(Duration.ofMillis(500))) {
            task.run();
        }
    }

    private String openName() {
        return Objects.requireNonNull(session.projectProperty().get()).design().name();
    }

    private void edit() {
        session.designProperty().set(DESIGN.withSeed(99));
    }

    @Test
    void aTrainedNetworkIsKeptWhenItsEvaluationFails() {
        engine.failAfterTraining = true;
        workbench.train();
        handedOver.runUntil(() -> !problems.isEmpty());
        assertThat(session.trainedProperty().get()).isSameAs(RESULT.mapped().trained());
        assertThat(session.evaluationProperty().get()).isNull();
        assertThat(session.training().epochs()).hasSize(2);

        workbench.evaluate();
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        assertThat(session.evaluationProperty().get()).isSameAs(RESULT);
    }

    @Test
    void aProjectIsTrainedAsSoonAsItIsOpen() {
        workbench.openAndTrain(OTHER);
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        assertThat(openName()).isEqualTo("other");
        assertThat(session.evaluationProperty().get()).isSameAs(RESULT);
    }

    @Test
    void aTrainingThatWasInterruptedGoesOnOnceItsProjectIsOpen() {
        engine.interrupted = true;
        workbench.openAndGoOn(OTHER);
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        assertThat(openName()).isEqualTo("other");
    }

    @Test
    void noTrainingOfAnotherDesignIsBegunInPlaceOfTheInterruptedOne() {
        workbench.openAndGoOn(OTHER);
        handedOver.runUntil(() -> !problems.isEmpty());
        assertThat(openName()).isEqualTo("other");
        assertThat(problems.getFirst().message()).isEqualTo("of another design");
        assertThat(workbench.runProperty().get()).isNull();
        assertThat(session.screenProperty().get()).isEqualTo(Screen.TRAINING);
    }

    @Test
    void aProjectIsTrainedOnceTheTrainingOfTheOtherOneHasEnded() throws InterruptedException {
        engine.slowToEnd = true;
        workbench.train();
        engine.started.await();
        workbench.openAndTrain(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
        assertThat(session.training().runningProperty().get())
                .as("still ending")
                .isTrue();
        assertThat(session.evaluationProperty().get()).isNull();
        engine.lastBatch.countDown();
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        assertThat(openName()).isEqualTo("other");
        assertThat(problems).isEmpty();
    }

    @Test
    void nothingIsTrainedIfYetAnotherProjectIsOpenedMeanwhile() throws InterruptedException {
        engine.slowToEnd = true;
        workbench.train();
        engine.started.await();
        workbench.openAndTrain(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
        workbench.open(Path.of("third"));
        handedOver.runUntil(() -> openName().equals("third"));
        engine.lastBatch.countDown();
        handedOver.runUntil(() -> workbench.runProperty().get() == null);
        runAllThatComes();
        assertThat(session.training().runningProperty().get()).isFalse();
        assertThat(session.trainedProperty().get()).isNull();
    }

    @Test
    void aTrainingThatTheJobsListPausesIsPausedOnItsScreenToo() throws InterruptedException {
        engine.endless = true;
        workbench.train();
        engine.started.await();
        JobItem run = Objects.requireNonNull(workbench.runProperty().get());
        run.pause(true);
        assertThat(session.training().pausedProperty().get()).isTrue();
        workbench.pauseOrResume();
        assertThat(run.pausedProperty().get()).isFalse();
        workbench.pauseOrResume();
        assertThat(run.pausedProperty().get()).isTrue();
        workbench.cancel();
        handedOver.runUntil(() -> !run.active());
        assertThat(session.training().pausedProperty().get()).isFalse();
    }

    @Test
    void anEvaluationDoesNotWait() {
        workbench.train();
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        workbench.evaluate();
        JobItem run = Objects.requireNonNull(workbench.runProperty().get());
        workbench.pauseOrResume();
        assertThat(run.pausable()).isFalse();
        assertThat(session.training().pausedProperty().get()).isFalse();
        handedOver.runUntil(() -> !run.active());
    }

    @Test
    void withoutATrainedNetworkThereIsNothingToEvaluate() {
        workbench.evaluate();
        assertThat(jobs.items()).isEmpty();
    }

    @Test
    void lateNewsOfACancelledRunDoesNotLandInTheNextProject() {
        engine.endless = true;
        workbench.train();
        handedOver.runUntil(() -> session.training().epochs().size() == 1);
        JobItem run = Objects.requireNonNull(workbench.runProperty().get());
        workbench.open(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
        assertThat(session.training().epochs()).isEmpty();
        // Only now does the old run notice that it is cancelled, and tells an epoch and a loss before it ends.
        handedOver.runUntil(() -> !run.active());
        runAllThatComes();
        assertThat(session.training().epochs()).isEmpty();
        assertThat(session.training().batches()).isEmpty();
        assertThat(session.training().messageProperty().get()).isEmpty();
        assertThat(session.training().runningProperty().get()).isFalse();
    }

    @Test
    void aTrainingGoesOnWhereAnotherProjectOrDataCannotBeOpened() throws InterruptedException {
        engine.endless = true;
        engine.refuseOpening = true;
        workbench.train();
        engine.started.await();
        JobItem run = Objects.requireNonNull(workbench.runProperty().get());
        workbench.open(OTHER);
        workbench.openData(OTHER);
        handedOver.runUntil(() -> problems.size() == 2);
        assertThat(problems)
                .extracting(Problem::title)
                .containsExactly("The project could not be opened", "The data could not be opened");
        assertThat(run.active()).isTrue();
        assertThat(run.messageProperty().get()).isNotEqualTo("Stopping");
        assertThat(openName()).isEqualTo(DESIGN.name());
        run.cancel();
        handedOver.runUntil(() -> !run.active());
    }

    @Test
    void aFailedJobTellsItsReasonAgainAndIsRetriedAsAnotherJob() {
        engine.failAfterTraining = true;
        workbench.train();
        handedOver.runUntil(() -> !problems.isEmpty());
        JobItem failed = jobs.items().getFirst();
        jobs.explain(failed);
        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.message()).isEqualTo("the test fails here"));

        engine.failAfterTraining = false;
        handedOver.runUntil(() -> !session.training().runningProperty().get());
        failed.retry();
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        assertThat(jobs.items()).hasSize(2);
        assertThat(jobs.items().getFirst().title()).isEqualTo(failed.title());
    }

    @Test
    void withoutEditsAnotherProjectOpensUnasked() {
        workbench.askBeforeDroppingEdits(_ -> {
            throw new AssertionError("nothing to ask");
        });
        workbench.open(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
    }

    @Test
    void editsAreKeptWhereTheUserStays() {
        edit();
        workbench.askBeforeDroppingEdits(_ -> UnsavedEdits.Answer.STAY);
        workbench.open(OTHER);
        assertThat(jobs.items()).isEmpty();
        assertThat(session.designProperty().get()).isEqualTo(DESIGN.withSeed(99));
    }

    @Test
    void aDraftOfTheNetworkIsAskedForThoughTheDesignIsSaved() {
        List<UnsavedEdits.What> asked = new ArrayList<>();
        workbench.askBeforeDroppingEdits(what -> {
            asked.add(what);
            return UnsavedEdits.Answer.STAY;
        });
        session.edits().draft(DraftedNetwork.of(DESIGN));
        workbench.open(OTHER);
        edit();
        workbench.open(OTHER);
        assertThat(asked).containsExactly(UnsavedEdits.What.DRAFT, UnsavedEdits.What.DESIGN_AND_DRAFT);
        assertThat(jobs.items()).isEmpty();

        workbench.revert();
        workbench.open(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void editsAreDroppedOnlyIfTheUserSaysSo() {
        edit();
        workbench.askBeforeDroppingEdits(_ -> UnsavedEdits.Answer.DROP);
        workbench.open(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
        assertThat(engine.saved).isEmpty();
    }

    @Test
    void editsAreSavedBeforeAnotherProjectOpens() {
        edit();
        workbench.askBeforeDroppingEdits(_ -> UnsavedEdits.Answer.SAVE);
        workbench.open(OTHER);
        handedOver.runUntil(() -> openName().equals("other"));
        assertThat(engine.saved).containsExactly(DESIGN.withSeed(99));
    }

    @Test
    void editsThatCannotBeSavedStay() {
        edit();
        engine.refuseSaving = true;
        workbench.askBeforeDroppingEdits(_ -> UnsavedEdits.Answer.SAVE);
        workbench.open(OTHER);
        handedOver.runUntil(() -> !problems.isEmpty());
        assertThat(problems.getFirst().message()).isEqualTo("disk full");
        assertThat(openName()).isEqualTo(DESIGN.name());
        assertThat(session.designProperty().get()).isEqualTo(DESIGN.withSeed(99));
    }

    @Test
    void costOptionsAreSavedWithTheDesignAndATrainingStoresThoseOfItsStart() {
        workbench.train();
        setColumns(8);
        handedOver.runUntil(() -> session.evaluationProperty().get() != null);
        assertThat(Objects.requireNonNull(session.evaluationProperty().get())
                        .cost()
                        .options()
                        .columnsPerAdc())
                .isEqualTo(8);
        assertThat(session.designIsSaved()).isFalse();

        workbench.save();
        handedOver.runUntil(session::designIsSaved);
        assertThat(engine.columns).isEqualTo(8);
    }

    private void setColumns(int columns) {
        ProjectSettings settings =
                Objects.requireNonNull(session.settingsProperty().get());
        session.settingsProperty()
                .set(settings.withCost(
                        CostSettings.STANDARD.withOptions(CostOptions.STANDARD.withColumnsPerAdc(columns))));
    }

    @Test
    void whatWasSavedIsOnTheDiskWhenTheWindowCloses() {
        edit();
        workbench.save();
        jobs.close();
        assertThat(engine.saved).containsExactly(DESIGN.withSeed(99));
    }
}
