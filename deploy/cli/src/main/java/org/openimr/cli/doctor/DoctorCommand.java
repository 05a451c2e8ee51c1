package org.openimr.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.monitor.MonitorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr doctor}. */
@Command(
    name = "doctor",
    description =
        "Looks at an installation and says of each part what is right, or what to do about it:"
            + " brokers and versions, topics and their settings, ACLs, disks, the lag of groups,"
            + " schemas, the catalogue, clocks, services. Changes nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "right   as it should be",
      "note    it works; someone should know",
      "unseen  could not be looked at, or not by this principal",
      "wrong   to be done something about",
      "",
      "Examples:",
      "  imr doctor --bootstrap kafka-1:9092 --registry http://registry:8081",
      "  imr doctor --settings prod.properties --service http://ingest:8080 --json",
      "",
      "Exit codes: 0 nothing is wrong, 1 something is."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings of a service, as for TLS and SASL; also from the environment.")
  private Path file;

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "Where a service has its /health; may be given for each.")
  private List<URI> services = List.of();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings =
        cluster.settings(MonitorSettings.ALL, file == null ? Map.of() : Settings.readFile(file));
    try (ClusterContext installation = ClusterContext.connect(settings, services)) {
      DoctorRun examination = DoctorRun.of(installation);
      if (json) {
        console.line(DoctorReport.json(examination));
      } else {
        DoctorReport.lines(examination).forEach(console::line);
      }
      return examination.worst() == Severity.WRONG ? ExitCode.FAILED : ExitCode.OK;
    }
  }
}
