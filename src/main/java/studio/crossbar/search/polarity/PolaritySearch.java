package studio.crossbar.search.polarity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.HeldOut;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.CheckpointFile;
import studio.crossbar.training.ChoicePrices;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.FloatStart;
import studio.crossbar.training.PolarityOutcome;
import studio.crossbar.training.PolarityProblem;
import studio.crossbar.training.PolarityTraining;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingListener;

/**
 * Finds which signs the weights of each sub-matrix get, once for every weight λ of the price: one float pre-training for
 * all, then for each λ the search, float epochs under the frozen signs, fine-tuning, and programmed chips on windows held
 * out of the training part. The test part is not looked at.
 */
public final class PolaritySearch {

    private final PolaritySettings settings;
    private final Parts parts;
    private final Bills bills;
    private final Design differential;
    private final int draws;
    private final @Nullable Path folder;
    private final ChoicePrices prices;
    private final int epochs;
    /** States of the trainings of this search. */
    private final List<CheckpointFile> kept = new ArrayList<>();
    /** The float network, once it is trained. */
    private @Nullable FloatStart start;

    /**
     * @param design whose polarity is searched
     * @param raw data; a fifth of the training part chooses
     * @param technology unit costs
     * @param options what bills assume
     * @param draws programmed chips a design
     * @param folder receives the states of running trainings, so that a killed search goes on; null for none
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public PolaritySearch(
            Design design,
            Parts raw,
            PolaritySettings settings,
            Technology technology,
            CostOptions options,
            int draws,
            @Nullable Path folder) {
        this.settings = settings;
        this.draws = draws;
        this.folder = folder;
        parts = HeldOut.fifth(raw, design.seed());
        bills = new Bills(design, settings.granularity(), settings.channelGroups(), technology, options);
        differential = bills.with(bills.differential());
        prices = PriceTable.of(bills, settings.price(), settings.constraint().choices());
        epochs = design.recipe().floatEpochs()
                + settings.searchEpochs()
                + settings.adaptEpochs()
                + design.recipe().hardwareEpochs();
    }

    /** Sub-matrices that choose. */
    public int size() {
        return bills.parts().size();
    }

    /** Windows that are learned from, and in place of the test part those that choose. */
    public Parts parts() {
        return parts;
    }

    /** Bill of the differential design before training. */
    public Cost differentialCost() {
        return bills.cost(bills.differential(), bills.options());
    }

    /**
     * Searches once for every weight of the price. States of all trainings are kept until {@link #forget}.
     *
     * @param lambdas weights, 0 … 10⁶
     * @param listener is told of all trainings; progress is the share of the whole
     * @param found receives each design when it is measured
     * @throws IOException if a state that was kept cannot be read
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     */
    public List<PolarityPoint> run(List<Double> lambdas, TrainingListener listener, Consumer<PolarityPoint> found)
            throws IOException {
        List<PolarityPoint> points = new ArrayList<>();
        for (int i = 0; i < lambdas.size(); i++) {
            TrainingListener part = new PartListener(listener, i, lambdas.size());
            PolarityPoint point = point(lambdas.get(i), part);
            points.add(point);
            found.accept(point);
        }
        return points;
    }

    /** Removes the states of all trainings, whose results are now kept elsewhere. */
    public void forget() throws IOException {
        for (CheckpointFile file : kept) {
            file.delete();
        }
    }

    /**
     * What the same epochs from the same float network give with one encoding for all sub-matrices, nothing being
     * searched; its λ is NaN.
     *
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     */
    public PolarityPoint fixed(Encoding encoding, TrainingListener listener) throws IOException {
        List<Encoding> encodings = Collections.nCopies(size(), encoding);
        Design design = bills.with(encodings);
        CheckpointFile tune = checkpoint("fixed-" + encoding, design, settings.key());
        TrainedNetwork trained = Trainer.fineTune(
                design,
                parts,
                pretrained(listener),
                settings.searchEpochs() + settings.adaptEpochs(),
                listener,
                CheckpointFile.load(tune),
                CheckpointFile.store(tune));
        return measured(Double.NaN, encodings, trained, listener);
    }

    /** The float network, trained once. */
    private FloatStart pretrained(TrainingListener listener) throws IOException {
        FloatStart known = start;
        if (known != null) {
            return known;
        }
        CheckpointFile file = checkpoint("float", differential, "");
        FloatStart trained = PolarityTraining.pretrain(
                differential, parts, epochs, listener, CheckpointFile.load(file), CheckpointFile.store(file));
        start = trained;
        return trained;
    }

    private PolarityPoint point(double lambda, TrainingListener listener) throws IOException {
        FloatStart begin = pretrained(listener);
        List<Encoding> choices = settings.constraint().choices();
        PolarityProblem problem = new PolarityProblem(
                settings.granularity(), settings.channelGroups(), choices, prices, lambda, settings.searchEpochs());
        String key = settings.key() + " " + lambda + " " + prices.expected(uniform(choices.size()));
        CheckpointFile search = checkpoint("search-" + lambda, differential, key);
        PolarityOutcome outcome = PolarityTraining.search(
                differential,
                parts,
                begin,
                problem,
                epochs,
                listener,
                CheckpointFile.load(search),
                CheckpointFile.store(search));
        List<Encoding> encodings =
                Freezing.encodings(outcome.probabilities(), choices, bills.parts(), settings.maxDifferential());
        Design design = bills.with(encodings);
        CheckpointFile tune = checkpoint("tune-" + lambda, design, key);
        TrainedNetwork trained = Trainer.fineTune(
                design,
                parts,
                outcome.values(),
                settings.adaptEpochs(),
                listener,
                CheckpointFile.load(tune),
                CheckpointFile.store(tune));
        return measured(lambda, encodings, trained, listener);
    }

    private PolarityPoint measured(
            double lambda, List<Encoding> encodings, TrainedNetwork trained, TrainingListener listener) {
        MappedNetwork mapped = MappedNetwork.of(trained);
        AccuracyUnderNoise accuracy = MonteCarlo.accuracy(
                mapped, parts.test(), draws, trained.design().seed(), listener::cancelled, _ -> {});
        double relative = settings.price().of(bills.cost(encodings, bills.options()))
                / settings.price().of(differentialCost());
        return new PolarityPoint(
                lambda,
                bills.parts(),
                encodings,
                trained,
                accuracy,
                CostModel.cost(mapped, bills.technology(), bills.options()),
                relative);
    }

    /** A fingerprint of the prices is what they give where nothing is decided. */
    private double[][] uniform(int choices) {
        double[][] even = new double[bills.parts().size()][choices];
        for (double[] line : even) {
            Arrays.fill(line, 1.0 / choices);
        }
        return even;
    }

    private @Nullable CheckpointFile checkpoint(String name, Design design, String key) {
        if (folder == null) {
            return null;
        }
        CheckpointFile file = new CheckpointFile(folder, "polarity-" + name + ".checkpoint", design, key, parts);
        kept.add(file);
        return file;
    }

    /** Shows one of several trainings as a part of the whole. */
    private record PartListener(TrainingListener whole, int part, int of) implements TrainingListener {

        @Override
        public void epoch(Epoch epoch) {
            whole.epoch(epoch);
        }

        @Override
        public void progress(double done, double loss) {
            whole.progress((part + done) / of, loss);
        }

        @Override
        public boolean cancelled() {
            return whole.cancelled();
        }

        @Override
        public boolean paused() {
            return whole.paused();
        }
    }
}
