package org.openimr.cli.deadletters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.options.TimeArgument;
import org.openimr.schemas.event.DeadLetterReason;
import picocli.CommandLine.Option;

/** Filters of dead letters: {@code --code --stage --since --until --case}. */
final class DeadLetterFilters {
  @Option(
      names = "--code",
      paramLabel = "CODE",
      split = ",",
      description = "Only dead letters with one of these codes: ${COMPLETION-CANDIDATES}.")
  private List<DeadLetterReason.Code> codes = List.of();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "Only dead letters of this stage: ingest, enrich, or a sink such as"
              + " sink:lake-decisions.")
  private @Nullable String stage;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeArgument.StartConverter.class,
      description = "Only dead letters since this time: 2026-11-21, 2026-11-21T10:00, 2h, 7d.")
  private Instant since = Instant.MIN;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeArgument.EndConverter.class,
      description = "Only dead letters before this time; a date includes the whole day.")
  private Instant until = Instant.MAX;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "Only dead letters of this case key, e.g. CM17-0001234.")
  private @Nullable String caseKey;

  /** Whether any filter is given. */
  boolean isAnyGiven() {
    return !codes.isEmpty()
        || stage != null
        || !since.equals(Instant.MIN)
        || !until.equals(Instant.MAX)
        || caseKey != null;
  }

  boolean matches(DeadLetterMetadata dead) {
    return (codes.isEmpty() || codes.stream().anyMatch(code -> code.name().equals(dead.code())))
        && (stage == null || stage.equals(dead.stage()))
        && !dead.time().isBefore(since)
        && dead.time().isBefore(until)
        && (caseKey == null || caseKey.equals(dead.caseKey()));
  }
}
