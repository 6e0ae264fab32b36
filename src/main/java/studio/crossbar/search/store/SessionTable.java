package studio.crossbar.search.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Processes that worked on a search as rows of the table session. */
final class SessionTable {

    private final Connection connection;

    SessionTable(Connection connection) {
        this.connection = connection;
    }

    /** A row for a process that begins to work; its id. */
    long insert(Provenance provenance) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO session (started, program, java, system, host, workers, dataset, checksum)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            row.setString(1, Instant.now().toString());
            row.setString(2, provenance.program());
            row.setString(3, provenance.java());
            row.setString(4, provenance.system());
            row.setString(5, provenance.host());
            row.setInt(6, provenance.workers());
            row.setString(7, provenance.dataset());
            row.setString(8, provenance.checksum());
            try (ResultSet id = row.executeQuery()) {
                return id.getLong(1);
            }
        }
    }

    /** All rows, the oldest first. */
    List<StoredSession> all() throws SQLException {
        List<StoredSession> sessions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT started, program, java, system, host, workers, dataset,"
                        + " checksum, seconds FROM session ORDER BY id")) {
            while (row.next()) {
                Provenance provenance = new Provenance(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8));
                sessions.add(new StoredSession(row.getString(1), provenance, row.getDouble(9)));
            }
        }
        return sessions;
    }

    /** Keeps how long a process has worked. */
    void worked(long id, double seconds) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("UPDATE session SET seconds = ? WHERE id = ?")) {
            row.setDouble(1, seconds);
            row.setLong(2, id);
            row.executeUpdate();
        }
    }
}
