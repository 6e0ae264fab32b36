package studio.crossbar.ui.inspector;

import studio.crossbar.design.Design;
import studio.crossbar.hardware.DigitalScaling;

/** Changes of a design that draw another field with them. */
final class DesignEdits {

    private DesignEdits() {}

    /** Without a multiplier a channel, batch normalisation has nowhere to be folded and is switched off. */
    static Design withScaling(Design design, DigitalScaling scaling) {
        return design.withRecipe(design.recipe().with(r -> r.batchNormalisation &= scaling == DigitalScaling.AFFINE))
                .withHardware(design.hardware().withScaling(scaling));
    }
}
