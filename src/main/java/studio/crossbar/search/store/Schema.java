package studio.crossbar.search.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Tables of a search's database, one step a version of the program that changed them. {@code user_version} of the file says
 * how many steps it has gone; each is one transaction.
 */
final class Schema {

    private static final List<List<String>> STEPS = List.of(
            List.of("""
                    CREATE TABLE search (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        space TEXT NOT NULL, base TEXT NOT NULL, settings TEXT NOT NULL, created TEXT NOT NULL)""", """
                    CREATE TABLE session (
                        id INTEGER PRIMARY KEY, started TEXT NOT NULL, program TEXT NOT NULL, java TEXT NOT NULL,
                        system TEXT NOT NULL, host TEXT NOT NULL, workers INTEGER NOT NULL, dataset TEXT NOT NULL,
                        checksum TEXT NOT NULL)""", """
                    CREATE TABLE trial (
                        id INTEGER PRIMARY KEY, genome TEXT NOT NULL UNIQUE, parents TEXT NOT NULL, origin TEXT NOT NULL,
                        seed INTEGER NOT NULL, rung INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
                        session INTEGER NOT NULL REFERENCES session (id), created TEXT NOT NULL, changed TEXT NOT NULL,
                        design TEXT)""", """
                    CREATE TABLE metric (
                        trial INTEGER NOT NULL REFERENCES trial (id), name TEXT NOT NULL, value REAL NOT NULL,
                        PRIMARY KEY (trial, name)) WITHOUT ROWID""", """
                    CREATE TABLE measurement (
                        trial INTEGER NOT NULL REFERENCES trial (id), rung INTEGER NOT NULL, epochs INTEGER NOT NULL,
                        draws INTEGER NOT NULL, error REAL NOT NULL, deviation REAL NOT NULL, seconds REAL NOT NULL,
                        session INTEGER NOT NULL REFERENCES session (id),
                        PRIMARY KEY (trial, rung)) WITHOUT ROWID"""),
            List.of("ALTER TABLE session ADD COLUMN seconds REAL NOT NULL DEFAULT 0", """
                    CREATE TABLE test (
                        trial INTEGER NOT NULL REFERENCES trial (id), measured TEXT NOT NULL, draws INTEGER NOT NULL,
                        error REAL NOT NULL, deviation REAL NOT NULL, session INTEGER NOT NULL REFERENCES session (id),
                        PRIMARY KEY (trial, measured)) WITHOUT ROWID"""),
            // When earlier measurements ended was not kept; for finished trials it is when they changed last.
            List.of(
                    "ALTER TABLE measurement ADD COLUMN ended TEXT NOT NULL DEFAULT ''",
                    "UPDATE measurement SET ended = (SELECT changed FROM trial WHERE id = measurement.trial)"));

    /** Version that this program writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Version of the file; 0 for an empty one. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    /** Brings the file to {@link #VERSION}; killed between steps, it goes on the next time. */
    static void upgrade(Connection connection) throws SQLException {
        upgrade(connection, VERSION);
    }

    static void upgrade(Connection connection, int to) throws SQLException {
        for (int version = version(connection); version < to; version++) {
            List<String> changes = STEPS.get(version);
            int next = version + 1;
            Transaction.run(connection, () -> {
                try (Statement statement = connection.createStatement()) {
                    for (String change : changes) {
                        statement.execute(change);
                    }
                    statement.execute("PRAGMA user_version = " + next);
                }
            });
        }
    }
}
