package org.openimr.systemtest.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.schemas.access.AccessRole;
import org.openimr.standalone.broker.BrokerSecurity;
import org.openimr.standalone.broker.ClusterNode;
import org.openimr.standalone.broker.EmbeddedBroker;
import org.openimr.standalone.process.FreePorts;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** A broker with logins, TLS and an authorizer, and a registry with TLS and a password. */
final class SecureCluster implements AutoCloseable {
  static final String ADMIN = "admin";

  /** A client that is known by token, and one that is known by its certificate. */
  static final String TOKEN_CLIENT = "synthetic-token-client";

  static final String CERTIFICATE_CLIENT = "synthetic-certificate-client";

  /** Kafka's own guard: to no other address are secrets sent. */
  private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private static final String LOGIN_MODULES = "org.apache.kafka.common.security.";

  private final ServiceResources parts = new ServiceResources();
  private final Path folder;
  private final TestCertificates certificates;
  private final List<Integer> ports = FreePorts.choose(3);
  private final int port = ports.get(0);
  private final int certificatePort = ports.get(1);
  private final OidcTokenIssuer issuer;
  private final TlsRegistryProxy registry;

  private SecureCluster(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException, JoseException {
    this.folder = folder;
    this.certificates = TestCertificates.create(folder.resolve("certificates"));
    this.issuer =
        parts.register(OidcTokenIssuer.start(Map.of(TOKEN_CLIENT, password(TOKEN_CLIENT))));
    System.setProperty(ALLOWED_URLS, issuer.jwksUrl() + "," + issuer.tokenUrl());
    Path keys = certificates.keyStore("broker");
    this.registry =
        parts.register(
            TlsRegistryProxy.open(EmbeddedRegistry.start(folder.resolve("registry"), 0), keys));
    ClusterNode member = new ClusterNode(1, port, ports.subList(2, 3));
    parts.register(EmbeddedBroker.start(folder.resolve("broker"), member, security(keys)));
  }

  static SecureCluster start(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException, JoseException {
    return new SecureCluster(folder);
  }

  TestCertificates certificates() {
    return certificates;
  }

  OidcTokenIssuer issuer() {
    return issuer;
  }

  /** Never the same for two, so that one that leaks is found. */
  static String password(String user) {
    return "synthetic-password-of-" + user;
  }

  /** How the clients of a role reach the broker, as {@code kafka.*} settings with a prefix. */
  Map<String, String> asUser(String prefix, String user) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put(prefix + "kafka.bootstrap.servers", "127.0.0.1:" + port);
    settings.put(prefix + "kafka.security.protocol", "SASL_SSL");
    settings.put(prefix + "kafka.sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        prefix + "kafka.sasl.jaas.config",
        "%sscram.ScramLoginModule required username=\"%s\" password=\"${file:%s}\";"
            .formatted(LOGIN_MODULES, user, secretFile(user, password(user))));
    trust(settings, prefix + "kafka.");
    return settings;
  }

  /** How a client with a certificate reaches the broker. */
  Map<String, String> withCertificate(Path keys) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + certificatePort);
    settings.put("kafka.security.protocol", "SSL");
    settings.put("kafka.ssl.keystore.type", "PKCS12");
    settings.put("kafka.ssl.keystore.location", keys.toString());
    settings.put("kafka.ssl.keystore.password", TestCertificates.PASSWORD);
    settings.put("kafka.ssl.key.password", TestCertificates.PASSWORD);
    trust(settings, "kafka.");
    return settings;
  }

  /** How a client with a secret for tokens reaches the broker. */
  Map<String, String> withTokens(String clientId, String secret) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + port);
    settings.put("kafka.security.protocol", "SASL_SSL");
    settings.put("kafka.sasl.mechanism", "OAUTHBEARER");
    settings.put(
        "kafka.sasl.login.callback.handler.class",
        LOGIN_MODULES + "oauthbearer.OAuthBearerLoginCallbackHandler");
    settings.put(
        "kafka.sasl.jaas.config", LOGIN_MODULES + "oauthbearer.OAuthBearerLoginModule required;");
    settings.put("kafka.sasl.oauthbearer.token.endpoint.url", issuer.tokenUrl());
    settings.put("kafka.sasl.oauthbearer.client.credentials.client.id", clientId);
    settings.put("kafka.sasl.oauthbearer.client.credentials.client.secret", secret);
    trust(settings, "kafka.");
    return settings;
  }

  /** How services reach the registry. */
  Map<String, String> registry() throws IOException {
    Path secret = secretFile("registry", TlsRegistryProxy.PASSWORD);
    Map<String, String> settings = new HashMap<>();
    settings.put("schema.registry.url", registry.url());
    settings.put("schema.registry.basic.auth.credentials.source", "USER_INFO");
    settings.put(
        "schema.registry.basic.auth.user.info",
        "%s:${file:%s}".formatted(TlsRegistryProxy.USER, secret));
    trust(settings, "schema.registry.");
    return settings;
  }

  @Override
  public void close() {
    parts.close();
    System.clearProperty(ALLOWED_URLS);
  }

  private void trust(Map<String, String> settings, String prefix) {
    settings.put(prefix + "ssl.truststore.type", "PKCS12");
    settings.put(prefix + "ssl.truststore.location", certificates.trustStore().toString());
    settings.put(prefix + "ssl.truststore.password", TestCertificates.PASSWORD);
  }

  private Path secretFile(String name, String secret) throws IOException {
    Path file = folder.resolve(name + ".secret");
    Files.writeString(file, secret + "\n");
    return file;
  }

  private BrokerSecurity security(Path keys) {
    Map<String, String> passwords = new HashMap<>();
    passwords.put(ADMIN, password(ADMIN));
    for (AccessRole role : AccessRole.values()) {
      passwords.put(role.user(), password(role.user()));
    }
    return new BrokerSecurity(
        certificatePort,
        keys,
        certificates.trustStore(),
        TestCertificates.PASSWORD,
        List.of("User:CN=broker", "User:" + ADMIN),
        passwords,
        Optional.of(
            new BrokerSecurity.JwtValidation(
                issuer.jwksUrl(), OidcTokenIssuer.ISSUER, OidcTokenIssuer.AUDIENCE)));
  }
}
