package org.openimr.cli.schemas;

import java.io.IOException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.cli.options.DryRunOption;
import org.openimr.schemas.registry.SchemaPlan;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.registry.SchemaRegistrar.RegisteredSchema;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr schemas}. */
@Command(
    name = "schemas",
    description = "Check and register the schemas of events.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class SchemasCommand {
  private final Console console;

  public SchemasCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "check",
      description =
          "Compare the registry's schemas with those of this version; check new schemas against all"
              + " registered versions. Change nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "+ would be registered, ~ would be set, ! is incompatible with existing readers or events.",
        "",
        "Example:",
        "  imr schemas check --registry http://registry:8081",
        "",
        "Exit code 1: a schema is missing or incompatible."
      })
  int check(@Mixin ClusterOptions cluster) {
    SchemaPlan plan = plan(cluster.settings());
    SchemaPlanFormatter.of(plan).forEach(console::line);
    return plan.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  @Command(
      name = "register",
      description =
          "Register the schema of every topic; services do not register schemas. If one is"
              + " incompatible, none is registered. Repeating the command changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr schemas register --registry http://registry:8081"})
  int register(@Mixin ClusterOptions cluster, @Mixin DryRunOption dryRun) {
    Settings settings = cluster.settings();
    SchemaPlan plan = plan(settings);
    if (dryRun.isDryRun() || plan.isIncompatible()) {
      SchemaPlanFormatter.of(plan).forEach(console::line);
    }
    if (plan.isIncompatible()) {
      throw new CliException(
          "Nothing was registered: a schema is incompatible with existing readers or events. Make"
              + " the change compatible, or add a topic with a new version.");
    }
    if (dryRun.isDryRun()) {
      return ExitCode.OK;
    }
    if (!plan.isEmpty()) {
      SchemaPlanFormatter.of(plan).forEach(console::note);
    }
    try {
      for (RegisteredSchema schema : SchemaRegistrar.register(settings.registry())) {
        console.line("%-36s id %d".formatted(schema.subject(), schema.id()));
      }
      return ExitCode.OK;
    } catch (IOException e) {
      throw registryUnavailable(settings, e);
    }
  }

  private static SchemaPlan plan(Settings settings) {
    try {
      return SchemaPlan.of(settings.registry());
    } catch (IOException e) {
      throw registryUnavailable(settings, e);
    }
  }

  private static CliException registryUnavailable(Settings settings, IOException cause) {
    return new CliException(
        "The registry at %s failed: %s"
            .formatted(settings.text(Settings.REGISTRY), cause.getMessage()),
        cause);
  }
}
