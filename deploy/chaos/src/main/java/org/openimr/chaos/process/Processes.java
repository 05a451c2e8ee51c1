package org.openimr.chaos.process;

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
import org.openimr.embedded.BrokerProcess;
import org.openimr.embedded.ChildJvm;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.schemas.Settings;

/** All processes of the pipeline on this machine, over one folder and with fixed ports. */
public final class Processes implements AutoCloseable {
  /** What a service logs when it has its partitions and their state. */
  static final String AT_WORK = "at work again after";

  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Path folder;
  private final boolean shortLived;
  private final Ports ports;
  private final Map<Role, Part> parts = new EnumMap<>(Role.class);
  private final Map<Role, Long> peaks = new EnumMap<>(Role.class);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

  private Processes(Path folder, boolean shortLived, Ports ports) {
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
  public static Processes in(Path folder, boolean shortLived, Map<String, String> more) {
    Processes processes = new Processes(folder, shortLived, Ports.free());
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
  public void start(Role role) {
    parts.get(role).start();
  }

  /** Ends a process as {@code kill -9} does. */
  public void kill(Role role) {
    noteMemory(role);
    parts.get(role).kill();
  }

  public boolean isAlive(Role role) {
    return parts.get(role).isAlive();
  }

  /** Whether it does its work. */
  public boolean isReady(Role role) {
    return parts.get(role).isReady();
  }

  /** What an enrich process logged when it was at work after its last start. */
  public Optional<String> atWork(Role role) {
    return parts.get(role).lineWith(AT_WORK);
  }

  /**
   * Records by which the standby stores of an enrich process are behind their changelogs; empty
   * while it follows none.
   */
  public OptionalLong restoreLag(Role role) {
    return body("http://127.0.0.1:" + port(role) + "/metrics")
        .lines()
        .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{"))
        .filter(line -> line.contains("restore-consumer") && line.contains("cases"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .max();
  }

  /** Log file of a process. */
  public Path log(Role role) {
    return folder.resolve("logs").resolve(role.file() + ".log");
  }

  /** Notes what each process has resident; to be called every few seconds. */
  public void noteMemory() {
    for (Role role : Role.values()) {
      noteMemory(role);
    }
  }

  /** Most that any process of a role had resident, in MB; empty where the system doesn't tell. */
  public synchronized OptionalLong peakMegabytes(Role role) {
    Long peak = peaks.get(role);
    return peak == null ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  /** Kills all that run: the data has to stand that anyway. */
  @Override
  public void close() {
    List<Role> order = new ArrayList<>(List.of(Role.values()).reversed());
    order.forEach(this::kill);
    http.close();
  }

  private synchronized void noteMemory(Role role) {
    Part part = parts.get(role);
    if (part.isAlive()) {
      Memory.peakMegabytes(part.pid()).ifPresent(peak -> peaks.merge(role, peak, Math::max));
    }
  }

  private void add(Map<String, String> more) {
    parts.put(Role.REGISTRY, new RegistryPart(folder.resolve("registry"), ports.registry()));
    jvm(
        Role.BROKER,
        BrokerProcess.class,
        List.of(folder.resolve("broker").toString(), Integer.toString(ports.broker())),
        Map.of());
    jvm(
        Role.INGEST,
        IngestService.class,
        List.of(),
        merged(
            more,
            Map.of(
                "IMR_INGEST_STATE", state(Role.INGEST),
                "IMR_INGEST_HTTP_PORT", Integer.toString(port(Role.INGEST)))));
    for (Role role : List.of(Role.ENRICH_A, Role.ENRICH_B)) {
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
      Role role, Class<?> main, List<String> arguments, Map<String, String> environment) {
    ChildJvm.Program program =
        new ChildJvm.Program(main, arguments, role.flags(shortLived), environment);
    parts.put(role, new JvmPart(role, program, log(role), log -> isReady(role, log)));
  }

  private boolean isReady(Role role, LogTail log) {
    return switch (role) {
      case BROKER -> log.lineWith("serving on").isPresent();
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

  private int port(Role role) {
    return switch (role) {
      case BROKER -> ports.broker();
      case REGISTRY -> ports.registry();
      case INGEST -> ports.ingest();
      case ENRICH_A -> ports.enrichA();
      case ENRICH_B -> ports.enrichB();
    };
  }

  private String state(Role role) {
    return folder.resolve("state").resolve(role.file()).toString();
  }

  private String bootstrap() {
    return "127.0.0.1:" + ports.broker();
  }

  private String registry() {
    return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
  }
}
