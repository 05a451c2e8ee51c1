package org.openimr.systemtest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.settings.Settings;

/** Each way to prove to the broker who one is, by settings alone. */
class BrokerLoginIT {
  private static final long PATIENCE = 60;

  @TempDir static Path folder;

  private static SecureCluster stack;

  @BeforeAll
  static void start() throws Exception {
    stack = SecureCluster.start(folder);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void acceptsPasswordFromFile() throws Exception {
    assertThat(topics(stack.asUser("", SecureCluster.ADMIN))).isEmpty();
  }

  @Test
  void rejectsWrongPassword() throws IOException {
    Map<String, String> settings = new HashMap<>(stack.asUser("", SecureCluster.ADMIN));
    settings.put(
        "kafka.sasl.jaas.config",
        settings.get("kafka.sasl.jaas.config").replaceAll("[$][{].*[}]", "synthetic-guess"));

    assertThatThrownBy(() -> topics(settings))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void acceptsCertificateAndUsesItsName() throws Exception {
    Path keys = stack.certificates().keyStore(SecureCluster.CERTIFICATE_CLIENT);

    assertThat(
            mayDescribeCluster(
                stack.withCertificate(keys), "CN=" + SecureCluster.CERTIFICATE_CLIENT))
        .isTrue();
  }

  @Test
  void rejectsCertificateOfUnknownAuthority() throws Exception {
    TestCertificates others = TestCertificates.create(folder.resolve("other-authority"));
    Path keys = others.keyStore(SecureCluster.CERTIFICATE_CLIENT);

    assertThatThrownBy(() -> topics(stack.withCertificate(keys)))
        .hasCauseInstanceOf(KafkaException.class);
  }

  @Test
  void acceptsTokenAndUsesItsSubject() throws Exception {
    Map<String, String> settings =
        stack.withTokens(
            SecureCluster.TOKEN_CLIENT, SecureCluster.password(SecureCluster.TOKEN_CLIENT));

    assertThat(mayDescribeCluster(settings, SecureCluster.TOKEN_CLIENT)).isTrue();
  }

  @Test
  void rejectsWrongClientSecret() {
    assertThatThrownBy(
            () -> topics(stack.withTokens(SecureCluster.TOKEN_CLIENT, "synthetic-guess")))
        .isInstanceOf(KafkaException.class);
  }

  /** Grants the principal one thing, and looks whether this client is that principal. */
  private static boolean mayDescribeCluster(Map<String, String> settings, String user)
      throws Exception {
    try (Admin admin = admin(stack.asUser("", SecureCluster.ADMIN))) {
      admin
          .createAcls(
              List.of(
                  new AclBinding(
                      new ResourcePattern(
                          ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL),
                      new AccessControlEntry(
                          "User:" + user, "*", AclOperation.DESCRIBE, AclPermissionType.ALLOW))))
          .all()
          .get(PATIENCE, TimeUnit.SECONDS);
    }
    await("the rule that was granted")
        .atMost(PATIENCE, TimeUnit.SECONDS)
        .until(() -> describesCluster(settings));
    return true;
  }

  private static boolean describesCluster(Map<String, String> settings) throws Exception {
    try (Admin admin = admin(settings)) {
      admin.describeAcls(AclBindingFilter.ANY).values().get(PATIENCE, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  private static Set<String> topics(Map<String, String> settings) throws Exception {
    try (Admin admin = admin(settings)) {
      return admin.listTopics().names().get(PATIENCE, TimeUnit.SECONDS);
    }
  }

  private static Admin admin(Map<String, String> settings) {
    Map<String, Object> kafka = new HashMap<>(Settings.of(List.of(), settings).kafka());
    kafka.put("default.api.timeout.ms", "30000");
    kafka.put("request.timeout.ms", "10000");
    return Admin.create(kafka);
  }
}
