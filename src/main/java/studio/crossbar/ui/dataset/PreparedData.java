package studio.crossbar.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.data.Companding;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Preparation;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.training.TrainingSplit;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/**
 * What becomes of a data set before a design is trained on it.
 *
 * @param split who made the parts, in a sentence
 * @param normalisation what is done to the signals, in a sentence
 * @param provenance where they were read from
 * @param filled what was filled in, one sentence a channel; empty if nothing was
 * @param parts of the data, and what is held out of training; empty until they are computed
 * @param channels with what standardises them; empty until it is computed
 */
record PreparedData(
        String split,
        String normalisation,
        String provenance,
        List<String> filled,
        List<Part> parts,
        List<Channel> channels) {

    /**
     * A part of the data.
     *
     * @param name in a word
     * @param use what it is for
     * @param windows samples
     * @param subjects persons; 0 where they are not known
     */
    record Part(String name, String use, int windows, int subjects) {}

    /**
     * A channel.
     *
     * @param name as the data call it
     * @param mean over training, which is subtracted
     * @param deviation over training, which is divided by
     */
    record Channel(String name, float mean, float deviation) {}

    /** What it is computed from; other edits change nothing. */
    record Source(Parts parts, Companding companding, int validation, long seed) {

        static Source of(Parts parts, Design design) {
            return new Source(parts, design.companding(), design.recipe().validationSubjects(), design.seed());
        }
    }

    PreparedData {
        filled = List.copyOf(filled);
        parts = List.copyOf(parts);
        channels = List.copyOf(channels);
    }

    /** What is known without computing. */
    static PreparedData known(Source source) {
        return with(source, List.of(), List.of());
    }

    /** @throws IllegalArgumentException if nothing would be left to train on */
    static PreparedData of(Source source) {
        TrainingSplit split =
                TrainingSplit.of(source.companding().apply(source.parts().train()), source.validation(), source.seed());
        return with(source, parts(split, source.parts().test()), channels(split.train()));
    }

    private static PreparedData with(Source source, List<Part> parts, List<Channel> channels) {
        Preparation preparation = source.parts().preparation();
        return new PreparedData(
                inWords(preparation.split()),
                inWords(source.companding()),
                source.parts().train().provenance(),
                preparation.filled().stream().map(PreparedData::inWords).toList(),
                parts,
                channels);
    }

    private static List<Part> parts(TrainingSplit split, Dataset test) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(
                Texts.get("dataset.prepared.training.name"),
                Texts.get("dataset.prepared.training.use"),
                split.train()));
        Dataset validation = split.validation();
        if (validation != null) {
            parts.add(part(
                    Texts.get("dataset.prepared.validation.name"),
                    Texts.get("dataset.prepared.validation.use"),
                    validation));
        }
        parts.add(part(Texts.get("dataset.prepared.test.name"), Texts.get("dataset.prepared.test.use"), test));
        return parts;
    }

    private static Part part(String name, String use, Dataset data) {
        return new Part(name, use, data.size(), data.subjectCount());
    }

    private static List<Channel> channels(Dataset training) {
        Standardisation fitted = Standardisation.fit(training);
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < training.channels(); c++) {
            channels.add(new Channel(training.channelNames().get(c), fitted.mean()[c], fitted.deviation()[c]));
        }
        return channels;
    }

    private static String inWords(Preparation.Split split) {
        return switch (split) {
            case AS_GIVEN -> Texts.get("dataset.prepared.split.given");
            case BY_SUBJECT -> Texts.get("dataset.prepared.split.subject");
            case STRATIFIED -> Texts.get("dataset.prepared.split.stratified");
        };
    }

    private static String inWords(Companding companding) {
        return companding.active()
                ? Texts.format(
                        "dataset.prepared.normalisation.companded",
                        Numbers.significant(companding.exponent()),
                        Numbers.significant(companding.floor()))
                : Texts.get("dataset.prepared.normalisation.plain");
    }

    private static String inWords(Preparation.Filled channel) {
        return Texts.format(
                "dataset.prepared.filled",
                channel.channel(),
                Numbers.count(channel.training()),
                Numbers.count(channel.test()),
                Numbers.significant(channel.mean()));
    }
}
