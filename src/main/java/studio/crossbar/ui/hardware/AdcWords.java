package studio.crossbar.ui.hardware;

import studio.crossbar.design.Design;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** What a histogram of ADC inputs says. */
final class AdcWords {

    private AdcWords() {}

    /** Which layer, and its full scale in units of activation times weight. */
    static String layer(String name, double fullScale) {
        return Texts.format("hardware.adc.words.layer", name, Numbers.significant(fullScale));
    }

    /**
     * What ADCs do with the sums.
     *
     * @param factor full scale over the learned one
     */
    static String of(AdcPicture picture, int bits, double factor) {
        String range = Math.abs(factor - 1) < 0.005
                ? Texts.get("hardware.adc.words.learned")
                : Texts.format("hardware.adc.words.factor", Numbers.significant(factor));
        String clipped = Texts.format(
                "hardware.adc.words.clipped", small(picture.clipped()), Numbers.count(picture.sums()), range);
        if (Double.isNaN(picture.step())) {
            return clipped + " " + Texts.get("hardware.adc.words.mixed");
        }
        String codes = Texts.format(
                "hardware.adc.words.codes",
                bits,
                Numbers.significant(picture.step()),
                Numbers.percent(picture.zero()),
                Numbers.significant(picture.rootMeanSquare() / picture.step()));
        return picture.boundaries().isEmpty()
                ? clipped + " " + codes + " " + Texts.get("hardware.adc.words.dense")
                : clipped + " " + codes;
    }

    /** A share that may be far below a percent. */
    private static String small(double share) {
        return share > 0 && share < 0.001
                ? Texts.format("hardware.adc.percent", Numbers.significant(100 * share))
                : Numbers.percent(share);
    }

    /** Says if the edited design's sums would be other ones; empty if not. */
    static String note(Design trained, Design edited) {
        Hardware comparable = edited.hardware()
                .withConverters(edited.hardware()
                        .converters()
                        .withAdcBits(trained.hardware().converters().adcBits()))
                .withNoise(trained.hardware().noise());
        boolean alike = comparable.equals(trained.hardware())
                && edited.network().equals(trained.network())
                && edited.companding().equals(trained.companding());
        return alike ? "" : " " + Texts.get("hardware.adc.words.other");
    }
}
