package org.openimr.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        "Check an installation: brokers, topics, ACLs, disks, consumer lag, schemas, the guideline"
            + " catalogue, clocks and services. Print a remedy for each problem; change nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "OK       works as intended",
      "warning  works, with something to know",
      "unknown  could not be checked, or not by this principal",
      "failed   letters are delayed or at risk until this is fixed",
      "",
      "Examples:",
      "  imr doctor --bootstrap-server kafka-1:9092 --registry http://registry:8081",
      "  imr doctor --settings prod.properties --service http://ingest:8080 --json",
      "",
      "Exit code 1: a check failed."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Settings file of a service, such as for TLS and SASL; the environment overrides it.")
  private @Nullable Path file;

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "Base URL of a service with /health; may be repeated.")
  private List<URI> services = List.of();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings =
        cluster.settings(MonitorSettings.ALL, file == null ? Map.of() : Settings.readFile(file));
    try (ClusterContext context = ClusterContext.connect(settings, services)) {
      DoctorRun run = DoctorRun.of(context);
      if (json) {
        console.line(DoctorReport.json(run));
      } else {
        DoctorReport.lines(run).forEach(console::line);
      }
      return run.worst() == Severity.FAILED ? ExitCode.FINDINGS : ExitCode.OK;
    }
  }
}
