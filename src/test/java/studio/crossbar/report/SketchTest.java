package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SketchTest {

    @TempDir
    private Path folder;

    private static Sketch sketch() {
        return Sketch.of("Loss & <accuracy>", 100, 60, SketchTest::paint);
    }

    private static void paint(Graphics2D g) {
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle(0, 0, 100, 60));
        g.setPaint(new Color(0x0072B2));
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 3}, 0));
        var clip = g.getClip();
        g.clip(new Rectangle(10, 10, 50, 40));
        g.draw(new Line2D.Double(0, 30, 100, 30));
        g.setClip(clip);
        g.setPaint(new Color(0, 0, 0, 128));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
        g.drawString("µS & mm²", 5, 20);
        g.rotate(-Math.PI / 2, 90, 50);
        g.drawString("upwards", 90, 50);
    }

    private Document svg() throws Exception {
        Path file = folder.resolve("picture.svg");
        sketch().writeSvg(file);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void svgKeepsLinesAsLinesAndTextAsText() throws Exception {
        Document svg = svg();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Loss & <accuracy>");
        Element line = (Element) svg.getElementsByTagName("path").item(1);
        assertThat(line.getAttribute("d")).isEqualTo("M0 30L100 30");
        assertThat(line.getAttribute("stroke")).isEqualTo("#0072b2");
        assertThat(line.getAttribute("stroke-width")).isEqualTo("2");
        assertThat(line.getAttribute("stroke-dasharray").strip()).isEqualTo("4 3");
        assertThat(line.getAttribute("clip-path")).isEqualTo("url(#c1)");
        Element clip = (Element) svg.getElementsByTagName("rect").item(0);
        assertThat(clip.getAttribute("width")).isEqualTo("50");
        Element flat = (Element) svg.getElementsByTagName("text").item(0);
        assertThat(flat.getTextContent()).isEqualTo("µS & mm²");
        assertThat(flat.getAttribute("x")).isEqualTo("5");
        assertThat(flat.getAttribute("font-weight")).isEqualTo("bold");
        assertThat(flat.getAttribute("fill-opacity")).isEqualTo("0.502");
        Element turned = (Element) svg.getElementsByTagName("text").item(1);
        assertThat(turned.getAttribute("transform")).isEqualTo("matrix(0 -1 1 0 90 50)");
    }

    @Test
    void pngShowsTheSameWithTwoPixelsAUnit() throws IOException {
        Path file = folder.resolve("picture.png");
        sketch().writePng(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(120);
        assertThat(image.getRGB(2 * 15, 2 * 30)).as("on the line").isEqualTo(0xFF0072B2);
        assertThat(image.getRGB(2 * 5, 2 * 30)).as("left of the clip").isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(2 * 80, 2 * 30) & 0xFF0000)
                .as("right of the clip")
                .isEqualTo(0xFF0000);
    }

    @Test
    void aFileThatCannotBeWrittenIsExplained() throws IOException {
        Path blocked = Files.createDirectory(folder.resolve("blocked.svg"));
        assertThatThrownBy(() -> sketch().writeSvg(blocked))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("blocked.svg", "folder");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void tablesAreCsvAndNumbersThatAreNoneAreEmpty() {
        DataTable table = new DataTable(
                List.of("series", "area, mm²"), List.of(List.of("a \"b\"", 0.1), List.of("c", Double.NaN)));
        assertThat(table.text()).isEqualTo("series,\"area, mm²\"\r\n\"a \"\"b\"\"\",0.1\r\nc,\r\n");
        assertThatThrownBy(() -> new DataTable(List.of("one"), List.of(List.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
