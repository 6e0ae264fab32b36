package studio.crossbar.data;

import java.io.IOException;

/** A data set that cannot be read; the message names the file, the line where there is one, and the remedy. */
public final class DataFormatException extends IOException {

    public DataFormatException(String file, String problem, String remedy) {
        super(file + ": " + problem + "; " + remedy);
    }

    public DataFormatException(String file, long line, String problem, String remedy) {
        super(file + ", line " + line + ": " + problem + "; " + remedy);
    }
}
