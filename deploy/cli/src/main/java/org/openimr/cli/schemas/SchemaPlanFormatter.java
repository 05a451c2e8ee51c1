package org.openimr.cli.schemas;

import java.util.ArrayList;
import java.util.List;
import org.openimr.schemas.registry.SchemaPlan;
import org.openimr.schemas.registry.SchemaRegistrar;

/** Formats a plan for schemas as text. */
final class SchemaPlanFormatter {
  private SchemaPlanFormatter() {}

  /** One line per subject, and further lines for incompatibilities and compatibility levels. */
  static List<String> of(SchemaPlan plan) {
    List<String> lines = new ArrayList<>();
    for (SchemaPlan.Subject subject : plan.subjects()) {
      lines.add("%-36s  %s".formatted(subject.topic().subject(), describe(subject.state())));
      if (subject.state() instanceof SchemaPlan.Incompatible incompatible) {
        incompatible.reasons().forEach(reason -> lines.add("    " + reason.replace('\n', ' ')));
      }
      String level = subject.compatibility().orElse("the registry's default");
      if (!level.equals(SchemaRegistrar.COMPATIBILITY)) {
        lines.add("    ~ compatibility: %s -> %s".formatted(level, SchemaRegistrar.COMPATIBILITY));
      }
    }
    return lines;
  }

  private static String describe(SchemaPlan.State state) {
    return switch (state) {
      case SchemaPlan.Registered registered ->
          "id %d, version %d".formatted(registered.id(), registered.version());
      case SchemaPlan.Missing missing -> "+ version 1";
      case SchemaPlan.NewVersion next ->
          "+ version %d, compatible with all earlier versions".formatted(next.latestVersion() + 1);
      case SchemaPlan.Incompatible incompatible -> "! not compatible with the registered versions";
    };
  }
}
