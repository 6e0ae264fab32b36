package studio.crossbar.search.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.study.ProjectException;

/** What a search was begun with as the one row of the table search. */
final class SetupTable {

    private final Connection connection;
    private final Path file;

    /** @param file that refusals name */
    SetupTable(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    void insert(SearchSetup setup) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO search (id, space, base, settings, created) VALUES (1, ?, ?, ?, ?)")) {
            row.setString(1, SearchSpaceJson.write(setup.space()));
            row.setString(2, DesignJson.write(setup.base()));
            row.setString(3, SearchSetupJson.settings(setup));
            row.setString(4, Instant.now().toString());
            row.executeUpdate();
        }
    }

    /** The row; empty before {@link #insert}. */
    Optional<SearchSetup> read() throws SQLException, ProjectException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT space, base, settings FROM search")) {
            return row.next()
                    ? Optional.of(
                            SearchSetupJson.read(file.toString(), row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }
}
