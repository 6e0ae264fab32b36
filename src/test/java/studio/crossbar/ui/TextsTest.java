package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workbench's texts are in bundles: all that the code names are there, none is left over, and no sentence is in the code. */
final class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java/studio/crossbar/ui");
    private static final Path BUNDLES = Path.of("src/main/resources/studio/crossbar/ui/texts");
    private static final Pattern USE = Pattern.compile("Texts\\s*\\.(get|format)\\(\\s*(\"([^\"]*)\")?");
    private static final Pattern SPECIFIER = Pattern.compile("%(?:\\d+\\$)?[-+,#0 ]*\\d*(?:\\.\\d+)?[sdfegx]");
    private static final Pattern LOGGED = Pattern.compile("log\\(\\)\\s*\\.\\w+\\(\\s*\"[^\"]*\"");
    // SVG, names in the data, and errors that only a programmer sees.
    private static final Pattern NO_TEXT = Pattern.compile("-fx-.*|.*<(?s:.*)|.*=\\\\\".*|(body|total) (acc|gyro)"
            + "|name: no parameter is called | has no figure| of a public record cannot be read");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    // Two words of letters, or a word with a capital and two or more letters that is no identifier.
    private static final Pattern PROSE = Pattern.compile("\\p{L}{2,}[,:;.]? \\p{L}{2,}|^\\p{Lu}\\p{Ll}+[.…]?$");
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:(?<=[\\s;{}])//.*$)");

    private record Use(Path file, String method, String key) {}

    @Test
    void everyTextInTheCodeIsInItsBundle() throws IOException {
        Map<String, String> texts = texts();

        assertThat(uses()).allSatisfy(use -> {
            assertThat(use.key()).as("key in %s is a literal", use.file()).isNotEmpty();
            assertThat(texts).as("named in %s", use.file()).containsKey(use.key());
        });
    }

    @Test
    void everyTextIsUsed() throws IOException {
        assertThat(texts().keySet()).isSubsetOf(uses().stream().map(Use::key).toList());
    }

    @Test
    void textsTakeValuesWhereTheCodeGivesThem() throws IOException {
        Map<String, String> texts = texts();
        for (Use use : uses()) {
            boolean takesValues =
                    SPECIFIER.matcher(texts.getOrDefault(use.key(), "")).find();
            assertThat(takesValues)
                    .as("%s in %s", use.key(), use.file())
                    .isEqualTo(use.method().equals("format"));
        }
    }

    @Test
    void keysAreInTheBundleThatTheyNameAndOnlyOnce() throws IOException {
        for (Path bundle : files(BUNDLES, ".properties")) {
            String name = bundle.getFileName().toString().replace(".properties", "");
            List<String> keys = keys(bundle);
            assertThat(keys)
                    .as("keys of %s", bundle)
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.startsWith(name + "."));
        }
    }

    @Test
    void noProseIsInTheCode() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            Matcher literals = LITERAL.matcher(LOGGED.matcher(code(file)).replaceAll(""));
            while (literals.find()) {
                String literal = literals.group(1);
                if (PROSE.matcher(literal).find() && !NO_TEXT.matcher(literal).matches()) {
                    found.computeIfAbsent(file.getFileName().toString(), any -> new ArrayList<>())
                            .add(literal);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Use> uses() throws IOException {
        List<Use> uses = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            Matcher found = USE.matcher(code(file));
            while (found.find()) {
                uses.add(new Use(file, found.group(1), found.group(3) == null ? "" : found.group(3)));
            }
        }
        assertThat(uses).isNotEmpty();
        return uses;
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Path bundle : files(BUNDLES, ".properties")) {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(bundle)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }

    private static List<String> keys(Path bundle) throws IOException {
        try (Stream<String> lines = Files.lines(bundle)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
                    .map(line -> line.split("\\s*=", 2)[0].trim())
                    .toList();
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
