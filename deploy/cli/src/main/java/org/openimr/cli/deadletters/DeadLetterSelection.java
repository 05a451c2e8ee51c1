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

/** What a command is to act on: named dead letters, those that filters leave, or all open ones. */
final class DeadLetterSelection {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      converter = DeadLetterId.Converter.class,
      description = "Dead letters as list names them, e.g. 3-17.")
  private List<DeadLetterId> ids = List.of();

  @Mixin private DeadLetterFilters filters;

  @Option(names = "--all-open", description = "All that are open.")
  private boolean allOpen;

  /**
   * Sees to it that nobody acts on everything by leaving something out.
   *
   * @throws ParameterException if nothing was said
   */
  void requireSelection() {
    if (ids.isEmpty() && !filters.isAnyGiven() && !allOpen) {
      throw new ParameterException(
          command.commandLine(), "Which? Name them, give a filter, or say --all-open.");
    }
  }

  boolean matches(DeadLetterMetadata dead) {
    return (ids.isEmpty() || ids.contains(dead.id())) && filters.matches(dead);
  }
}
