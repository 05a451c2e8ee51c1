package org.openimr.tools.chaos.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.broker.BrokerMain;
import org.openimr.standalone.process.ChildJvm;

/** All processes of the pipeline on this machine, with one data directory and fixed ports. */
public final class ProcessCluster implements AutoCloseable {
  /** Part of the line that a service logs when its state is restored. */
  static final String RESTORED = ", restored ";

  private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(2);

  private final Path directory;
  private final boolean startsFast;
  private final ClusterPorts ports;
  private final Map<ProcessKind, ManagedProcess> managed = new EnumMap<>(ProcessKind.class);
  private final Map<ProcessKind, Long> peaks = new EnumMap<>(ProcessKind.class);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(HTTP_TIMEOUT).build();

  private ProcessCluster(Path directory, boolean startsFast, ClusterPorts ports) {
    this.directory = directory;
    this.startsFast = startsFast;
    this.ports = ports;
  }

  /**
   * Creates the processes without starting them.
   *
   * @param directory parent of all data and logs
   * @param startsFast whether to prefer a fast start, for processes that are killed soon
   * @param more settings of the services, by environment variable
   */
  public static ProcessCluster create(
      Path directory, boolean startsFast, Map<String, String> more) {
    ProcessCluster processes = new ProcessCluster(directory, startsFast, ClusterPorts.allocate());
    processes.add(more);
    return processes;
  }

  /** Addresses of the broker and the registry. */
  public Settings connection() {
    return Settings.of(
        List.of(),
        Map.of(Settings.BOOTSTRAP.key(), bootstrap(), Settings.REGISTRY.key(), registry()));
  }

  /** The same addresses as environment variables of a process. */
  public Map<String, String> environment() {
    return Map.of(
        Settings.BOOTSTRAP.variable(), bootstrap(), Settings.REGISTRY.variable(), registry());
  }

  /** Starts a process and does not wait until it is ready, except for the registry. */
  public void start(ProcessKind kind) {
    process(kind).start();
  }

  /** Kills a process with SIGKILL. */
  public void kill(ProcessKind kind) {
    recordMemory(kind);
    process(kind).kill();
  }

  public boolean isAlive(ProcessKind kind) {
    return process(kind).isAlive();
  }

  /** Whether a process is ready. */
  public boolean isReady(ProcessKind kind) {
    return process(kind).isReady();
  }

  /** The line that an enrich process logged when its state was restored after the last start. */
  public Optional<String> restoredLogLine(ProcessKind kind) {
    return process(kind).findLogLine(RESTORED);
  }

  /**
   * Lag of the standby stores of an enrich process behind their changelogs, in records; empty if it
   * has no standby stores.
   */
  public OptionalLong restoreLag(ProcessKind kind) {
    return body("http://127.0.0.1:" + port(kind) + "/metrics")
        .lines()
        .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{"))
        .filter(line -> line.contains("restore-consumer") && line.contains("cases"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .max();
  }

  /** Log file of a process. */
  public Path log(ProcessKind kind) {
    return directory.resolve("logs").resolve(kind.fileName() + ".log");
  }

  /** Records the resident memory of each process; call it every few seconds. */
  public void recordMemory() {
    for (ProcessKind kind : ProcessKind.values()) {
      recordMemory(kind);
    }
  }

  /** Peak resident memory of a process over all starts, in MB; empty if not on Linux. */
  public synchronized OptionalLong peakMegabytes(ProcessKind kind) {
    Long peak = peaks.get(kind);
    return peak == null ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  /** Kills all processes; the data survives that by design. */
  @Override
  public void close() {
    List<ProcessKind> order = new ArrayList<>(List.of(ProcessKind.values()).reversed());
    order.forEach(this::kill);
    http.close();
  }

  private synchronized void recordMemory(ProcessKind kind) {
    ManagedProcess process = process(kind);
    if (process.isAlive()) {
      ResidentMemory.peakMegabytes(process.pid())
          .ifPresent(peak -> peaks.merge(kind, peak, Math::max));
    }
  }

  private ManagedProcess process(ProcessKind kind) {
    return Objects.requireNonNull(managed.get(kind), kind::title);
  }

  private void add(Map<String, String> more) {
    managed.put(
        ProcessKind.REGISTRY, new ManagedRegistry(directory.resolve("registry"), ports.registry()));
    jvm(
        ProcessKind.BROKER,
        BrokerMain.class,
        List.of(directory.resolve("broker").toString(), Integer.toString(ports.broker())),
        Map.of());
    jvm(
        ProcessKind.INGEST,
        IngestService.class,
        List.of(),
        merged(
            more,
            Map.of(
                "IMR_INGEST_STATE_DIR", state(ProcessKind.INGEST),
                "IMR_INGEST_HTTP_PORT", Integer.toString(port(ProcessKind.INGEST)))));
    for (ProcessKind kind : List.of(ProcessKind.ENRICH_A, ProcessKind.ENRICH_B)) {
      jvm(
          kind,
          EnrichService.class,
          List.of(),
          merged(
              more,
              Map.of(
                  "IMR_ENRICH_STATE_DIR", state(kind),
                  "IMR_ENRICH_HTTP_PORT", Integer.toString(port(kind)))));
    }
  }

  private void jvm(
      ProcessKind kind, Class<?> main, List<String> arguments, Map<String, String> environment) {
    ChildJvm.JavaProgram program =
        new ChildJvm.JavaProgram(main, arguments, kind.jvmFlags(startsFast), environment);
    managed.put(kind, new ManagedJvmProcess(kind, program, log(kind), log -> isReady(kind, log)));
  }

  private boolean isReady(ProcessKind kind, LogTail log) {
    return switch (kind) {
      case BROKER -> log.findLine("serving on").isPresent();
      case REGISTRY -> true;
      case INGEST, ENRICH_A, ENRICH_B -> isOk("http://127.0.0.1:" + port(kind) + "/health/ready");
    };
  }

  private boolean isOk(String address) {
    return get(address).filter(answer -> answer.statusCode() == 200).isPresent();
  }

  private String body(String address) {
    return get(address).map(HttpResponse::body).orElse("");
  }

  private Optional<HttpResponse<String>> get(String address) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).timeout(HTTP_TIMEOUT).build();
      return Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Map<String, String> merged(Map<String, String> more, Map<String, String> own) {
    Map<String, String> all = new HashMap<>(environment());
    all.putAll(more);
    all.putAll(own);
    return all;
  }

  private int port(ProcessKind kind) {
    return switch (kind) {
      case BROKER -> ports.broker();
      case REGISTRY -> ports.registry();
      case INGEST -> ports.ingest();
      case ENRICH_A -> ports.enrichA();
      case ENRICH_B -> ports.enrichB();
    };
  }

  private String state(ProcessKind kind) {
    return directory.resolve("state").resolve(kind.fileName()).toString();
  }

  private String bootstrap() {
    return "127.0.0.1:" + ports.broker();
  }

  private String registry() {
    return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
  }
}
