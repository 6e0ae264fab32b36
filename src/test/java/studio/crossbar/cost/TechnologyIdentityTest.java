package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name stands for constants only where they are the carried ones. */
class TechnologyIdentityTest {

    private static final String SAR_8_AREA = "columns.adcs.SAR.rows[4].area";

    private static TechnologyDocument carried() throws IOException {
        return TechnologyDocument.parse(
                "copy.json", TechnologyDocument.bundled(Technology.STANDARD).text());
    }

    private static String label(TechnologyDocument document) {
        return document.technology().identity().label();
    }

    private static String digest(TechnologyDocument document) {
        return document.technology().identity().digest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rram-32nm", "isaac-32nm", "neurosim-22nm", "mnsim-130nm", "analognets-14nm"})
    void aCarriedFileGoesByItsNameAlone(String name) throws IOException {
        Technology technology = Technology.bundled(name);
        assertThat(technology.identity().label()).isEqualTo(name);
        assertThat(technology.identity().digest()).matches("[0-9a-f]{64}");
        double other = technology.node().value() == 65 ? 45 : 65;
        assertThat(technology.scaledTo(other).identity().label()).isEqualTo(name + ", at " + (int) other + " nm");
    }

    @Test
    void anEditedConstantIsSaidBehindTheNameThatTheFileKept() throws IOException {
        TechnologyDocument edited = carried().withValue(SAR_8_AREA, 1500);
        assertThat(label(edited))
                .isEqualTo("rram-32nm, edited, sha256 " + digest(edited).substring(0, 8));
        assertThat(digest(edited)).isNotEqualTo(digest(carried()));
        assertThat(digest(carried().withValue(SAR_8_AREA, 1501))).isNotEqualTo(digest(edited));
        assertThat(label(edited.withValue(SAR_8_AREA, 1200))).isEqualTo("rram-32nm");
        assertThat(edited.technology().scaledTo(14).identity().label())
                .startsWith("rram-32nm, edited, sha256 ")
                .endsWith(", at 14 nm");
    }

    @Test
    void aFileOfAnotherNodeIsTheCarriedOneScaledThere() throws IOException {
        TechnologyDocument larger =
                carried().withRange("node", 28, 200).withValue("node", 28).withRange("node", 28, 28);
        assertThat(label(larger)).isEqualTo("rram-32nm, at 28 nm");
        assertThat(digest(larger))
                .isEqualTo(Technology.standard().scaledTo(28).identity().digest());
    }

    /** A device is not scaled from the node of its figures, which is a note. */
    @Test
    void theNodeOfADevicesFigureDoesNotCount() throws IOException {
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(carried().text());
        ((ObjectNode) tree.at("/cell/readVoltage")).put("nodeNanometres", 28);
        assertThat(label(TechnologyDocument.parse("copy.json", tree.toString())))
                .isEqualTo("rram-32nm");
    }

    /** Neither the layout of the file nor its words and ranges lead to another bill. */
    @Test
    void whatNoFigureFollowsFromDoesNotCount() throws IOException {
        String text = carried().text();
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(text);
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::addFirst);
        ObjectNode turned = new ObjectMapper().createObjectNode();
        names.forEach(name -> turned.set(name, tree.get(name)));
        turned.put("title", "Another title");
        TechnologyDocument same = TechnologyDocument.parse("copy.json", turned.toString())
                .withRange(SAR_8_AREA, 100, 20_000)
                .withSource(SAR_8_AREA, "measured");

        assertThat(label(same)).isEqualTo("rram-32nm");
        assertThat(digest(same)).isEqualTo(digest(carried()));
    }

    @Test
    void aNameThatTheApplicationDoesNotCarryHasItsDigestBehindIt() throws IOException {
        TechnologyDocument own = TechnologyDocument.parse(
                "own.json", carried().text().replace("\"name\": \"rram-32nm\"", "\"name\": \"own\""));
        assertThat(label(own)).isEqualTo("own, sha256 " + digest(carried()).substring(0, 8));
    }
}
