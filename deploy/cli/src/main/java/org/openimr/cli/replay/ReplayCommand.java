package org.openimr.cli.replay;

import java.time.Instant;
import java.time.InstantSource;
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
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
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
    description = "Reads the history again by this build's parser, beside what runs.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Of each case, the letter whose facts are published is read again. If it reads otherwise now,"
          + " it goes to the running enrich service once more, which publishes it as the next"
          + " revision. Nothing is stopped, older letters never come back, letters that arrive"
          + " meanwhile win, and a second run sends nothing.",
      "",
      "First start the enrich service with the new version, then replay; a dry run tells what would"
          + " change, and needs no new service.",
      "",
      "Examples:",
      "  imr replay --dry-run                   what would change, by field",
      "  imr replay --parser-version 1          only what version 1 read",
      "  imr replay --from 2026-11-01 --rate 200",
      "",
      "Exit codes: 0 done, 1 failed or stopped before the end, 2 wrong usage."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int STOPPED = 1;
  private static final long STOP_SECONDS = 5;

  private final Console console;
  private final Optional<LetterInterpreter> parser;

  @Option(
      names = "--from",
      paramLabel = "TIME|OFFSET",
      description =
          "Letters received since, such as 2026-11-01 or 2026-11-01T08:00:00Z (UTC), or from an"
              + " offset of each partition on. Without it: all that the topic holds.")
  private String from;

  @Option(names = "--until", paramLabel = "TIME", description = "Letters received before.")
  private String until;

  @Option(
      names = "--parser-version",
      paramLabel = "VERSION",
      description = "Only cases that this version of the parser read.")
  private String parserVersion;

  @Option(names = "--case", paramLabel = "KEY", description = "Only this case; may be repeated.")
  private List<String> cases = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description = "Most letters sent in a second, so that new ones need not wait: 500.")
  private long rate;

  @Option(names = "--dry-run", description = "Only report what would change.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  public ReplayCommand(Console console) {
    this(console, Optional.empty());
  }

  /**
   * @param parser instead of this build's with the catalogue of the topic
   */
  ReplayCommand(Console console, Optional<LetterInterpreter> parser) {
    this.console = console;
    this.parser = parser;
  }

  @Override
  public Integer call() {
    if (rate < 1) {
      throw new ParameterException(spec.commandLine(), "--rate is to be at least 1.");
    }
    ReplayScope scope = scope();
    Settings settings = cluster.settings(List.of(), Map.of());
    try {
      ReplayReport report = replay(settings, scope);
      if (json) {
        console.line(ReplayReportFormatter.json(report));
      } else {
        ReplayReportFormatter.text(report).forEach(console::line);
      }
      return report.isComplete() ? DONE : STOPPED;
    } catch (TimeoutException e) {
      throw ClusterOptions.brokerUnavailable(settings, e);
    }
  }

  private ReplayReport replay(Settings settings, ReplayScope scope) {
    RemainingTimeLine remaining = new RemainingTimeLine(console, InstantSource.system());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(asked, ended), "replay-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      LetterInterpreter maker = parser.orElseGet(() -> maker(settings));
      return new ReplayRunner(settings, maker)
          .run(scope, dryRun ? 0 : rate, remaining::update, () -> asked.getCount() == 0);
    } finally {
      remaining.end();
      ended.countDown();
      if (asked.getCount() > 0) {
        Runtime.getRuntime().removeShutdownHook(stop);
      }
    }
  }

  private static void stop(CountDownLatch asked, CountDownLatch ended) {
    asked.countDown();
    try {
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As the running service reads: with the catalogue of the topic, if there is one. */
  private static LetterInterpreter maker(Settings settings) {
    LetterInterpreter maker = LetterInterpreter.standard();
    Map<String, Guideline> catalogue = new GuidelineTopicClient(settings).read();
    if (!catalogue.isEmpty()) {
      maker.useCatalogue(Catalogue.of(catalogue.values()));
    }
    return maker;
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
          "%s is no time; write it as 2026-11-01 or 2026-11-01T08:00:00Z.".formatted(text),
          e);
    }
  }
}
