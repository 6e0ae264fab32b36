package studio.crossbar.data.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.crossbar.data.DataKind;

/** Data sets that are published on the network, with the lengths and SHA-256 digests that they have had since. */
public enum PublishedDataset {
    /** The repository's archive holds another, which the reader opens. */
    HAR(
            DataKind.HAR,
            "har",
            "https://archive.ics.uci.edu/dataset/240/human+activity+recognition+using+smartphones",
            "Anguita et al., \"A public domain dataset for human activity recognition using smartphones\", 2013; CC BY 4.0",
            List.of(new PublishedFile(
                    URI.create("https://archive.ics.uci.edu/static/public/240/"
                            + "human+activity+recognition+using+smartphones.zip"),
                    "human+activity+recognition+using+smartphones.zip",
                    61_005_872,
                    "c00b803081a5c797cd5e4b83700a9810b38d53d9d84e01917e090e1fdbc81031"))),
    CIFAR_10(
            DataKind.CIFAR_10,
            "cifar10",
            "https://www.cs.toronto.edu/~kriz/cifar.html",
            "Krizhevsky, \"Learning multiple layers of features from tiny images\", 2009",
            List.of(new PublishedFile(
                    URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                    "cifar-10-binary.tar.gz",
                    170_052_171,
                    "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"))),
    /** The authors' own site asks for a password; this is the copy that common libraries load. */
    MNIST(
            DataKind.MNIST,
            "mnist",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "LeCun, Cortes, Burges, \"The MNIST database of handwritten digits\", 1998",
            List.of(
                    mnist(
                            "train-images-idx3-ubyte.gz",
                            9_912_422,
                            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                    mnist(
                            "train-labels-idx1-ubyte.gz",
                            28_881,
                            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                    mnist(
                            "t10k-images-idx3-ubyte.gz",
                            1_648_877,
                            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                    mnist(
                            "t10k-labels-idx1-ubyte.gz",
                            4_542,
                            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")));

    private final DataKind kind;
    private final String label;
    private final String page;
    private final String source;
    private final List<PublishedFile> files;

    PublishedDataset(DataKind kind, String label, String page, String source, List<PublishedFile> files) {
        this.kind = kind;
        this.label = label;
        this.page = page;
        this.source = source;
        this.files = files;
    }

    private static PublishedFile mnist(String name, long bytes, String sha256) {
        return new PublishedFile(
                URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/" + name), name, bytes, sha256);
    }

    /** The one of that kind, if it is published. */
    public static Optional<PublishedDataset> of(DataKind kind) {
        return Arrays.stream(values()).filter(one -> one.kind == kind).findFirst();
    }

    /** What its reader calls it. */
    public DataKind kind() {
        return kind;
    }

    /** As the command line and folders call it. */
    public String label() {
        return label;
    }

    /** Page to download it from by hand. */
    public String page() {
        return page;
    }

    /** Authors, publication and terms. */
    public String source() {
        return source;
    }

    public List<PublishedFile> files() {
        return files;
    }

    /** Length of all files. */
    public long bytes() {
        return files.stream().mapToLong(PublishedFile::bytes).sum();
    }

    /**
     * The folder that its files lie in.
     *
     * @param folder of all data sets
     */
    public Path in(Path folder) {
        return folder.resolve(label);
    }
}
