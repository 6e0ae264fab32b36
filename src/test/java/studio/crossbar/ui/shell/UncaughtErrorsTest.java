package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.ui.common.Problem;

class UncaughtErrorsTest {

    private final List<Problem> problems = new ArrayList<>();
    private Runnable closed = () -> {};
    private final UncaughtErrors errors = new UncaughtErrors(Runnable::run, (problem, whenClosed) -> {
        problems.add(problem);
        closed = whenClosed;
    });

    private static void fail(UncaughtErrors handler, RuntimeException thrown) throws InterruptedException {
        Thread thread = Thread.ofPlatform().name("failing").unstarted(() -> {
            throw thrown;
        });
        thread.setUncaughtExceptionHandler(handler);
        thread.start();
        thread.join();
    }

    @Test
    void oneIsShownAtATimeWithItsDetails() throws InterruptedException {
        fail(errors, new IllegalStateException("no such row"));
        fail(errors, new IllegalStateException("nor this one"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("IllegalStateException: no such row.");
            assertThat(problem.details()).contains("UncaughtErrorsTest");
        });

        closed.run();
        fail(errors, new NullPointerException());
        assertThat(problems).hasSize(2);
        assertThat(problems.getLast().message()).startsWith("NullPointerException.");
    }

    @Test
    void aDialogThatFailsKeepsNoLaterOneFromBeingShown() {
        List<Problem> asked = new ArrayList<>();
        UncaughtErrors failing = new UncaughtErrors(Runnable::run, (problem, whenClosed) -> {
            asked.add(problem);
            throw new UnsupportedOperationException("no window");
        });
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> failing.uncaughtException(Thread.currentThread(), new RuntimeException("any")))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(asked).hasSize(i);
        }
    }

    @Test
    void withoutAUserInterfaceItIsLoggedAlone() {
        UncaughtErrors early = new UncaughtErrors(
                task -> {
                    throw new IllegalStateException("Toolkit not initialized");
                },
                (problem, whenClosed) -> problems.add(problem));
        early.uncaughtException(Thread.currentThread(), new RuntimeException("any"));
        assertThat(problems).isEmpty();
    }
}
