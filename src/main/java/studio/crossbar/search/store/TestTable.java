package studio.crossbar.search.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Results on the test data as rows of the table test. */
final class TestTable {

    private final Connection connection;

    TestTable(Connection connection) {
        this.connection = connection;
    }

    void insert(TestResult result, long session) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO test (trial, measured, draws, error, deviation, session) VALUES (?, ?, ?, ?, ?, ?)")) {
            row.setLong(1, result.trial());
            row.setString(2, result.measured());
            row.setInt(3, result.draws());
            row.setDouble(4, result.error());
            row.setDouble(5, result.deviation());
            row.setLong(6, session);
            row.executeUpdate();
        }
    }

    /** All rows, the oldest first. */
    List<TestResult> all() throws SQLException {
        List<TestResult> results = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT trial, measured, draws, error, deviation FROM test ORDER BY measured, trial")) {
            while (row.next()) {
                results.add(new TestResult(
                        row.getLong(1), row.getString(2), row.getInt(3), row.getDouble(4), row.getDouble(5)));
            }
        }
        return results;
    }
}
