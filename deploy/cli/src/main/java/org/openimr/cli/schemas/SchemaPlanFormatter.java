package org.openimr.cli.schemas;

import java.util.ArrayList;
import java.util.List;
import org.openimr.schemas.registry.SchemaPlan;
import org.openimr.schemas.registry.SchemaRegistrar;

/** A plan for schemas as lines for people. */
final class SchemaPlanFormatter {
  private SchemaPlanFormatter() {}

  /** A line for each subject, more where it is not as it should be. */
  static List<String> of(SchemaPlan plan) {
    List<String> lines = new ArrayList<>();
    for (SchemaPlan.Subject subject : plan.subjects()) {
      lines.add("%-36s  %s".formatted(subject.topic().subject(), describe(subject.state())));
      if (subject.state() instanceof SchemaPlan.Incompatible refused) {
        refused.reasons().forEach(reason -> lines.add("    " + reason.replace('\n', ' ')));
      }
      String level = subject.compatibility().orElse("the registry's own");
      if (!level.equals(SchemaRegistrar.COMPATIBILITY)) {
        lines.add("    ~ compatibility: %s -> %s".formatted(level, SchemaRegistrar.COMPATIBILITY));
      }
    }
    return lines;
  }

  private static String describe(SchemaPlan.State state) {
    return switch (state) {
      case SchemaPlan.Registered there ->
          "id %d, version %d".formatted(there.id(), there.version());
      case SchemaPlan.Missing missing -> "+ version 1";
      case SchemaPlan.NewVersion next ->
          "+ version %d, compatible with all before".formatted(next.latestVersion() + 1);
      case SchemaPlan.Incompatible refused -> "! not compatible with what is registered";
    };
  }
}
