package studio.crossbar.search.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes of a database that are kept together or not at all. */
final class Transaction {

    private Transaction() {}

    /** What is kept together. */
    interface Change {
        void run() throws SQLException;
    }

    /**
     * Makes a change, or undoes it if it fails. SQLite's own commands are used, not the driver's: a full disk has SQLite roll
     * back by itself, after which the driver would believe in a transaction that is over and have later changes kept one by
     * one.
     *
     * @param connection that keeps single changes at once
     * @throws SQLException what failed first
     */
    static void run(Connection connection, Change change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                change.run();
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                undo(statement, e);
                throw e;
            }
        }
    }

    /** Fails where SQLite has rolled back already. */
    private static void undo(Statement statement, Exception first) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }
}
