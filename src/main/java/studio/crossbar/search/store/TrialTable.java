package studio.crossbar.search.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

/** Trials as rows of the tables trial, metric and measurement. */
final class TrialTable {

    private final Connection connection;

    TrialTable(Connection connection) {
        this.connection = connection;
    }

    /** All trials in the order of their ids. */
    List<Trial> all() throws SQLException {
        return read("");
    }

    /** Trials of those ids that are there, in the order of their ids. */
    List<Trial> of(Collection<Long> ids) throws SQLException {
        return read(ids.stream().map(String::valueOf).collect(Collectors.joining(", ", " IN (", ")")));
    }

    /** When each trial was changed last, as text that only equality says something of. */
    Map<Long, String> changes() throws SQLException {
        Map<Long, String> changes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, changed FROM trial")) {
            while (row.next()) {
                changes.put(row.getLong(1), row.getString(2));
            }
        }
        return changes;
    }

    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM trial")) {
            return row.getLong(1);
        }
    }

    /** Design of a trial as JSON; empty if it has none or is unknown. */
    Optional<String> design(long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT design FROM trial WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Whether any trial is in one of {@code states}. */
    boolean any(State... states) throws SQLException {
        String names = Arrays.stream(states).map(state -> "'" + state + "'").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT EXISTS (SELECT 1 FROM trial WHERE state IN (" + names + "))")) {
            return row.getBoolean(1);
        }
    }

    /** @param which condition on a trial's id; empty for all */
    private List<Trial> read(String which) throws SQLException {
        Map<Long, Map<Metric, Double>> metrics = metrics(which);
        Map<Long, List<Measurement>> measurements = measurements(which);
        List<Trial> trials = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, genome, parents, origin, seed, rung, state, reason FROM trial" + where("id", which)
                                + " ORDER BY id")) {
            while (row.next()) {
                long id = row.getLong(1);
                trials.add(new Trial(
                        id,
                        Genome.parse(row.getString(2)),
                        parents(row.getString(3)),
                        row.getString(4),
                        row.getLong(5),
                        row.getInt(6),
                        State.valueOf(row.getString(7)),
                        metrics.getOrDefault(id, Map.of()),
                        measurements.getOrDefault(id, List.of()),
                        row.getString(8)));
            }
        }
        return trials;
    }

    private Map<Long, Map<Metric, Double>> metrics(String which) throws SQLException {
        Map<String, Metric> known = Arrays.stream(Metric.values()).collect(Collectors.toMap(Metric::label, m -> m));
        Map<Long, Map<Metric, Double>> metrics = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT trial, name, value FROM metric" + where("trial", which))) {
            while (row.next()) {
                Metric metric = known.get(row.getString(2));
                if (metric != null) {
                    metrics.computeIfAbsent(row.getLong(1), _ -> new EnumMap<>(Metric.class))
                            .put(metric, row.getDouble(3));
                }
            }
        }
        return metrics;
    }

    private Map<Long, List<Measurement>> measurements(String which) throws SQLException {
        Map<Long, List<Measurement>> measurements = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT trial, rung, epochs, draws, error, deviation, seconds, ended FROM measurement"
                                + where("trial", which) + " ORDER BY trial, rung")) {
            while (row.next()) {
                measurements
                        .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(new Measurement(
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getDouble(5),
                                row.getDouble(6),
                                row.getDouble(7),
                                Instant.parse(row.getString(8))));
            }
        }
        return measurements;
    }

    private static String where(String column, String which) {
        return which.isEmpty() ? "" : " WHERE " + column + which;
    }

    private static List<Long> parents(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList();
    }

    /** @param design as JSON; null if there is none */
    void insert(Trial trial, @Nullable String design, long session) throws SQLException {
        String now = Instant.now().toString();
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO trial (id, genome, parents, origin, seed, rung, state, reason, session, created, changed,"
                        + " design) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            row.setLong(1, trial.id());
            row.setString(2, trial.genome().toString());
            row.setString(3, trial.parents().stream().map(String::valueOf).collect(Collectors.joining(",")));
            row.setString(4, trial.origin());
            row.setLong(5, trial.seed());
            row.setInt(6, trial.rung());
            row.setString(7, trial.state().name());
            row.setString(8, trial.reason());
            row.setLong(9, session);
            row.setString(10, now);
            row.setString(11, now);
            row.setString(12, design);
            row.executeUpdate();
        }
        insertValues(trial, session);
    }

    /** Writes what can change of a trial. */
    void update(Trial trial, long session) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "UPDATE trial SET rung = ?, state = ?, reason = ?, changed = ? WHERE id = ?")) {
            row.setInt(1, trial.rung());
            row.setString(2, trial.state().name());
            row.setString(3, trial.reason());
            row.setString(4, Instant.now().toString());
            row.setLong(5, trial.id());
            row.executeUpdate();
        }
        insertValues(trial, session);
    }

    private void insertValues(Trial trial, long session) throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO metric (trial, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (trial, name) DO UPDATE SET value = excluded.value")) {
            for (Map.Entry<Metric, Double> metric : trial.metrics().entrySet()) {
                row.setLong(1, trial.id());
                row.setString(2, metric.getKey().label());
                row.setDouble(3, metric.getValue());
                row.executeUpdate();
            }
        }
        // A measurement keeps the session that made it unless it is made anew.
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO measurement (trial, rung, epochs, draws, error, deviation, seconds, ended, session)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (trial, rung) DO UPDATE SET"
                        + " epochs = excluded.epochs, draws = excluded.draws, error = excluded.error,"
                        + " deviation = excluded.deviation, seconds = excluded.seconds, ended = excluded.ended,"
                        + " session = excluded.session"
                        + " WHERE draws <> excluded.draws OR error <> excluded.error")) {
            for (Measurement measurement : trial.measurements()) {
                row.setLong(1, trial.id());
                row.setInt(2, measurement.rung());
                row.setInt(3, measurement.epochs());
                row.setInt(4, measurement.draws());
                row.setDouble(5, measurement.error());
                row.setDouble(6, measurement.deviation());
                row.setDouble(7, measurement.seconds());
                row.setString(8, measurement.ended().toString());
                row.setLong(9, session);
                row.executeUpdate();
            }
        }
    }
}
