package studio.crossbar.ui.hardware;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Levels of a cell or of a whole weight under programming noise, as a chart and in words. */
final class LevelsPane extends BorderPane {

    private final ObjectProperty<LevelPicture.Subject> subject =
            new SimpleObjectProperty<>(this, "subject", LevelPicture.Subject.CELL);
    private final ObservableValue<@Nullable Design> design;
    private final CellChart chart;
    private final Label words = new Label();

    LevelsPane(ObservableValue<@Nullable Design> design, ObservableValue<Theme> theme) {
        this.design = design;
        chart = new CellChart(theme);
        Label title = new Label(Texts.get("hardware.levels.title"));
        title.getStyleClass().add("chart-caption");
        HBox choice = new HBox(
                10,
                title,
                Segments.of(
                        "levels-of-",
                        List.of(
                                new Option<>(
                                        LevelPicture.Subject.CELL,
                                        Texts.get("hardware.levels.cell.label"),
                                        Texts.get("hardware.levels.cell.help")),
                                new Option<>(
                                        LevelPicture.Subject.WEIGHT,
                                        Texts.get("hardware.levels.weight.label"),
                                        Texts.get("hardware.levels.weight.help"))),
                        subject));
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.setPadding(new Insets(4, 8, 0, 14));
        words.setId("levels-words");
        words.setWrapText(true);
        words.getStyleClass().add("text-muted");
        words.setPadding(new Insets(0, 14, 6, 14));
        words.setMinHeight(USE_PREF_SIZE);
        words.setTooltip(new Tooltip(Texts.get("hardware.levels.words.help")));
        setTop(choice);
        setCenter(chart);
        setBottom(words);
        design.subscribe(now -> show());
        subject.subscribe(now -> show());
    }

    private void show() {
        Design now = design.getValue();
        if (now != null) {
            LevelPicture picture = LevelPicture.of(now.hardware(), subject.get());
            chart.show(picture);
            words.setText(picture.words());
        }
    }
}
