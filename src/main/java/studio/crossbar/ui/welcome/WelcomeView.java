package studio.crossbar.ui.welcome;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** First page: what was left unfinished, the sample projects, the projects of before. */
public final class WelcomeView extends ScrollPane {

    private static final List<String> STEPS = List.of(
            Texts.get("welcome.steps.data"),
            Texts.get("welcome.steps.design"),
            Texts.get("welcome.steps.train"),
            Texts.get("welcome.steps.result"));

    /**
     * A page whose buttons use {@code workbench} and the actions.
     *
     * @param actions of the sample projects and of what is unfinished
     */
    public WelcomeView(
            Workbench workbench,
            RecentProjects recent,
            UnfinishedViewModel unfinished,
            WelcomeActions actions,
            Action newProject,
            Action openProject,
            Action openLast) {
        Label title = new Label(Texts.get("welcome.title"));
        title.getStyleClass().add("welcome-title");
        Label subtitle = new Label(Texts.get("welcome.subtitle"));
        subtitle.getStyleClass().add("text-muted");
        subtitle.setWrapText(true);

        VBox samples = new VBox(10);
        for (WelcomeActions.OfSample sample : actions.samples()) {
            samples.getChildren().add(card(sample));
        }
        if (actions.samples().isEmpty()) {
            Label none = new Label(Texts.get("welcome.samples.empty"));
            none.setWrapText(true);
            none.getStyleClass().add("text-muted");
            samples.getChildren().add(none);
        }
        HBox own = new HBox(
                10,
                ActionControls.textButton(newProject),
                ActionControls.textButton(openProject),
                ActionControls.textButton(openLast));

        VBox steps = new VBox(8);
        for (int i = 0; i < STEPS.size(); i++) {
            Label number = new Label(String.valueOf(i + 1));
            number.getStyleClass().add("step-number");
            Label text = new Label(STEPS.get(i));
            HBox row = new HBox(10, number, text);
            row.setAlignment(Pos.CENTER_LEFT);
            steps.getChildren().add(row);
        }

        VBox page = new VBox(
                14,
                title,
                subtitle,
                new UnfinishedList(unfinished, actions, heading(Texts.get("welcome.unfinished.heading"))),
                heading(Texts.get("welcome.samples.heading")),
                samples,
                heading(Texts.get("welcome.recent.heading")),
                own,
                new RecentList(recent, entry -> workbench.open(entry.folder())),
                heading(Texts.get("welcome.steps.heading")),
                steps);
        page.setMaxWidth(720);
        page.setPadding(new Insets(32, 24, 24, 24));
        StackPane centred = new StackPane(page);
        StackPane.setAlignment(page, Pos.TOP_CENTER);
        setContent(centred);
        setFitToWidth(true);
        getStyleClass().add("welcome");
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-heading");
        VBox.setMargin(label, new Insets(10, 0, 0, 0));
        return label;
    }

    private static Node card(WelcomeActions.OfSample actions) {
        Label name = new Label(actions.sample().name());
        name.getStyleClass().add("title-4");
        Label description = new Label(actions.sample().description());
        description.setWrapText(true);
        description.getStyleClass().add("text-muted");
        VBox text = new VBox(4, name, description);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        Action train = actions.train();
        if (train != null) {
            buttons.getChildren().add(ActionControls.textButton(train));
        }
        buttons.getChildren().add(ActionControls.textButton(actions.open(), "accent"));
        FontIcon icon = new FontIcon("fth-package");
        icon.getStyleClass().add("card-icon");
        HBox card = new HBox(14, icon, text, buttons);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card-row");
        return card;
    }
}
