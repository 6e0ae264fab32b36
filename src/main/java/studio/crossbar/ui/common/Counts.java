package studio.crossbar.ui.common;

/** Numbers of things in words, such as "1 tile" and "1,024 tiles". */
public final class Counts {

    private Counts() {}

    public static String tiles(long count) {
        return count == 1
                ? Texts.get("common.count.tiles.one")
                : Texts.format("common.count.tiles.many", Numbers.count(count));
    }

    public static String subjects(long count) {
        return count == 1
                ? Texts.get("common.count.subjects.one")
                : Texts.format("common.count.subjects.many", Numbers.count(count));
    }

    /** Subjects that are none of some named before. */
    public static String otherSubjects(long count) {
        return count == 1
                ? Texts.get("common.count.otherSubjects.one")
                : Texts.format("common.count.otherSubjects.many", Numbers.count(count));
    }

    /** Draws of the noise, each a programmed chip. */
    public static String draws(long count) {
        return count == 1
                ? Texts.get("common.count.draws.one")
                : Texts.format("common.count.draws.many", Numbers.count(count));
    }

    public static String testWindows(long count) {
        return count == 1
                ? Texts.get("common.count.testWindows.one")
                : Texts.format("common.count.testWindows.many", Numbers.count(count));
    }

    public static String trials(long count) {
        return count == 1
                ? Texts.get("common.count.trials.one")
                : Texts.format("common.count.trials.many", Numbers.count(count));
    }
}
