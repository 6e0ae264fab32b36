package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;

final class DownloadViewModelTest {

    @TempDir
    Path home;

    @Test
    void beginsWithWhatTheNetworkTakes() {
        assertThat(model(ReferenceNetwork.LENET).datasetProperty().get()).isEqualTo(PublishedDataset.MNIST);
        assertThat(model(ReferenceNetwork.CIFAR_DEEP).datasetProperty().get()).isEqualTo(PublishedDataset.CIFAR_10);
        assertThat(model(ReferenceNetwork.HAR_MLP).datasetProperty().get()).isEqualTo(PublishedDataset.HAR);
        assertThat(new DownloadViewModel(null, home).datasetProperty().get()).isEqualTo(PublishedDataset.HAR);
    }

    @Test
    void saysHowMuchOfAnEarlierDownloadIsThere() throws Exception {
        DownloadViewModel model = model(ReferenceNetwork.CIFAR_CNN);
        assertThat(model.summary().get()).contains("170.1 MB", "Krizhevsky").doesNotContain("already");

        Path folder = Files.createDirectories(home.resolve("other").resolve("cifar10"));
        Files.write(folder.resolve("cifar-10-binary.tar.gz.part"), new byte[3_000_000]);
        model.folderProperty().set(home.resolve("other").toString());

        assertThat(model.summary().get()).contains("3.0 MB are there already");
    }

    @Test
    void refusesWhatIsNoFolderOrNoAddressBesideItsField() {
        DownloadViewModel model = model(ReferenceNetwork.LENET);
        assertThat(model.folderProblem().get()).isEmpty();
        assertThat(model.wantedMirror()).isNull();

        model.folderProperty().set(" ");
        model.mirrorProperty().set("ftp://here/there");

        assertThat(model.folderProblem().get()).isEqualTo("name a folder");
        assertThat(model.mirrorProblem().get()).contains("ftp://here/there", "no http or https address");
        model.mirrorProperty().set("https://mirror.example/sets");
        assertThat(model.mirrorProblem().get()).isEmpty();
        assertThat(model.wantedMirror()).isEqualTo(URI.create("https://mirror.example/sets"));
    }

    private DownloadViewModel model(ReferenceNetwork network) {
        return new DownloadViewModel(ReferenceDesign.of(network, 4, Polarity.DIFFERENTIAL), home);
    }
}
