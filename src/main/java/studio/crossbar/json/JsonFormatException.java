package studio.crossbar.json;

import java.io.IOException;

/** A JSON file that cannot be taken; the message is one line: file, place, problem, remedy. */
public final class JsonFormatException extends IOException {

    private static final int LONGEST = 600;

    /**
     * @param file name shown to the user
     * @param place JSON path of the field, or "line 3, column 7"; empty for the whole file
     */
    public JsonFormatException(String file, String place, String problem, String remedy) {
        super(oneLine(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem + "; " + remedy));
    }

    /** As {@link #JsonFormatException(String, String, String, String)}, with what the parser said for the details. */
    JsonFormatException(String file, String place, String problem, String remedy, Throwable cause) {
        this(file, place, problem, remedy);
        initCause(cause);
    }

    /** Text without line ends or control characters, shortened when a file is hostile. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
