package studio.crossbar.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Opens the sample projects, trains those that are trained in about a minute, and goes on with what is unfinished. */
public final class WelcomeActions {

    /** What can be done with a sample; {@code train} is null where that takes long or was done. */
    record OfSample(
            Engine.Sample sample, Action open, @Nullable Action train) {}

    private static final ObservableValue<String> ALWAYS = new ReadOnlyStringWrapper("");

    private final List<OfSample> samples;
    private final UnfinishedViewModel unfinished;

    /** @param unfinished what can be gone on with */
    public WelcomeActions(Workbench workbench, UnfinishedViewModel unfinished) {
        this.unfinished = unfinished;
        samples = workbench.engine().samples().stream()
                .map(sample ->
                        new OfSample(sample, open(workbench, sample), sample.quick() ? train(workbench, sample) : null))
                .toList();
    }

    private static Action open(Workbench workbench, Engine.Sample sample) {
        return new Action(
                "open-sample-" + id(sample),
                Texts.get("welcome.samples.open"),
                "fth-arrow-right",
                null,
                Texts.get("welcome.samples.open.help"),
                ALWAYS,
                new ReadOnlyStringWrapper(sample.name()),
                () -> workbench.open(sample.folder()));
    }

    private static Action train(Workbench workbench, Engine.Sample sample) {
        return new Action(
                "train-sample-" + id(sample),
                Texts.get("welcome.samples.train"),
                "fth-play",
                null,
                Texts.get("welcome.samples.train.help"),
                ALWAYS,
                new ReadOnlyStringWrapper(sample.name()),
                () -> workbench.openAndTrain(sample.folder()));
    }

    /** Goes on with one of what is unfinished. */
    Action goOn(Unfinished item) {
        return new Action(
                "go-on-" + ControlIds.of(item.kind()) + "-" + ControlIds.words(item.name()),
                switch (item.kind()) {
                    case EDITS, EDITS_AND_TRAINING -> Texts.get("welcome.unfinished.edits.open");
                    case TRAINING -> Texts.get("welcome.unfinished.training.open");
                    case SEARCH -> Texts.get("welcome.unfinished.search.open");
                },
                "fth-corner-down-right",
                null,
                switch (item.kind()) {
                    case EDITS, EDITS_AND_TRAINING -> Texts.get("welcome.unfinished.edits.help");
                    case TRAINING -> Texts.get("welcome.unfinished.training.help");
                    case SEARCH -> Texts.get("welcome.unfinished.search.help");
                },
                ALWAYS,
                new ReadOnlyStringWrapper(item.folder().toString()),
                () -> unfinished.goOn(item));
    }

    private static String id(Engine.Sample sample) {
        return ControlIds.words(String.valueOf(sample.folder().getFileName()));
    }

    /** By the samples' folders. */
    List<OfSample> samples() {
        return samples;
    }

    /** All of them, with what is unfinished now. */
    public List<Action> all() {
        List<Action> all =
                new ArrayList<>(unfinished.items().stream().map(this::goOn).toList());
        for (OfSample sample : samples) {
            all.add(sample.open());
            if (sample.train() != null) {
                all.add(sample.train());
            }
        }
        return all;
    }
}
