package studio.crossbar.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.ensemble.EnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * Random forest regression (Breiman, Machine Learning 45, 5, 2001), trained by Tribuo. The spread of the trees' answers says
 * how uncertain they are (Hutter et al., SMAC, LION 5, 2011).
 */
public final class Forest {

    private static final int DEEPEST = 20;

    /** Least rows on either side of a split. */
    private static final float LEAST_ROWS = 2;

    /** Kept, so that its level is: Tribuo reports every tree. */
    private static final Logger TRIBUO = Logger.getLogger(BaggingTrainer.class.getName());

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private final List<FlatTree> trees;

    private Forest(List<FlatTree> trees) {
        this.trees = trees;
    }

    /**
     * Learns.
     *
     * @param vectors {@code [rows][features]}, at least two rows
     * @param targets {@code [rows]}
     * @param trees how many
     * @param featureShare part of the features that a split looks at, above 0, below 1; fewer are faster
     * @param seed of the rows and features that each tree sees
     */
    public static Forest train(double[][] vectors, double[] targets, int trees, double featureShare, long seed) {
        String[] names = names(vectors[0].length);
        MutableDataset<Regressor> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("trials", new RegressionFactory()), new RegressionFactory());
        for (int row = 0; row < vectors.length; row++) {
            Example<Regressor> example = new ArrayExample<>(new Regressor("y", targets[row]), names, vectors[row]);
            data.add(example);
        }
        CARTJointRegressionTrainer tree = new CARTJointRegressionTrainer(
                DEEPEST, LEAST_ROWS, 0, (float) featureShare, new MeanSquaredError(), false, seed);
        EnsembleModel<Regressor> model =
                new RandomForestTrainer<>(tree, new AveragingCombiner(), trees, seed).train(data);
        List<FlatTree> flat = new ArrayList<>();
        model.getModels().forEach(member -> {
            TreeModel<Regressor> grown = (TreeModel<Regressor>) member;
            ImmutableFeatureMap features = grown.getFeatureIDMap();
            // Names are numbers of four digits behind a letter.
            flat.add(new FlatTree(
                    grown.getRoot(),
                    id -> Integer.parseInt(features.get(id).getName().substring(1))));
        });
        return new Forest(List.copyOf(flat));
    }

    private static String[] names(int count) {
        String[] names = new String[count];
        Arrays.setAll(names, "f%04d"::formatted);
        return names;
    }

    /** Answers of all trees. */
    public double[] predictions(double[] vector) {
        double[] answers = new double[trees.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = trees.get(i).predict(vector);
        }
        return answers;
    }

    /** Mean of the answers of all trees. */
    public double predict(double[] vector) {
        double sum = 0;
        for (FlatTree tree : trees) {
            sum += tree.predict(vector);
        }
        return sum / trees.size();
    }
}
