package studio.crossbar.ui.hardware;

import java.util.List;
import javafx.beans.binding.Bindings;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What can be done with the picture of the ADCs' inputs. */
public final class HardwareActions {

    /** Goes back to the full scale that training learned. */
    final Action learned;

    /** Tries again to measure. */
    final Action retry;

    public HardwareActions(AdcInputsViewModel model) {
        learned = new Action(
                "adc-factor-learned",
                Texts.get("hardware.adc.factor.learned"),
                "fth-rotate-ccw",
                null,
                Texts.get("hardware.adc.factor.learned.help"),
                Bindings.when(model.factorProperty().isEqualTo(1, 0))
                        .then(Texts.get("hardware.adc.factor.learned.reason"))
                        .otherwise(""),
                () -> model.factorProperty().set(1));
        retry = new Action(
                "adc-retry",
                Texts.get("hardware.adc.retry"),
                "fth-rotate-cw",
                null,
                Texts.get("hardware.adc.retry.help"),
                Bindings.when(model.stateProperty().isEqualTo(AdcInputsViewModel.State.FAILED))
                        .then("")
                        .otherwise(Texts.get("hardware.adc.retry.reason")),
                model::retry);
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(learned, retry);
    }
}
