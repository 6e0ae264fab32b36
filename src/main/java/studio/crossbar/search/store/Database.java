package studio.crossbar.search.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import studio.crossbar.study.ProjectException;

/** An open database: asked and changed through its one connection, with each failure said in one line. */
final class Database implements AutoCloseable {

    private final DatabaseFile file;
    private final Connection connection;

    private Database(DatabaseFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens {@code path} as {@link DatabaseFile#openToWrite} does. */
    static Database toWrite(Path path) throws ProjectException {
        DatabaseFile file = new DatabaseFile(path);
        return new Database(file, file.openToWrite());
    }

    /** Opens {@code path} as {@link DatabaseFile#openToRead} does. */
    static Database toRead(Path path) throws ProjectException {
        DatabaseFile file = new DatabaseFile(path);
        return new Database(file, file.openToRead());
    }

    Connection connection() {
        return connection;
    }

    /** Something read, or one row written. */
    interface Question<T> {
        T ask() throws SQLException, ProjectException;
    }

    <T> T ask(Question<T> question) throws ProjectException {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    /** Makes a change that is kept whole or not at all. */
    void change(Transaction.Change change) throws ProjectException {
        try {
            Transaction.run(connection, change);
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    @Override
    public void close() throws ProjectException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }
}
