package org.openimr.cli.deadletters;

import java.time.Instant;
import java.util.List;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.options.TimeArgument;
import org.openimr.schemas.event.DeadLetterReason;
import picocli.CommandLine.Option;

/** {@code --code --stage --since --until --case}: which dead letters are meant. */
final class DeadLetterFilters {
  @Option(
      names = "--code",
      paramLabel = "CODE",
      split = ",",
      description = "Only those with this code or one of these: ${COMPLETION-CANDIDATES}.")
  private List<DeadLetterReason.Code> codes = List.of();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "Only those that this stage refused: ingest, enrich, or sink:lake-decisions and the"
              + " like.")
  private String stage;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeArgument.StartConverter.class,
      description = "Only those that failed then or later: 2026-11-21, 2026-11-21T10:00, 2h, 7d.")
  private Instant since = Instant.MIN;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeArgument.EndConverter.class,
      description = "Only those that failed before; a day is meant with all its hours.")
  private Instant until = Instant.MAX;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "Only those of this case key, e.g. CM17-0001234.")
  private String caseKey;

  /** Whether any was given. */
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
