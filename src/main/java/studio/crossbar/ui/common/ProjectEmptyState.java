package studio.crossbar.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;

/** Asks for a project while none is open; then shows what else is missing. */
public final class ProjectEmptyState extends StackPane {

    /**
     * Follows {@code design}, which is null without a project.
     *
     * @param otherwise shown once a project is open
     */
    public ProjectEmptyState(ObservableValue<@Nullable Design> design, Action openProject, EmptyState otherwise) {
        EmptyState none = new EmptyState(
                "fth-folder",
                Texts.get("common.noProject.title"),
                Texts.get("common.noProject.text"),
                ActionControls.textButton(openProject, "accent"));
        getChildren().addAll(none, otherwise);
        design.subscribe(now -> {
            none.setVisible(now == null);
            otherwise.setVisible(now != null);
        });
    }
}
