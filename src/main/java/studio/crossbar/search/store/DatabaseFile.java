package studio.crossbar.search.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import studio.crossbar.study.ProjectException;

/** Opens the SQLite file of a search, and says in one line what is wrong with it. */
final class DatabaseFile {

    private static final int PRIMARY_CODE = 0xFF;
    private static final int PATIENCE_MILLISECONDS = 10_000;

    private final Path file;

    DatabaseFile(Path file) {
        this.file = file;
    }

    /**
     * Opens the file for one writer, made where missing, checked, and brought to this program's schema. Every committed
     * transaction is on the disk; readers need not wait (write-ahead log).
     */
    Connection openToWrite() throws ProjectException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new ProjectException(
                    file.getParent() + ": cannot be made (" + e.getMessage() + "); allow writing, or copy the project",
                    e);
        }
        return open(file, "", config, connection -> {
            check(connection);
            Schema.upgrade(connection);
        });
    }

    /** Opens the file for reading, also beside a writer and in folders that cannot be written. */
    Connection openToRead() throws ProjectException {
        return openToRead(
                Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent()));
    }

    /** @param writable whether file and folder can be written */
    Connection openToRead(boolean writable) throws ProjectException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        // Without permission to write, the log's index cannot be shared; without a log, none is needed.
        Path settled = writable || !holdsLog() ? file : copy();
        return open(settled, writable || !settled.equals(file) ? "" : "?immutable=1", config, connection -> {
            int version = Schema.version(connection);
            if (version < Schema.VERSION) {
                throw new ProjectException(file + ": is of version " + version + ", this program's is " + Schema.VERSION
                        + "; run \"crossbar search\" on the project once, which brings it up to date");
            }
        });
    }

    /** Whether a writer was killed, or is at work: what it wrote last is in the log alone. */
    private boolean holdsLog() {
        try {
            return Files.size(log(file)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path log(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    /** The database and its log where the log can be read, for as long as this process runs. */
    private Path copy() throws ProjectException {
        try {
            Path folder = Files.createTempDirectory("crossbar-search");
            folder.toFile().deleteOnExit();
            Path copied = folder.resolve(file.getFileName());
            for (String end : List.of("", "-wal", "-shm")) {
                folder.resolve(file.getFileName() + end).toFile().deleteOnExit();
            }
            Files.copy(log(file), log(copied));
            return Files.copy(file, copied);
        } catch (IOException e) {
            throw new ProjectException(
                    file + ": was left by a killed search in a folder that cannot be written, and cannot be copied ("
                            + e.getMessage() + "); allow writing, or copy the project",
                    e);
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        return config;
    }

    /** What is done with a connection before it is given away. */
    private interface Preparation {
        void on(Connection connection) throws SQLException, ProjectException;
    }

    private Connection open(Path source, String mode, SQLiteConfig config, Preparation preparation)
            throws ProjectException {
        try {
            Connection connection = config.createConnection(
                    "jdbc:sqlite:" + source.toAbsolutePath().toUri() + mode);
            try {
                int version = Schema.version(connection);
                if (version > Schema.VERSION) {
                    throw new ProjectException(file + ": was written by a newer program (version " + version
                            + " of its tables, this one knows " + Schema.VERSION + "); open it with that program");
                }
                preparation.on(connection);
                return connection;
            } catch (SQLException | ProjectException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    private void check(Connection connection) throws SQLException, ProjectException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String finding = row.getString(1);
            if (!"ok".equals(finding)) {
                throw damaged(finding, null);
            }
        }
    }

    /** One line for a failure: what, where, remedy. */
    ProjectException explain(SQLException failure) {
        SQLiteErrorCode code = failure instanceof SQLiteException e
                ? SQLiteErrorCode.getErrorCode(e.getResultCode().code & PRIMARY_CODE)
                : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_FULL ->
                refused("the disk is full; make room, then start the search again: it goes on", failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(code.message, failure);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                refused("cannot be opened or written; allow writing, or copy the project elsewhere", failure);
            case SQLITE_IOERR ->
                refused("reading or writing failed; check the disk and its free space, then start again", failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                refused("is held by another program; close it, then start again", failure);
            default -> refused(String.valueOf(failure.getMessage()), failure);
        };
    }

    private ProjectException refused(String problem, SQLException cause) {
        return new ProjectException(file + ": " + problem, cause);
    }

    private ProjectException damaged(String finding, @Nullable SQLException cause) {
        String message = file + ": is damaged (" + finding + "); restore it from a copy, or move the folder "
                + file.getParent() + " elsewhere to begin a new search";
        return cause == null ? new ProjectException(message) : new ProjectException(message, cause);
    }
}
