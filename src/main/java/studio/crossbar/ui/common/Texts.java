package studio.crossbar.ui.common;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workbench's texts, apart from its code so that they can be read at a stretch, agree in their words, and be translated.
 * A key's part before the first dot names the bundle under {@code studio/crossbar/ui/texts}, one a screen: {@code
 * search.front.empty} is in {@code search.properties}. Code names keys as literals, so that a test finds missing and unused
 * ones. Labels that the command line prints too, and errors of the core, stay with the core.
 */
public final class Texts {

    private static final String FOLDER = "studio.crossbar.ui.texts.";
    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Texts() {}

    /**
     * A text as it stands.
     *
     * @throws java.util.MissingResourceException for a key that its bundle lacks
     */
    public static String get(String key) {
        return bundle(key).getString(key);
    }

    /**
     * A text with values, as {@link String#format(Locale, String, Object...)} puts them in: numbers read alike on every machine,
     * and translations may change the order with {@code %2$s}.
     *
     * @throws java.util.MissingResourceException for a key that its bundle lacks
     */
    public static String format(String key, Object... values) {
        return String.format(Locale.ROOT, get(key), values);
    }

    private static ResourceBundle bundle(String key) {
        int dot = key.indexOf('.');
        return BUNDLES.computeIfAbsent(
                key.substring(0, Math.max(dot, 0)),
                name -> ResourceBundle.getBundle(FOLDER + name, Locale.getDefault()));
    }
}
