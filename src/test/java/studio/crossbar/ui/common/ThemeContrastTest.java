package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast of the colours that workbench.css and the charts put on each other, by WCAG 2.2, 1.4.3 and 1.4.11. */
class ThemeContrastTest {

    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;
    private static final int SERIES = 20;
    private static final Pattern VARIABLE = Pattern.compile("(-color-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Pattern NUMBER = Pattern.compile("[\\d.]+");

    /** Foreground and background of AtlantaFX that carry text. */
    private static final List<List<String>> TEXTS = List.of(
            List.of("fg-default", "bg-default"),
            List.of("fg-default", "bg-subtle"),
            List.of("fg-default", "bg-overlay"),
            List.of("fg-muted", "bg-default"),
            List.of("fg-muted", "bg-subtle"),
            List.of("danger-fg", "bg-default"),
            List.of("accent-fg", "bg-default"),
            List.of("accent-fg", "accent-subtle"),
            List.of("warning-fg", "warning-subtle"),
            List.of("fg-emphasis", "accent-emphasis"));

    /** The same of icons and of the ring around what has the focus. */
    private static final List<List<String>> SYMBOLS = List.of(
            List.of("fg-subtle", "bg-default"),
            List.of("accent-fg", "bg-subtle"),
            List.of("accent-emphasis", "bg-default"),
            List.of("accent-emphasis", "bg-subtle"));

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textOfTheStyleSheetIsReadable(Theme theme) throws IOException {
        assertThat(tooFaint(theme, TEXTS, TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void symbolsOfTheStyleSheetAreVisible(Theme theme) throws IOException {
        assertThat(tooFaint(theme, SYMBOLS, GRAPHICS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textAndSeriesOfChartsAreVisible(Theme theme) {
        assertThat(contrast(parts(theme.text()), parts(theme.background()))).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(parts(theme.muted()), parts(theme.background()))).isGreaterThanOrEqualTo(TEXT);
        for (int i = 0; i < SERIES; i++) {
            assertThat(contrast(parts(theme.series(i)), parts(theme.background())))
                    .as("series %d", i)
                    .isGreaterThanOrEqualTo(GRAPHICS);
        }
    }

    private static List<String> tooFaint(Theme theme, List<List<String>> pairs, double least) throws IOException {
        Map<String, String> variables = variables(theme);
        List<String> faint = new ArrayList<>();
        for (List<String> pair : pairs) {
            double contrast = contrast(
                    colour("-color-" + pair.getFirst(), variables), colour("-color-" + pair.getLast(), variables));
            if (contrast < least) {
                faint.add(pair + " " + contrast);
            }
        }
        return faint;
    }

    /** From the text beside the compiled style sheet. */
    private static Map<String, String> variables(Theme theme) throws IOException {
        String text = theme.styleSheet().replace(".bss", ".css");
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(text))) {
            Matcher matcher = VARIABLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> variables = new HashMap<>();
            while (matcher.find()) {
                variables.put(matcher.group(1), matcher.group(2).strip());
            }
            return variables;
        }
    }

    /** Red, green and blue, 0 … 1; what is transparent lies on the default background. */
    private static double[] colour(String name, Map<String, String> variables) {
        String value = Objects.requireNonNull(variables.get(name), name);
        if (value.startsWith("-color-")) {
            return colour(value, variables);
        }
        if (value.startsWith("#")) {
            return parts(Color.decode(value));
        }
        List<Double> numbers = NUMBER.matcher(value)
                .results()
                .map(match -> Double.parseDouble(match.group()))
                .toList();
        double opacity = numbers.size() > 3 ? numbers.get(3) : 1;
        double[] ground = opacity < 1 ? colour("-color-bg-default", variables) : new double[3];
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = opacity * numbers.get(i) / 255 + (1 - opacity) * ground[i];
        }
        return mixed;
    }

    private static double[] parts(Color colour) {
        return new double[] {colour.getRed() / 255.0, colour.getGreen() / 255.0, colour.getBlue() / 255.0};
    }

    private static double contrast(double[] first, double[] second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
