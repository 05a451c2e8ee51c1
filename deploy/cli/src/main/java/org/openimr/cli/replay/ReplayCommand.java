package org.openimr.cli.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.ProgressLine;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.cli.options.DryRunOption;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.enrich.replay.ReplayReport;
import org.openimr.enrich.replay.ReplayRunner;
import org.openimr.enrich.replay.ReplayScope;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr replay}. */
@Command(
    name = "replay",
    description = "Parse earlier letters again with this version's parser, while the services run.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "For each case, the letter whose facts are published is parsed again. If the result differs,"
          + " the letter is sent to the running enrich service, which publishes the next revision."
          + " Services keep running, older letters never replace newer ones, letters that arrive"
          + " meanwhile take precedence, and a second run sends nothing.",
      "",
      "Upgrade the enrich service first, then replay. A dry run shows what would change and needs"
          + " no upgraded service.",
      "",
      "Examples:",
      "  imr replay --dry-run                   changes by field",
      "  imr replay --parser-version 1          only cases parsed by version 1",
      "  imr replay --from 2026-11-01 --rate 200",
      "",
      "Exit code 130: stopped by Ctrl-C before the end; run it again for the rest."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final long STOP_SECONDS = 5;

  private final Console console;
  private final Optional<LetterInterpreter> parser;

  @Option(
      names = "--from",
      paramLabel = "TIME|OFFSET",
      description =
          "Start time, such as 2026-11-01 or 2026-11-01T08:00:00Z (UTC), or start offset in each"
              + " partition. Default: the beginning of the topic.")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "TIME", description = "End time, exclusive.")
  private @Nullable String until;

  @Option(
      names = "--parser-version",
      paramLabel = "VERSION",
      description = "Only cases parsed by this version of the parser.")
  private @Nullable String parserVersion;

  @Option(names = "--case", paramLabel = "KEY", description = "Only this case; may be repeated.")
  private List<String> cases = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Maximum letters sent per second, so that new letters are not delayed. Default:"
              + " ${DEFAULT-VALUE}.")
  private long rate;

  @Mixin private DryRunOption dryRun;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  public ReplayCommand(Console console) {
    this(console, Optional.empty());
  }

  /**
   * @param parser replaces this version's parser and the catalogue of the topic
   */
  ReplayCommand(Console console, Optional<LetterInterpreter> parser) {
    this.console = console;
    this.parser = parser;
  }

  @Override
  public Integer call() {
    if (rate < 1) {
      throw new ParameterException(spec.commandLine(), "--rate must be at least 1.");
    }
    ReplayScope scope = scope();
    Settings settings = cluster.settings();
    try {
      ReplayReport report = replay(settings, scope);
      if (json) {
        console.line(ReplayReportFormatter.json(report));
      } else {
        ReplayReportFormatter.text(report).forEach(console::line);
      }
      return report.isComplete() ? ExitCode.OK : ExitCode.INTERRUPTED;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  private ReplayReport replay(Settings settings, ReplayScope scope) {
    CountDownLatch stopRequested = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(stopRequested, ended), "replay-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try (ProgressLine progress = new ProgressLine(console, "records")) {
      LetterInterpreter interpreter = parser.orElseGet(() -> interpreter(settings));
      return new ReplayRunner(settings, interpreter)
          .run(
              scope,
              dryRun.isDryRun() ? 0 : rate,
              progress::update,
              () -> stopRequested.getCount() == 0);
    } finally {
      ended.countDown();
      if (stopRequested.getCount() > 0) {
        Runtime.getRuntime().removeShutdownHook(stop);
      }
    }
  }

  private static void stop(CountDownLatch stopRequested, CountDownLatch ended) {
    stopRequested.countDown();
    try {
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interprets letters as the running service does: with the catalogue on the topic, if any. */
  private static LetterInterpreter interpreter(Settings settings) {
    LetterInterpreter interpreter = LetterInterpreter.standard();
    Map<String, Guideline> catalogue = new GuidelineTopicClient(settings).read();
    if (!catalogue.isEmpty()) {
      interpreter.useCatalogue(Catalogue.of(catalogue.values()));
    }
    return interpreter;
  }

  private ReplayScope scope() {
    boolean isOffset = from != null && from.chars().allMatch(Character::isDigit);
    return new ReplayScope(
        isOffset ? Optional.empty() : Optional.ofNullable(from).map(this::time),
        isOffset ? OptionalLong.of(Long.parseLong(from)) : OptionalLong.empty(),
        Optional.ofNullable(until).map(this::time),
        Optional.ofNullable(parserVersion),
        Set.copyOf(cases));
  }

  private Instant time(String text) {
    try {
      return text.length() == "2026-11-01".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is not a time; examples: 2026-11-01, 2026-11-01T08:00:00Z.".formatted(text),
          e);
    }
  }
}
