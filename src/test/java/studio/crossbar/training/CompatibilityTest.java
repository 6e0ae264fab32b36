package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.study.Project;
import studio.crossbar.ui.Projects;

class CompatibilityTest {

    @Test
    void dataThatDoNotFitAreRefusedInTheSpellingOfTheDesignsFileWithARemedy() throws Exception {
        Design design = Projects.tinyDesign();
        assertThatThrownBy(() -> Compatibility.check(design, Projects.parts().train()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with hardware.inputs \"signed\" gives")
                .hasMessageContaining("in design.json, or name other data");
        Design split = Project.open(Path.of("sample-projects", "har-unipolar")).design();
        assertThatThrownBy(() -> Compatibility.check(split, Projects.parts().train()))
                .hasMessageContaining("with hardware.inputs \"rectifiedSplit\" gives");
    }
}
