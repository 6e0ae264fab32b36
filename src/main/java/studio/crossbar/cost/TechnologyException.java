package studio.crossbar.cost;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A technology file that is missing or not valid; the message names file, field and remedy. */
public final class TechnologyException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Start of a refusal that names its field, such as "columns.adcs.SAR.rows[4].area.value: 15000 is outside …". */
    private static final Pattern FIELD = Pattern.compile("([\\w.\\[\\]-]+): (.*)", Pattern.DOTALL);

    private final String field;
    private final String problem;

    TechnologyException(String message) {
        super(message);
        field = "";
        problem = message;
    }

    TechnologyException(String message, Throwable cause) {
        super(message, cause);
        field = "";
        problem = message;
    }

    /**
     * A refusal of a file's contents.
     *
     * @param refusal begins with the dotted path of the field and a colon where one is to blame
     */
    TechnologyException(String file, String refusal, Throwable cause) {
        super(file + ": " + refusal, cause);
        Matcher matcher = FIELD.matcher(refusal);
        boolean named = matcher.matches();
        field = named ? matcher.group(1) : "";
        problem = named ? matcher.group(2) : refusal;
    }

    /** Dotted path of the field that is to blame, such as {@code cell.area.value}; empty if none is. */
    public String field() {
        return field;
    }

    /** What is wrong, without file and field. */
    public String problem() {
        return problem;
    }
}
