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
import java.util.Optional;
import java.util.OptionalLong;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.broker.BrokerMain;
import org.openimr.standalone.process.ChildJvm;

/** All processes of the pipeline on this machine, over one folder and with fixed ports. */
public final class ProcessCluster implements AutoCloseable {
  /** What a service logs when it has its partitions and their state. */
  static final String AT_WORK = "at work again after";

  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Path folder;
  private final boolean shortLived;
  private final ClusterPorts ports;
  private final Map<ProcessKind, ManagedProcess> parts = new EnumMap<>(ProcessKind.class);
  private final Map<ProcessKind, Long> peaks = new EnumMap<>(ProcessKind.class);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

  private ProcessCluster(Path folder, boolean shortLived, ClusterPorts ports) {
    this.folder = folder;
    this.shortLived = shortLived;
    this.ports = ports;
  }

  /**
   * The processes, none of them started.
   *
   * @param folder holds all that they write
   * @param shortLived whether they will be killed soon after they start
   * @param more settings of the services, by environment variable
   */
  public static ProcessCluster create(Path folder, boolean shortLived, Map<String, String> more) {
    ProcessCluster processes = new ProcessCluster(folder, shortLived, ClusterPorts.allocate());
    processes.add(more);
    return processes;
  }

  /** How clients reach the broker and the registry. */
  public Settings connection() {
    return Settings.of(
        List.of(),
        Map.of(Settings.BOOTSTRAP.key(), bootstrap(), Settings.REGISTRY.key(), registry()));
  }

  /** The connection for other processes, by environment variable. */
  public Map<String, String> environment() {
    return Map.of(
        Settings.BOOTSTRAP.variable(), bootstrap(), Settings.REGISTRY.variable(), registry());
  }

  /** Starts a process; the registry serves when this returns, others a little later. */
  public void start(ProcessKind role) {
    parts.get(role).start();
  }

  /** Ends a process as {@code kill -9} does. */
  public void kill(ProcessKind role) {
    recordMemory(role);
    parts.get(role).kill();
  }

  public boolean isAlive(ProcessKind role) {
    return parts.get(role).isAlive();
  }

  /** Whether it does its work. */
  public boolean isReady(ProcessKind role) {
    return parts.get(role).isReady();
  }

  /** What an enrich process logged when it was at work after its last start. */
  public Optional<String> runningLogLine(ProcessKind role) {
    return parts.get(role).findLogLine(AT_WORK);
  }

  /**
   * Records by which the standby stores of an enrich process are behind their changelogs; empty
   * while it follows none.
   */
  public OptionalLong restoreLag(ProcessKind role) {
    return body("http://127.0.0.1:" + port(role) + "/metrics")
        .lines()
        .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{"))
        .filter(line -> line.contains("restore-consumer") && line.contains("cases"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .max();
  }

  /** Log file of a process. */
  public Path log(ProcessKind role) {
    return folder.resolve("logs").resolve(role.file() + ".log");
  }

  /** Notes what each process has resident; to be called every few seconds. */
  public void recordMemory() {
    for (ProcessKind role : ProcessKind.values()) {
      recordMemory(role);
    }
  }

  /** Most that any process of a role had resident, in MB; empty where the system doesn't tell. */
  public synchronized OptionalLong peakMegabytes(ProcessKind role) {
    Long peak = peaks.get(role);
    return peak == null ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  /** Kills all that run: the data has to stand that anyway. */
  @Override
  public void close() {
    List<ProcessKind> order = new ArrayList<>(List.of(ProcessKind.values()).reversed());
    order.forEach(this::kill);
    http.close();
  }

  private synchronized void recordMemory(ProcessKind role) {
    ManagedProcess part = parts.get(role);
    if (part.isAlive()) {
      ResidentMemory.peakMegabytes(part.pid())
          .ifPresent(peak -> peaks.merge(role, peak, Math::max));
    }
  }

  private void add(Map<String, String> more) {
    parts.put(
        ProcessKind.REGISTRY, new ManagedRegistry(folder.resolve("registry"), ports.registry()));
    jvm(
        ProcessKind.BROKER,
        BrokerMain.class,
        List.of(folder.resolve("broker").toString(), Integer.toString(ports.broker())),
        Map.of());
    jvm(
        ProcessKind.INGEST,
        IngestService.class,
        List.of(),
        merged(
            more,
            Map.of(
                "IMR_INGEST_STATE", state(ProcessKind.INGEST),
                "IMR_INGEST_HTTP_PORT", Integer.toString(port(ProcessKind.INGEST)))));
    for (ProcessKind role : List.of(ProcessKind.ENRICH_A, ProcessKind.ENRICH_B)) {
      jvm(
          role,
          EnrichService.class,
          List.of(),
          merged(
              more,
              Map.of(
                  "IMR_ENRICH_STATE_DIR", state(role),
                  "IMR_ENRICH_HTTP_PORT", Integer.toString(port(role)))));
    }
  }

  private void jvm(
      ProcessKind role, Class<?> main, List<String> arguments, Map<String, String> environment) {
    ChildJvm.JavaProgram program =
        new ChildJvm.JavaProgram(main, arguments, role.jvmFlags(shortLived), environment);
    parts.put(role, new ManagedJvmProcess(role, program, log(role), log -> isReady(role, log)));
  }

  private boolean isReady(ProcessKind role, LogTail log) {
    return switch (role) {
      case BROKER -> log.findLine("serving on").isPresent();
      case REGISTRY -> true;
      case INGEST, ENRICH_A, ENRICH_B ->
          answers("http://127.0.0.1:" + port(role) + "/health/ready");
    };
  }

  private boolean answers(String address) {
    return get(address).filter(answer -> answer.statusCode() == 200).isPresent();
  }

  private String body(String address) {
    return get(address).map(HttpResponse::body).orElse("");
  }

  private Optional<HttpResponse<String>> get(String address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
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

  private int port(ProcessKind role) {
    return switch (role) {
      case BROKER -> ports.broker();
      case REGISTRY -> ports.registry();
      case INGEST -> ports.ingest();
      case ENRICH_A -> ports.enrichA();
      case ENRICH_B -> ports.enrichB();
    };
  }

  private String state(ProcessKind role) {
    return folder.resolve("state").resolve(role.file()).toString();
  }

  private String bootstrap() {
    return "127.0.0.1:" + ports.broker();
  }

  private String registry() {
    return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
  }
}
