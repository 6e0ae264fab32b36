package studio.crossbar.data;

import java.io.IOException;
import java.nio.file.Path;

/** A data set that cannot be read; the message names the file, the line where there is one, and the remedy. */
public final class DataFormatException extends IOException {

    public DataFormatException(String file, String problem, String remedy) {
        super(file + ": " + problem + "; " + remedy);
    }

    public DataFormatException(String file, long line, String problem, String remedy) {
        super(file + ", line " + line + ": " + problem + "; " + remedy);
    }

    /** A file of a set that is there a second time, as {@code name}. */
    static DataFormatException twice(Path root, String base, String name) {
        return new DataFormatException(
                root.toString(),
                "holds more than one '" + base + "', the last is '" + name + "'",
                "give the folder or archive of one copy");
    }

    /** A file of a binary format that is wrong from {@code offset}, counted in bytes of its unpacked content. */
    static DataFormatException atByte(String file, long offset, String problem, String remedy) {
        return new DataFormatException(file + ", byte " + offset, problem, remedy);
    }
}
