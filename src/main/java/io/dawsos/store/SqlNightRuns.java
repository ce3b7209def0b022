package io.dawsos.store;

import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightLock;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightRuns;
import io.dawsos.nightly.NightStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/** The checkpoints of nights, and the lock that keeps two processes apart. */
final class SqlNightRuns implements NightRuns {

    private record OfRun(long run, JobRun job) {}

    private record Placed(int position, JobRun job) {}

    private static final String COLUMNS =
            "id, date, policy, attempt, first_date, origin, status, started_at, finished_at, resumed";

    /** The last attempts of the newest nights of a policy; takes the policy, the first and the last day, and their number. */
    private static final String CHOSEN = "(select * from (select distinct on (date) " + COLUMNS
            + " from nightly_run where policy = ? and date between ? and ? order by date desc, attempt desc) last order by date desc limit ?)";

    private static final String FIND = "select " + COLUMNS + " from " + CHOSEN + " r order by date desc;"
            + "select run_id, name, blocking, j.status, j.started_at, duration_ms, summary, warnings, error"
            + " from nightly_job j join " + CHOSEN + " r on r.id = j.run_id order by run_id, position";

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Sql sql;
    private final PGSimpleDataSource locks;

    /** @param locks makes the connections that hold locks */
    SqlNightRuns(Sql sql, PGSimpleDataSource locks) {
        this.sql = sql;
        this.locks = locks;
    }

    @Override
    public Optional<NightLock> lock(String policy) {
        return AdvisoryLock.tryTake(locks, "dawsos night " + policy);
    }

    @Override
    public Optional<NightRun> find(LocalDate date, String policy) {
        return select(policy, date, date, 1).stream().findFirst();
    }

    @Override
    public List<NightRun> newest(String policy, int limit) {
        return select(policy, EVER, NEVER, limit);
    }

    private List<NightRun> select(String policy, LocalDate from, LocalDate to, int limit) {
        return sql.readShared(
                FIND,
                answers -> {
                    List<NightRun> runs = answers.list(SqlNightRuns::run);
                    Map<Long, List<JobRun>> jobs = new TreeMap<>();
                    for (OfRun row : answers.list(SqlNightRuns::job)) {
                        jobs.computeIfAbsent(row.run(), run -> new ArrayList<>())
                                .add(row.job());
                    }
                    return runs.stream()
                            .map(run -> with(run, jobs.getOrDefault(run.id(), List.of())))
                            .toList();
                },
                policy,
                from,
                to,
                limit,
                policy,
                from,
                to,
                limit);
    }

    private static NightRun run(ResultSet row) throws SQLException {
        return new NightRun(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, LocalDate.class),
                NightOrigin.of(row.getString(6)),
                NightStatus.of(row.getString(7)),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getInt(10),
                List.of());
    }

    private static OfRun job(ResultSet row) throws SQLException {
        return new OfRun(
                row.getLong(1),
                new JobRun(
                        row.getString(2),
                        row.getBoolean(3),
                        NightStatus.of(row.getString(4)),
                        Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Duration.ofMillis(row.getLong(6)),
                        row.getString(7),
                        List.of((String[]) row.getArray(8).getArray()),
                        Optional.ofNullable(row.getString(9))));
    }

    private static NightRun with(NightRun run, List<JobRun> jobs) {
        return new NightRun(
                run.id(),
                run.date(),
                run.policy(),
                run.attempt(),
                run.first(),
                run.origin(),
                run.status(),
                run.startedAt(),
                run.finishedAt(),
                run.resumed(),
                jobs);
    }

    @Override
    public NightRun open(NightRun opening) {
        sql.transaction(jdbc -> jdbc.update(
                "insert into nightly_run (date, policy, attempt, first_date, origin, status, started_at)"
                        + " values (?, ?, ?, ?, ?, 'running', ?)",
                opening.date(),
                opening.policy(),
                opening.attempt(),
                opening.first(),
                opening.origin().word(),
                at(opening.startedAt())));
        return find(opening.date(), opening.policy()).orElseThrow();
    }

    @Override
    public NightRun reopen(NightRun run) {
        String again =
                "update nightly_run set status = 'running', finished_at = null, resumed = resumed + 1 where id = ?";
        sql.transaction(jdbc -> jdbc.update(again, run.id()));
        return find(run.date(), run.policy()).orElseThrow();
    }

    @Override
    public void record(NightRun run, int first, List<JobRun> jobs) {
        List<Placed> placed = new ArrayList<>();
        for (JobRun job : jobs) {
            placed.add(new Placed(first + placed.size(), job));
        }
        sql.transaction(jdbc -> {
            new RowBatch<Placed>("nightly_job")
                    .column("run_id", "bigint", row -> run.id())
                    .column("name", "text", row -> row.job().name())
                    .column("position", "int", Placed::position)
                    .column("blocking", "boolean", row -> row.job().blocking())
                    .column("status", "text", row -> row.job().status().word())
                    .column("started_at", "timestamptz", row -> row.job().startedAt())
                    .column("duration_ms", "bigint", row -> row.job().duration().toMillis())
                    .column("summary", "text", row -> row.job().summary())
                    .column("warnings", "text[]", row -> row.job().warnings())
                    .column("error", "text", row -> row.job().error())
                    .replacing("run_id, name", "status", "started_at", "duration_ms", "summary", "warnings", "error")
                    .insert(jdbc, placed);
            return true;
        });
    }

    @Override
    public void finish(NightRun run, NightStatus status, Instant at) {
        String end = "update nightly_run set status = ?, finished_at = ? where id = ?";
        sql.transaction(jdbc -> jdbc.update(end, status.word(), at(at), run.id()));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
