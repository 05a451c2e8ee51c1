package org.openimr.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.cli.options.ConfirmationOptions;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.topology.IngestStreamsConfig;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr reset}. */
@Command(
    name = "reset",
    description = "Reset stopped services to the beginning of their topics.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "At its next start the enrich service processes all letters on imr.letters.v1 again. Its"
          + " state (the changelog topics) is kept, so that revision numbers continue and withdrawn"
          + " items stay withdrawn. A letter is published again only if its facts differ from the"
          + " published ones, and it never replaces a letter that was received later. Letters are"
          + " not counted again; dead letters are written again, with the same position.",
      "",
      "--all also resets the ingest service on imr.letters.raw.v1. --state also removes the local"
          + " state, which is then restored from the broker. To process earlier letters while the"
          + " services run, use imr replay.",
      "",
      "Examples:",
      "  imr reset --dry-run",
      "  imr reset --yes",
      "  imr reset --yes --all --state /var/lib/imr/enrich"
    })
public final class ResetCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--all", description = "Also reset the ingest service.")
  private boolean all;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder of the enrich service's local state on this machine, to be removed.")
  private @Nullable Path state;

  @Mixin private ConfirmationOptions confirmation;
  @Mixin private ClusterOptions cluster;

  public ResetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = cluster.settings(List.of(EnrichService.APPLICATION_ID), Map.of());
    List<ServiceGroup> services = services(settings);
    try (ConsumerGroupReset groups = new ConsumerGroupReset(settings.kafka())) {
      for (ServiceGroup service : services) {
        requireStopped(groups, service);
      }
      if (confirmation.isPreviewNeeded()) {
        for (ServiceGroup service : services) {
          print(groups, service, "would be reset");
        }
        stateDirectory(settings)
            .ifPresent(directory -> console.line(directory + " would be removed"));
      }
      if (confirmation.isDryRun()) {
        return ExitCode.OK;
      }
      confirmation.confirm(console, "Reset?");
      reset(groups, services, settings);
      return ExitCode.OK;
    } catch (KafkaException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  private List<ServiceGroup> services(Settings settings) {
    List<ServiceGroup> services = new ArrayList<>();
    services.add(
        new ServiceGroup("enrich", settings.text(EnrichService.APPLICATION_ID), Topic.LETTERS));
    if (all) {
      services.add(
          new ServiceGroup("ingest", IngestStreamsConfig.APPLICATION_ID, Topic.LETTERS_RAW));
    }
    return services;
  }

  private static void requireStopped(ConsumerGroupReset groups, ServiceGroup service)
      throws InterruptedException {
    int members = groups.members(service);
    if (members > 0) {
      throw new CliException(
          "The %s service is running (%d members of %s). Stop all its instances, then repeat."
              .formatted(service.service(), members, service.group()));
    }
  }

  private void print(ConsumerGroupReset groups, ServiceGroup service, String action)
      throws InterruptedException {
    console.line(
        "%s: %s to the beginning of %s, up to %,d records will be processed again"
            .formatted(
                service.service(), action, service.topic().topicName(), groups.topicSize(service)));
  }

  private void reset(ConsumerGroupReset groups, List<ServiceGroup> services, Settings settings)
      throws IOException, InterruptedException {
    for (ServiceGroup service : services) {
      groups.deleteOffsets(service);
      print(groups, service, "reset");
    }
    Optional<Path> directory = stateDirectory(settings);
    if (directory.isPresent()) {
      LocalStateDirectory.delete(directory.get());
      console.line(directory.get() + " removed");
    }
  }

  private Optional<Path> stateDirectory(Settings settings) {
    return Optional.ofNullable(state)
        .map(directory -> directory.resolve(settings.text(EnrichService.APPLICATION_ID)));
  }
}
