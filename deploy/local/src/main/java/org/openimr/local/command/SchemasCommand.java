package org.openimr.local.command;

import java.io.IOException;
import org.openimr.local.console.Console;
import org.openimr.schemas.SchemaPlan;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.SchemaRegistration.Registered;
import org.openimr.schemas.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr schemas}. */
@Command(
    name = "schemas",
    description = "The schemas of the events in a registry.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SchemasCommand {
  private final Console console;

  SchemasCommand(Console console) {
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
  int check(@Mixin RegistryOption registry) {
    SchemaPlan plan = plan(settings(registry));
    SchemaLines.of(plan).forEach(console::line);
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
      @Mixin RegistryOption registry,
      @Option(names = "--dry-run", description = "Only say what would be done.") boolean dryRun) {
    Settings settings = settings(registry);
    SchemaPlan plan = plan(settings);
    if (dryRun || plan.isRefused()) {
      SchemaLines.of(plan).forEach(console::line);
    }
    if (plan.isRefused()) {
      throw new Failure(
          "Nothing was registered: it would break whoever reads or wrote before. Make the change"
              + " compatible, or a topic of a new version.");
    }
    if (dryRun) {
      return ExitCode.OK;
    }
    if (!plan.isEmpty()) {
      SchemaLines.of(plan).forEach(console::note);
    }
    try {
      for (Registered schema : SchemaRegistration.register(settings.registry())) {
        console.line("%-36s id %d".formatted(schema.subject(), schema.id()));
      }
      return ExitCode.OK;
    } catch (IOException e) {
      throw silent(settings, e);
    }
  }

  private static SchemaPlan plan(Settings settings) {
    try {
      return SchemaPlan.of(settings.registry());
    } catch (IOException e) {
      throw silent(settings, e);
    }
  }

  private static Settings settings(RegistryOption registry) {
    return new Connection(System.getenv()).with(Settings.REGISTRY, registry.url).settings();
  }

  private static Failure silent(Settings settings, IOException cause) {
    return new Failure(
        "The registry at %s did not answer as one should: %s"
            .formatted(settings.text(Settings.REGISTRY), cause.getMessage()),
        cause);
  }
}
