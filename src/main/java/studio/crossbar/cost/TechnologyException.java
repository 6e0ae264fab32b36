package studio.crossbar.cost;

import java.io.IOException;

/** A technology file that is missing or not valid; the message names file, field and remedy. */
public final class TechnologyException extends IOException {

    private static final long serialVersionUID = 1L;

    TechnologyException(String message) {
        super(message);
    }

    TechnologyException(String message, Throwable cause) {
        super(message, cause);
    }
}
