package org.openimr.cli.deadletters;

import java.util.List;
import org.openimr.cli.deadletters.resolution.DeadLetterId;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dead letters that a command acts on: given by id or by filters, or all open ones. */
final class DeadLetterSelection {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      converter = DeadLetterId.Converter.class,
      description = "Ids of dead letters as printed by list, e.g. 3-17.")
  private List<DeadLetterId> ids = List.of();

  @Mixin private DeadLetterFilters filters;

  @Option(names = "--all-open", description = "All open dead letters.")
  private boolean allOpen;

  /**
   * Checks that something is selected, so that a missing argument never selects everything.
   *
   * @throws ParameterException without ids, filters or {@code --all-open}
   */
  void requireSelection() {
    if (ids.isEmpty() && !filters.isAnyGiven() && !allOpen) {
      throw new ParameterException(
          command.commandLine(), "No dead letters selected: add ids, a filter or --all-open.");
    }
  }

  boolean matches(DeadLetterMetadata dead) {
    return (ids.isEmpty() || ids.contains(dead.id())) && filters.matches(dead);
  }
}
