package studio.crossbar.ui.search;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

/** Whether a new search holds the project's targets; the box round it keeps its tooltip while there are none. */
final class TargetsPane extends HBox {

    TargetsPane(TargetsViewModel model) {
        setAlignment(Pos.CENTER_LEFT);
        CheckBox check = new CheckBox();
        check.setId("search-targets");
        check.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.textBinding().get().isEmpty()
                                ? Texts.get("search.targets.name")
                                : Texts.format(
                                        "search.targets.named",
                                        model.textBinding().get()),
                        model.textBinding()));
        check.setAccessibleHelp(Texts.get("search.targets.help"));
        check.selectedProperty().bindBidirectional(model.chosenProperty());
        check.disableProperty().bind(model.reasonBinding().isNotEmpty());
        Tips.on(
                this,
                () -> model.reasonBinding().get().isEmpty()
                        ? Texts.get("search.targets.help")
                        : model.reasonBinding().get());
        getChildren().add(check);
    }
}
