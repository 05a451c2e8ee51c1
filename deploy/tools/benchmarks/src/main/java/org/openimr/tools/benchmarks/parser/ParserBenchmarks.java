package org.openimr.tools.benchmarks.parser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openimr.tools.benchmarks.report.BenchmarkHost;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.StackProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the parser benchmarks and prints a table: {@code deploy/tools/benchmarks/run}. */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure the cost of parsing a letter on one core, with a literal scan of the same text as"
          + " the baseline. Prints a Markdown table with machine, JDK and settings.",
      ""
    })
public final class ParserBenchmarks implements Callable<Integer> {
  /** A single thread including garbage collection, to measure one core. */
  private static final List<String> JVM_FLAGS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

  private static final String QUIET =
      "-Dlogback.configurationFile=org/openimr/tools/benchmarks/parser/quiet.xml";

  /** The first JDK that warns about the use of Unsafe by JMH 1.37. */
  private static final int UNSAFE_WARNING_RELEASE = 24;

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      defaultValue = "",
      description = "Run only benchmarks whose name matches.")
  private String only;

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "5",
      description = "JVMs per benchmark; 0 uses this one. Default: ${DEFAULT-VALUE}.")
  private int forks;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "8",
      description = "Warm-up iterations per JVM. Default: ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "6",
      description = "Measured iterations per JVM. Default: ${DEFAULT-VALUE}.")
  private int iterations;

  @Option(
      names = "--time",
      paramLabel = "MS",
      defaultValue = "500",
      description = "Duration of an iteration. Default: ${DEFAULT-VALUE}.")
  private int time;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results of JMH.")
  private @Nullable Path json;

  @Option(names = "--stack", description = "Also sample stack traces.")
  private boolean stack;

  @Option(names = "--verbose", description = "Print the output of JMH.")
  private boolean verbose;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ParserBenchmarks()).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException {
    JmhResultTable table = JmhResultTable.of(new Runner(options().build()).run());
    spec.commandLine().getOut().println(BenchmarkHost.describe(settings()));
    spec.commandLine().getOut().print(table.markdown());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private String settings() {
    return "JMH 1.37, one thread, %d forks of %d iterations of %d ms after %d to warm up, %s"
        .formatted(forks, iterations, time, warmup, String.join(" ", JVM_FLAGS));
  }

  private static String[] jvm() {
    List<String> jvm = new ArrayList<>(JVM_FLAGS);
    jvm.add(QUIET);
    if (Runtime.version().feature() >= UNSAFE_WARNING_RELEASE) {
      jvm.add("--sun-misc-unsafe-memory-access=allow");
    }
    return jvm.toArray(String[]::new);
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + ParserBenchmarks.class.getPackageName() + "\\..*" + only)
            .forks(forks)
            .warmupIterations(warmup)
            .warmupTime(TimeValue.milliseconds(time))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.milliseconds(time))
            .jvmArgs(jvm())
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .shouldFailOnError(true)
            .verbosity(verbose || stack ? VerboseMode.NORMAL : VerboseMode.SILENT);
    if (stack) {
      options.addProfiler(StackProfiler.class, "lines=3;top=25");
    }
    return json == null
        ? options
        : options.resultFormat(ResultFormatType.JSON).result(json.toString());
  }
}
