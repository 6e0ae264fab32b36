package studio.crossbar.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The form of written JSON. */
class JsonTextTest {

    @Test
    void longArraysOfNumbersFillTheirLines() throws JsonFormatException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", "rows");
        List<Double> values =
                IntStream.range(0, 100).mapToObj(i -> Math.sqrt(i)).toList();
        values.forEach(json.putArray("values")::add);
        json.putArray("few").add(1).add(2);

        String text = JsonText.write(json);

        assertThat(JsonText.parse("file", text, "name", "values", "few").numbers("values"))
                .isEqualTo(values);
        assertThat(text.lines()).allMatch(line -> line.length() <= 112);
        // 100 numbers of up to 18 characters and a comma, five a line.
        assertThat(text.lines().count()).isBetween(15L, 25L);
        assertThat(text).contains("\n  \"few\": [1,2]\n");
    }
}
