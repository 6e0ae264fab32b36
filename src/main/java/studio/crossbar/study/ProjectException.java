package studio.crossbar.study;

import java.io.IOException;

/** A project or result that cannot be used; the message is one line: what, where, remedy. */
public final class ProjectException extends IOException {

    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
