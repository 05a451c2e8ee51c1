package org.openimr.local.command;

import java.io.IOException;
import org.openimr.local.console.Console;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.SchemaRegistration.Registered;
import org.openimr.schemas.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      name = "register",
      description =
          "Registers the schema of every topic, which no service does by itself. Doing it again"
              + " changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr schemas register --registry http://registry:8081"})
  int register(@Mixin RegistryOption registry) {
    Settings settings =
        new Connection(System.getenv()).with(Settings.REGISTRY, registry.url).settings();
    try {
      for (Registered schema : SchemaRegistration.register(settings.registry())) {
        console.line("%-36s id %d".formatted(schema.subject(), schema.id()));
      }
      return ExitCode.OK;
    } catch (IOException e) {
      throw new Failure(
          "The registry at %s did not take the schemas: %s"
              .formatted(settings.text(Settings.REGISTRY), e.getMessage()),
          e);
    }
  }
}
