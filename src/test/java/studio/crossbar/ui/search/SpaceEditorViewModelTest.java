package studio.crossbar.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.run.JobContext;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.run.ProjectSpace;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.study.Project;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.StoredSearch;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** The test's thread stands in for the user interface's: it runs what the background hands over. */
@Timeout(300)
class SpaceEditorViewModelTest {

    private static final JobContext NO_ONE = new JobContext() {
        @Override
        public void progress(double done, String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private final HandedOver handedOver = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(handedOver, problems::add);
    private final CoreEngine engine = new CoreEngine(Path.of("none"));
    private final Workbench workbench = new Workbench(engine, session, jobs, handedOver);
    private final SearchViewModel search = new SearchViewModel(workbench, handedOver);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        search.feed().activeProperty().set(false);
        jobs.close();
    }

    private SpaceEditorViewModel open(Project project) throws Exception {
        session.opened(engine.open(project.folder(), NO_ONE));
        return search.spaceEditor();
    }

    private static ParameterRow row(SpaceEditorViewModel editor, String name) {
        return editor.rows().parameters().stream()
                .filter(row -> row.nameProperty().get().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEditedSpaceIsCountedTriedAndSaved() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        SpaceEditorViewModel editor = open(project);
        editor.load(Objects.requireNonNull(search.setup().spaceProperty().get()));
        handedOver.runUntil(() -> editor.rows().parameters().size() == 5);
        assertThat(editor.spaceProperty().get()).isEqualTo(SmallSearch.SPACE);
        assertThat(editor.sizeProperty().get()).isEqualTo("5 parameters, 108 designs");
        handedOver.runUntil(() -> editor.probeProperty().get().startsWith("200 of 200 "));

        row(editor, "width").valuesProperty().set("2 … 32 times 2");
        editor.rows().remove(row(editor, "kernel"));
        assertThat(editor.sizeProperty().get()).isEqualTo("4 parameters, 90 designs");
        editor.rows().addConstraint();
        assertThat(editor.problemProperty().get()).contains("no number of mm²");
        editor.rows().constraints().getFirst().limitProperty().set("1e-9");
        handedOver.runUntil(() -> editor.probeProperty().get().startsWith("0 of 200 "));
        assertThat(editor.probeProperty().get()).contains("200 times").contains("area: ");
        editor.rows().constraints().getFirst().limitProperty().set("0.5 mm²");

        SearchSpace expected = Objects.requireNonNull(editor.spaceProperty().get());
        AtomicBoolean done = new AtomicBoolean();
        editor.save(() -> done.set(true));
        handedOver.runUntil(done::get);
        assertThat(SearchSpaceJson.read(ProjectSpace.file(project))).isEqualTo(expected);
        assertThat(expected.parameters().getFirst().values()).containsExactly("2", "4", "8", "16", "32");
        assertThat(problems).isEmpty();
    }

    @Test
    void theCoresRulesStandBesideTheirParameter() throws Exception {
        SpaceEditorViewModel editor = open(SmallSearch.project(folder.resolve("small")));
        editor.rows().edit(SmallSearch.SPACE);
        ParameterRow width = row(editor, "width");
        width.valuesProperty().set("2, 3, 5000");
        assertThat(width.problemProperty().get()).isEqualTo("width: 5000 is outside 1 … 4096");
        assertThat(editor.problemProperty().get())
                .isEqualTo(width.problemProperty().get());
        assertThat(editor.spaceProperty().get()).isNull();
        assertThat(editor.sizeProperty().get()).isEmpty();
        width.valuesProperty().set("2, 3");
        assertThat(width.problemProperty().get()).isEmpty();

        width.conditionProperty().set("polarity = alternating");
        assertThat(width.problemProperty().get()).contains("put it further up");
        editor.rows().move(width, 4);
        assertThat(editor.rows().parameters().getLast()).isSameAs(width);
        assertThat(editor.problemProperty().get()).isEmpty();
        width.nameProperty().set("wdith");
        assertThat(width.problemProperty().get()).contains("is none of").contains("width");
        width.nameProperty().set("width");

        ParameterRow copy = editor.rows().duplicate(width);
        assertThat(copy.problemProperty().get()).contains("is there twice");
        copy.nameProperty().set("width1");
        assertThat(editor.problemProperty().get()).isEmpty();
        assertThat(editor.rows().duplicate(copy).nameProperty().get()).isEqualTo("width2");
    }

    @Test
    void everyBundledSpaceIsTheSameAfterItsTexts() throws Exception {
        SpaceEditorViewModel editor = open(SmallSearch.project(folder.resolve("small")));
        for (String name : SearchSpaceJson.BUNDLED) {
            SearchSpace space = SearchSpaceJson.bundled(name);
            editor.rows().edit(space);
            assertThat(editor.spaceProperty().get()).as(name).isEqualTo(space);
        }
    }

    @Test
    void whileASearchOfAnotherSpaceIsThereNothingIsWritten() throws Exception {
        Project project = StoredSearch.make(folder.resolve("stored"), 5);
        SpaceEditorViewModel unaware = open(project);
        unaware.rows().edit(SmallSearch.SPACE);
        assertThat(unaware.problemProperty().get()).isEmpty();
        SearchSpace other = new SearchSpace(List.of(new Parameter("cellBits", List.of("1", "2"))), List.of());
        unaware.rows().edit(other);
        unaware.save(() -> {
            throw new AssertionError("nothing may be saved");
        });
        handedOver.runUntil(() -> !problems.isEmpty());
        assertThat(problems.getFirst().message())
                .contains("begun with another space")
                .contains("folder search");
        assertThat(SearchSpaceJson.read(ProjectSpace.file(project))).isEqualTo(SmallSearch.SPACE);

        search.feed().activeProperty().set(true);
        handedOver.runUntil(() -> search.pictureProperty().get() != null);
        SpaceEditorViewModel aware = search.spaceEditor();
        aware.rows().edit(other);
        assertThat(aware.problemProperty().get()).contains("begun with another space");
        aware.rows()
                .edit(Objects.requireNonNull(search.pictureProperty().get())
                        .setup()
                        .space());
        assertThat(aware.problemProperty().get()).isEmpty();
    }

    @Test
    void limitsAreOfCostsThatAreKnownBeforeTraining() {
        assertThat(SpaceRows.limited()).contains(Metric.AREA).doesNotContain(Metric.ERROR);
    }
}
