package studio.crossbar.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import studio.crossbar.run.BuildInfo;

/**
 * The command {@code crossbar}. Exit codes: 0 done, 1 failure, 2 wrong usage, 3 targets of {@code specs} that are not met,
 * 130 ended by Ctrl+C; a failure is one line on the error stream.
 */
@Command(
        name = "crossbar",
        description = "Neural networks on analog non-volatile-memory crossbars: train, map, evaluate, cost, report.",
        subcommands = {
            NewCommand.class,
            DownloadCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            MapCommand.class,
            CostCommand.class,
            YieldCommand.class,
            SensitivityCommand.class,
            SpecsCommand.class,
            PolarityCommand.class,
            SearchCommand.class,
            FrontCommand.class,
            ReportCommand.class,
            OnnxCommand.class,
            IrDropCommand.class,
            SpiceCommand.class
        },
        versionProvider = Crossbar.VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failure, 2 wrong usage, 3 targets of specs not met, 130 ended by Ctrl+C.",
            "Without arguments the workbench opens, with --open PROJECT or PROJECT alone that project in it. A project is a folder with project.json and design.json."
        })
public final class Crossbar {

    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int TARGETS_MISSED = 3;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean version;

    private Crossbar() {}

    /** Runs the command on the process's streams and returns the exit code. */
    public static int run(String... arguments) {
        return run(out(), err(), arguments);
    }

    /** Trains, maps, evaluates and reports {@code project}, up to the first failure, and returns the exit code. */
    public static int wholeJob(Path project) {
        return wholeJob(out(), err(), project);
    }

    static int wholeJob(PrintWriter out, PrintWriter err, Path project) {
        for (String verb : List.of("train", "map", "evaluate", "report")) {
            int code = run(out, err, verb, project.toString());
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private static PrintWriter out() {
        return new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    }

    private static PrintWriter err() {
        return new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    }

    /** Runs the command and returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = new CommandLine(new Crossbar());
        command.setOut(out);
        command.setErr(err);
        EnumNames.accept(command);
        command.setParameterExceptionHandler((exception, _) -> {
            err.println("crossbar: " + Failure.oneLine(String.valueOf(exception.getMessage())) + "; see "
                    + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        });
        command.setExecutionExceptionHandler((exception, _, _) -> {
            Failure.describe(exception).ifPresent(line -> err.println("crossbar: " + line));
            return FAILURE;
        });
        if (arguments.length == 0) {
            command.usage(out);
            return USAGE;
        }
        return command.execute(arguments);
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Crossbar Studio " + BuildInfo.version()};
        }
    }
}
