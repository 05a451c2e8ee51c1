package org.openimr.systemtest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.console.ExitCode;
import org.openimr.schemas.access.AccessRole;
import org.openimr.schemas.access.AclRules;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.slf4j.LoggerFactory;

/**
 * The whole way of a letter on a broker that asks everybody who he is and allows what the access
 * table says and nothing else; then all that it does not say is tried.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeastPrivilegeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Topics that services make for themselves. */
  private static final List<String> INNER =
      List.of(
          "imr-ingest-ledger-changelog",
          "imr-enrich-cases-changelog",
          "imr-enrich-letter-ids-changelog",
          "imr-monitor-revisions-changelog",
          "imr-sinks-configs");

  private static final List<String> GROUPS = List.of("imr-ingest", "imr-enrich", "imr-monitor");

  @TempDir static Path folder;

  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static SecureCluster stack;
  private static ServicesByRole services;

  @BeforeAll
  static void start() throws Exception {
    LOG.start();
    root().addAppender(LOG);
    stack = SecureCluster.start(folder);
    ImrCliProcess granted = imr(SecureCluster.ADMIN, "acls", "apply");
    assertThat(granted.exitCode()).as(granted.output()).isZero();
    ImrCliProcess topics = imr(AccessRole.DEPLOYER.user(), "topics", "create");
    assertThat(topics.exitCode()).as(topics.output()).isZero();
    SchemaRegistrar.register(settings(AccessRole.DEPLOYER).registry());
    services = ServicesByRole.start(stack, folder);
  }

  @AfterAll
  static void stop() {
    if (services != null) {
      services.close();
    }
    if (stack != null) {
      stack.close();
    }
    CLIENT.shutdownNow();
    root().detachAppender(LOG);
  }

  @Test
  @Order(1)
  void processesLetterWithGrantedPermissions() throws Exception {
    assertThat(post(new LetterGenerator(GeneratorSettings.withSeed(4711)).generate(0).text()))
        .isEqualTo(202);
    assertThat(post("It was a bright morning in the synthetic harbour.")).isEqualTo(202);

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(LeastPrivilegeIT::assertAllArrived);
  }

  private static void assertAllArrived() throws Exception {
    JsonNode last = json(services.monitor() + "/v1/reconciliation").path("last");
    assertThat(last.path("letters").path("determinations").asInt()).as("%s", last).isEqualTo(1);
    assertThat(last.path("letters").path("deadAtEnrich").asInt()).as("%s", last).isEqualTo(1);
    assertThat(last.path("equal").asBoolean()).as("%s", last).isTrue();
    assertThat(last.path("sinks")).hasSize(2);
    for (JsonNode sink : last.path("sinks")) {
      assertThat(sink.path("cases").asInt()).as("%s", last).isEqualTo(1);
    }
    JsonNode dead = json(services.monitor() + "/v1/dead-letters").path("newest");
    assertThat(dead).hasSize(1);
    assertThat(dead.get(0).path("code").asText()).isEqualTo("NOT_A_LETTER");
  }

  @Test
  @Order(2)
  void operatorsListAndReplayDeadLetters() throws Exception {
    ImrCliProcess listed = imr(AccessRole.OPERATOR.user(), "dlq", "list");
    assertThat(listed.exitCode()).as(listed.output()).isZero();
    assertThat(listed.output()).contains("NOT_A_LETTER");

    ImrCliProcess replayed =
        imr(AccessRole.OPERATOR.user(), "dlq", "replay", "--all-open", "--yes");
    assertThat(replayed.exitCode()).as(replayed.output()).isZero();

    ImrCliProcess reconciled =
        imr(AccessRole.OPERATOR.user(), "reconcile", "--deep", "--wait", "150");
    assertThat(reconciled.exitCode()).as(reconciled.output()).isZero();
  }

  @Test
  @Order(3)
  void explainsMissingPermissionsOfCommand() throws Exception {
    ImrCliProcess listed = imr(AccessRole.FEED.user(), "dlq", "list");

    assertThat(listed.exitCode()).as(listed.output()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  @Order(3)
  void doctorReportsItsPermissions() throws Exception {
    String operator = imr(AccessRole.OPERATOR.user(), "doctor").output();
    String sender = imr(AccessRole.SENDER.user(), "doctor").output();

    assertThat(operator)
        .contains("authorizer with", "topics exist with the required settings", "MB free of")
        .doesNotContain("not visible to this principal");
    assertThat(sender)
        .contains(
            "ACLs are not visible to this principal",
            "imr.determinations.v1 is not visible to this principal",
            "imr-enrich is not visible to this principal")
        .doesNotContain("is missing");
  }

  @Test
  @Order(4)
  void deniesEverythingNotGranted() throws Exception {
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (Map.Entry<AccessRole, Map<String, String>> role : connections().entrySet()) {
      try (AccessAttempts attempts = new AccessAttempts(role.getValue())) {
        refused += tryTopics(role.getKey(), attempts, wrong);
        refused += tryTheRest(role.getKey(), attempts, wrong);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(refused).isGreaterThan(200);
    System.out.println("access tried and refused: " + refused);
  }

  @Test
  @Order(5)
  void deniesUnauthenticatedClients() throws Exception {
    Map<String, String> anonymous = new HashMap<>(settings(AccessRole.FEED).kafka());
    anonymous.put("security.protocol", "SSL");
    anonymous.remove("sasl.jaas.config");
    anonymous.put("request.timeout.ms", "3000");
    anonymous.put("default.api.timeout.ms", "6000");

    try (Admin admin = Admin.create(new HashMap<>(anonymous))) {
      assertThat(admin.listTopics().names().toCompletionStage().toCompletableFuture())
          .failsWithin(PATIENCE);
    }
  }

  @Test
  @Order(6)
  void secretsAreNotInLogsConfigurationsOrProcessLists() throws Exception {
    List<String> shown = new ArrayList<>();
    root().detachAppender(LOG);
    synchronized (LOG) {
      LOG.list.forEach(event -> shown.add(event.getFormattedMessage()));
    }
    URI worker = services.sinks().worker().restAddress();
    JsonNode connectors = json(worker.resolve("/connectors?expand=info").toString());
    shown.add(connectors.toString());
    ProcessHandle self = ProcessHandle.current();
    Stream.concat(Stream.of(self), self.descendants())
        .forEach(process -> process.info().commandLine().ifPresent(shown::add));

    assertThat(connectors).hasSizeGreaterThanOrEqualTo(4);
    assertThat(connectors.toString()).contains("${imr:kafka.sasl.jaas.config}");
    assertThat(shown)
        .noneMatch(text -> text.contains(SecureCluster.password("")))
        .noneMatch(text -> text.contains(TlsRegistryProxy.PASSWORD))
        .noneMatch(text -> text.contains(TestCertificates.PASSWORD));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static int tryTopics(AccessRole role, AccessAttempts attempts, List<String> wrong)
      throws Exception {
    int refused = 0;
    List<String> topics = new ArrayList<>(INNER);
    for (Topic topic : Topic.values()) {
      topics.add(topic.topicName());
    }
    for (String topic : topics) {
      if (may(role, AclOperation.READ, ResourceType.TOPIC, topic)) {
        check(wrong, attempts.mayRead(topic), role + " may read " + topic + " and is refused");
      } else {
        refused++;
        check(wrong, attempts.isReadingRefused(topic), role + " reads " + topic);
      }
      if (!may(role, AclOperation.WRITE, ResourceType.TOPIC, topic)) {
        refused++;
        check(wrong, !attempts.mayWrite(topic), role + " writes " + topic);
      }
    }
    return refused;
  }

  private static int tryTheRest(AccessRole role, AccessAttempts attempts, List<String> wrong)
      throws Exception {
    int refused = 2;
    check(wrong, !attempts.mayDelete(Topic.LETTERS_RAW.topicName()), role + " deletes raw letters");
    String another = "other.synthetic." + role.user();
    check(wrong, !attempts.mayCreate(another), role + " creates " + another);
    if (!may(role, AclOperation.DESCRIBE, ResourceType.CLUSTER, "kafka-cluster")) {
      refused++;
      check(wrong, !attempts.maySeeRules(), role + " sees access rules");
    }
    for (String group : GROUPS) {
      if (!may(role, AclOperation.READ, ResourceType.GROUP, group)) {
        refused++;
        check(
            wrong,
            !attempts.mayJoin(group, Topic.LETTERS.topicName()),
            role + " joins the group " + group);
      }
    }
    return refused;
  }

  private static boolean may(
      AccessRole role, AclOperation operation, ResourceType type, String name) {
    return AclRules.allows(role, operation, type, name);
  }

  private static void check(List<String> wrong, boolean right, String sentence) {
    if (!right) {
      wrong.add(sentence);
    }
  }

  private static Map<AccessRole, Map<String, String>> connections() throws Exception {
    Map<AccessRole, Map<String, String>> connections = new EnumMap<>(AccessRole.class);
    for (AccessRole role : AccessRole.values()) {
      connections.put(role, settings(role).kafka());
    }
    return connections;
  }

  private static Settings settings(AccessRole role) throws Exception {
    return Settings.of(List.of(), stack.asUser("", role.user()), stack.registry());
  }

  private static ImrCliProcess imr(String user, String... arguments) throws Exception {
    Map<String, String> settings = new HashMap<>(stack.asUser("", user));
    settings.putAll(stack.registry());
    ImrCliProcess ended = ImrCliProcess.run(settings, arguments);
    assertThat(ended.commandLine()).doesNotContain(SecureCluster.password(""));
    assertThat(ended.output()).doesNotContain(SecureCluster.password(""));
    return ended;
  }

  private static int post(String letter) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create(services.intake()))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(letter))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static JsonNode json(String address) throws Exception {
    return JSON.readTree(
        CLIENT
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body());
  }
}
