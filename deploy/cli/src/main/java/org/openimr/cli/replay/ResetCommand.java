package org.openimr.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
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
    description =
        "Sets the services back to the beginning of their topics, while they are stopped.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "At its next start the enrich service reads all letters again that imr.letters.v1 holds. Its"
          + " memory of what is published (the changelog topics) stays, for revisions must not"
          + " begin at 1 again and withdrawn items must stay withdrawn: a letter read again"
          + " publishes something only if it reads otherwise than what is published, and never"
          + " replaces a letter that was received later. Letters are not counted again; dead"
          + " letters are written again, at the same position.",
      "",
      "--all does the same to the ingest service and imr.letters.raw.v1. --state also removes the"
          + " local state, which is then restored from the broker. To read the history again"
          + " without stopping anything, use imr replay.",
      "",
      "Examples:",
      "  imr reset --dry-run",
      "  imr reset --yes",
      "  imr reset --yes --all --state /var/lib/imr/enrich",
      "",
      "Exit codes: 0 done, 1 refused or failed, 2 wrong usage."
    })
public final class ResetCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int REFUSED = 1;

  private final Console console;

  @Option(names = "--all", description = "The ingest service too, from the raw topic on.")
  private boolean all;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Folder of the enrich service's local state on this machine, to be removed too.")
  private Path state;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do it; without it, nothing is changed.")
  private boolean yes;

  @Mixin private ClusterOptions cluster;

  public ResetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = cluster.settings(List.of(EnrichService.GROUP), Map.of());
    List<ServiceGroup> applications = new ArrayList<>();
    applications.add(new ServiceGroup("enrich", settings.text(EnrichService.GROUP), Topic.LETTERS));
    if (all) {
      applications.add(
          new ServiceGroup("ingest", IngestStreamsConfig.APPLICATION_ID, Topic.LETTERS_RAW));
    }
    try (ConsumerGroupReset reset = new ConsumerGroupReset(settings.kafka())) {
      for (ServiceGroup application : applications) {
        int members = reset.members(application);
        if (members > 0) {
          console.note(
              "imr: the %s service runs (%d members of %s); stop all its instances, then again"
                  .formatted(application.service(), members, application.group()));
          return REFUSED;
        }
      }
      return reset(reset, applications, settings.text(EnrichService.GROUP));
    } catch (KafkaException e) {
      throw ClusterOptions.brokerUnavailable(settings, e);
    }
  }

  private int reset(ConsumerGroupReset reset, List<ServiceGroup> applications, String enrich)
      throws IOException, InterruptedException {
    boolean really = yes && !dryRun;
    for (ServiceGroup application : applications) {
      long records = reset.recordsAgain(application);
      if (really) {
        reset.deleteOffsets(application);
      }
      console.line(
          "%s: %s back to the beginning of %s, up to %,d records are read again at its next start"
              .formatted(
                  application.service(),
                  really ? "set" : "would be set",
                  application.topic().topicName(),
                  records));
    }
    if (state != null) {
      Path folder = state.resolve(enrich);
      if (really) {
        LocalStateDirectory.delete(folder);
      }
      console.line("%s %s".formatted(folder, really ? "removed" : "would be removed"));
    }
    if (!really) {
      console.line("nothing was changed; imr reset --yes does it");
    }
    return DONE;
  }
}
