package org.openimr.cli.schemas;

import java.io.IOException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ConnectionSettings;
import org.openimr.cli.options.SchemaRegistryOption;
import org.openimr.schemas.registry.SchemaPlan;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.registry.SchemaRegistrar.RegisteredSchema;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr schemas}. */
@Command(
    name = "schemas",
    description = "The schemas of the events in a registry.",
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
          "Compares the registry's schemas with those of this version, and what is new with all"
              + " versions registered before; changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "+ is to be registered, ~ to be set, ! would break whoever reads or wrote before.",
        "",
        "Example:",
        "  imr schemas check --registry http://registry:8081",
        "",
        "Exit codes: 0 all there, 1 something is to be registered or is refused."
      })
  int check(@Mixin SchemaRegistryOption registry) {
    SchemaPlan plan = plan(settings(registry));
    SchemaPlanFormatter.of(plan).forEach(console::line);
    return plan.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  @Command(
      name = "register",
      description =
          "Registers the schema of every topic, which no service does by itself, after showing what"
              + " that changes. All or, if one is not compatible, none. Doing it again changes"
              + " nothing.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr schemas register --registry http://registry:8081"})
  int register(
      @Mixin SchemaRegistryOption registry,
      @Option(names = "--dry-run", description = "Only say what would be done.") boolean dryRun) {
    Settings settings = settings(registry);
    SchemaPlan plan = plan(settings);
    if (dryRun || plan.isIncompatible()) {
      SchemaPlanFormatter.of(plan).forEach(console::line);
    }
    if (plan.isIncompatible()) {
      throw new CliException(
          "Nothing was registered: it would break whoever reads or wrote before. Make the change"
              + " compatible, or a topic of a new version.");
    }
    if (dryRun) {
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

  private static Settings settings(SchemaRegistryOption registry) {
    return new ConnectionSettings(System.getenv()).with(Settings.REGISTRY, registry.url).settings();
  }

  private static CliException registryUnavailable(Settings settings, IOException cause) {
    return new CliException(
        "The registry at %s did not answer as one should: %s"
            .formatted(settings.text(Settings.REGISTRY), cause.getMessage()),
        cause);
  }
}
