package studio.crossbar.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Technology;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.Trial;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Draft;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.study.Project;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.StoredSearch;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

@Timeout(60)
class UnfinishedViewModelTest {

    @TempDir
    Path folder;

    private final HandedOver handedOver = new HandedOver();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(handedOver, problem -> {});

    @AfterEach
    void close() {
        jobs.close();
    }

    private UnfinishedViewModel model(Path... recent) {
        List<String> folders = List.of(recent).stream().map(Path::toString).toList();
        return new UnfinishedViewModel(
                new Workbench(new CoreEngine(folder), session, jobs, handedOver),
                new RecentProjects(folders, handedOver),
                drafts(),
                handedOver);
    }

    private DraftFiles drafts() {
        return new DraftFiles(folder.resolve("unsaved"));
    }

    private Project project(String name) throws IOException {
        return Projects.create(folder.resolve(name), Projects.tinyDesign());
    }

    private void keepEdits(Project project) throws IOException {
        drafts().write(new Draft(
                project.folder(),
                Instant.now(),
                project.settings(),
                project.design().withSeed(99),
                null));
    }

    private static void keepTraining(Project project) throws IOException {
        Files.writeString(Files.createDirectories(project.results()).resolve("training.checkpoint"), "state");
    }

    private Project searched(String name) throws IOException {
        Project project = StoredSearch.begun(folder.resolve(name));
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.startSession(Provenance.here(1, "data", "abc"));
            Proposal proposal = new Proposal(SmallSearch.SPACE.random(new Random(1)), List.of(), "random");
            store.add(Trial.queued(1, proposal, 1, Map.of()), project.design());
        }
        return project;
    }

    private List<String> found(UnfinishedViewModel model) {
        handedOver.runNext();
        return model.items().stream()
                .map(item -> item.kind() + " " + item.name())
                .sorted()
                .toList();
    }

    @Test
    void whatAKilledProcessLeftIsListed() throws IOException {
        keepTraining(project("trained"));
        keepEdits(project("edited"));
        Project both = project("both");
        keepEdits(both);
        keepTraining(both);
        searched("searched");
        project("idle");

        UnfinishedViewModel model = model(
                folder.resolve("trained"),
                folder.resolve("searched"),
                folder.resolve("idle"),
                folder.resolve("both"),
                folder.resolve("nowhere"));

        assertThat(found(model))
                .as("edits also of projects that are not among the recent ones")
                .containsExactly("EDITS edited", "EDITS_AND_TRAINING both", "SEARCH searched", "TRAINING trained");
    }

    @Test
    void theOpenProjectIsNotListedAndTheListIsNewWhenThePageComesIntoSight() throws IOException {
        Project first = project("first");
        keepTraining(first);
        UnfinishedViewModel model = model(first.folder());
        assertThat(found(model)).hasSize(1);

        session.opened(new OpenProject(first, Projects.parts(), Technology.standard(), null, null, null));
        session.screenProperty().set(Screen.WELCOME);
        assertThat(found(model)).isEmpty();
    }

    @Test
    void aSearchIsGoneOnWithOnItsScreen() throws IOException {
        Project searched = searched("searched");
        UnfinishedViewModel model = model(searched.folder());
        assertThat(found(model)).hasSize(1);
        model.goOn(model.items().getFirst());
        handedOver.runUntil(() -> session.projectProperty().get() != null);
        assertThat(Objects.requireNonNull(session.projectProperty().get()).folder())
                .isEqualTo(searched.folder());
        assertThat(session.screenProperty().get()).isEqualTo(Screen.SEARCH);
    }

    @Test
    void aTrainingIsGoneOnWithOrRefused() throws IOException {
        Project trained = project("trained");
        keepTraining(trained);
        UnfinishedViewModel model = model(trained.folder());
        assertThat(found(model)).hasSize(1);
        model.goOn(model.items().getFirst());
        handedOver.runUntil(() -> session.projectProperty().get() != null);
        assertThat(session.screenProperty().get()).isEqualTo(Screen.TRAINING);
        assertThat(jobs.items().getFirst().title()).startsWith("Look for the training of");
    }
}
