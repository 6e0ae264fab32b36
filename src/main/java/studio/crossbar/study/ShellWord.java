package studio.crossbar.study;

import java.util.regex.Pattern;

/** A word as a shell takes it, whatever it holds. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{IsAlphabetic}\\d_@%+=:,./-]+");
    private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[\\p{IsAlphabetic}\\d_+=:./\\\\-]+");

    private ShellWord() {}

    /**
     * {@code word} in quotes where it needs them.
     *
     * @param windows whether it is for the command prompt or PowerShell, otherwise for a POSIX shell
     */
    static String quoted(String word, boolean windows) {
        if ((windows ? PLAIN_ON_WINDOWS : PLAIN).matcher(word).matches()) {
            return word;
        }
        return windows ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
