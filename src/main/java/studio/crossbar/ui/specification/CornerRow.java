package studio.crossbar.ui.specification;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.crossbar.specification.CornerText;

/** A corner while it is edited, and what is wrong with it. */
final class CornerRow {

    private final StringProperty name = new SimpleStringProperty(this, "name");
    private final StringProperty time = new SimpleStringProperty(this, "time");
    private final StringProperty celsius = new SimpleStringProperty(this, "celsius");
    private final StringProperty noise = new SimpleStringProperty(this, "noise");
    private final StringProperty stuckOn = new SimpleStringProperty(this, "stuckOn");
    private final StringProperty stuckOff = new SimpleStringProperty(this, "stuckOff");
    private final StringProperty wordline = new SimpleStringProperty(this, "wordline");
    private final StringProperty bitline = new SimpleStringProperty(this, "bitline");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    CornerRow(CornerText text) {
        name.set(text.name());
        time.set(text.time());
        celsius.set(text.celsius());
        noise.set(text.noiseScale());
        stuckOn.set(text.stuckOn());
        stuckOff.set(text.stuckOff());
        wordline.set(text.wordlineOhm());
        bitline.set(text.bitlineOhm());
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty timeProperty() {
        return time;
    }

    StringProperty celsiusProperty() {
        return celsius;
    }

    StringProperty noiseProperty() {
        return noise;
    }

    StringProperty stuckOnProperty() {
        return stuckOn;
    }

    StringProperty stuckOffProperty() {
        return stuckOff;
    }

    StringProperty wordlineProperty() {
        return wordline;
    }

    StringProperty bitlineProperty() {
        return bitline;
    }

    /** What is wrong; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void refuse(String reason) {
        problem.set(reason);
    }

    CornerText text() {
        return new CornerText(
                name.get(),
                time.get(),
                celsius.get(),
                noise.get(),
                stuckOn.get(),
                stuckOff.get(),
                wordline.get(),
                bitline.get());
    }

    /** What changes, for lists that follow it. */
    Observable[] texts() {
        return new Observable[] {name, time, celsius, noise, stuckOn, stuckOff, wordline, bitline};
    }
}
