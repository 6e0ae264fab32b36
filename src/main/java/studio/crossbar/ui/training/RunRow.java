package studio.crossbar.ui.training;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.RunEpoch;
import studio.crossbar.study.RunRecord;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** A kept run in the list, with the letter that it is compared under. */
public final class RunRow {

    /** Place of a run that is not compared. */
    static final int NONE = -1;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(Texts.get("training.runs.time"), Locale.ROOT);

    private final RunRecord run;
    private final boolean current;
    private final String differences;
    private final BooleanProperty checked = new SimpleBooleanProperty(this, "checked");
    private final IntegerProperty slot = new SimpleIntegerProperty(this, "slot", NONE);

    /**
     * @param current whether it is the run whose curves are drawn anyway
     * @param differences from the current run's design, in words
     */
    RunRow(RunRecord run, boolean current, String differences) {
        this.run = run;
        this.current = current;
        this.differences = differences;
    }

    public RunRecord run() {
        return run;
    }

    public boolean current() {
        return current;
    }

    /** Whether it is compared. */
    public BooleanProperty checkedProperty() {
        return checked;
    }

    /** Place among the compared runs, from 0, which gives letter and colour; {@link #NONE} without one. */
    public ReadOnlyIntegerProperty slotProperty() {
        return slot;
    }

    void place(int value) {
        slot.set(value);
    }

    /** "A" for the first place. */
    public String letter() {
        return slot.get() == NONE ? "" : String.valueOf((char) ('A' + slot.get()));
    }

    /** When it ended, in the time of this machine. */
    public String ended() {
        return TIME.format(run.ended().atZone(ZoneId.systemDefault()));
    }

    public String floatAccuracy() {
        return Numbers.percent(run.floatAccuracy());
    }

    /** Mean and deviation under noise, or a dash. */
    public String noisyAccuracy() {
        AccuracyUnderNoise accuracy = run.accuracy();
        return accuracy == null ? "–" : TrainingViewModel.meanAndDeviation(accuracy);
    }

    /** Loss of the last epoch. */
    public String loss() {
        if (run.epochs().isEmpty()) {
            return "–";
        }
        RunEpoch last = run.epochs().getLast();
        return Double.isFinite(last.loss()) ? Numbers.significant(last.loss()) : Texts.get("training.runs.diverged");
    }

    /** What its design has otherwise than the current run's. */
    public String differences() {
        if (current) {
            return Texts.get("training.runs.current");
        }
        return differences.isEmpty() ? Texts.get("training.runs.same") : differences;
    }

    /** "A: ADC bits 6" for charts. */
    public String label() {
        return Texts.format("training.runs.label", letter(), differences.isEmpty() ? ended() : differences);
    }
}
