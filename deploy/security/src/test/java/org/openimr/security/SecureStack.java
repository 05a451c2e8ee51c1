package org.openimr.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.openimr.embedded.EmbeddedBroker;
import org.openimr.embedded.EmbeddedRegistry;
import org.openimr.embedded.FreePorts;
import org.openimr.embedded.Member;
import org.openimr.embedded.Security;
import org.openimr.schemas.access.Role;
import org.openimr.service.Parts;

/** A broker with logins, TLS and an authorizer, and a registry with TLS and a password. */
final class SecureStack implements AutoCloseable {
  static final String ADMIN = "admin";

  /** A client that is known by token, and one that is known by its certificate. */
  static final String TOKEN_CLIENT = "made-up-token-client";

  static final String CERTIFICATE_CLIENT = "made-up-certificate-client";

  /** Kafka's own guard: to no other address are secrets sent. */
  private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private static final String LOGIN_MODULES = "org.apache.kafka.common.security.";

  private final Parts parts = new Parts();
  private final Path folder;
  private final Certificates certificates;
  private final List<Integer> ports = FreePorts.choose(3);
  private final int port = ports.get(0);
  private final int certificatePort = ports.get(1);
  private final TokenIssuer issuer;
  private final GuardedRegistry registry;

  private SecureStack(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException, JoseException {
    this.folder = folder;
    this.certificates = Certificates.in(folder.resolve("certificates"));
    this.issuer = parts.opened(TokenIssuer.open(Map.of(TOKEN_CLIENT, password(TOKEN_CLIENT))));
    System.setProperty(ALLOWED_URLS, issuer.keys() + "," + issuer.tokens());
    Path keys = certificates.keysOf("broker");
    this.registry =
        parts.opened(
            GuardedRegistry.open(EmbeddedRegistry.start(folder.resolve("registry"), 0), keys));
    Member member = new Member(1, port, ports.subList(2, 3));
    parts.opened(EmbeddedBroker.start(folder.resolve("broker"), member, security(keys)));
  }

  static SecureStack start(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException, JoseException {
    return new SecureStack(folder);
  }

  Certificates certificates() {
    return certificates;
  }

  TokenIssuer issuer() {
    return issuer;
  }

  /** Never the same for two, so that one that leaks is found. */
  static String password(String user) {
    return "made-up-password-of-" + user;
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
    settings.put("kafka.ssl.keystore.password", Certificates.PASSWORD);
    settings.put("kafka.ssl.key.password", Certificates.PASSWORD);
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
    settings.put("kafka.sasl.oauthbearer.token.endpoint.url", issuer.tokens());
    settings.put("kafka.sasl.oauthbearer.client.credentials.client.id", clientId);
    settings.put("kafka.sasl.oauthbearer.client.credentials.client.secret", secret);
    trust(settings, "kafka.");
    return settings;
  }

  /** How services reach the registry. */
  Map<String, String> registry() throws IOException {
    Path secret = secretFile("registry", GuardedRegistry.PASSWORD);
    Map<String, String> settings = new HashMap<>();
    settings.put("schema.registry.url", registry.url());
    settings.put("schema.registry.basic.auth.credentials.source", "USER_INFO");
    settings.put(
        "schema.registry.basic.auth.user.info",
        "%s:${file:%s}".formatted(GuardedRegistry.USER, secret));
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
    settings.put(prefix + "ssl.truststore.location", certificates.trusted().toString());
    settings.put(prefix + "ssl.truststore.password", Certificates.PASSWORD);
  }

  private Path secretFile(String name, String secret) throws IOException {
    Path file = folder.resolve(name + ".secret");
    Files.writeString(file, secret + "\n");
    return file;
  }

  private Security security(Path keys) {
    Map<String, String> passwords = new HashMap<>();
    passwords.put(ADMIN, password(ADMIN));
    for (Role role : Role.values()) {
      passwords.put(role.user(), password(role.user()));
    }
    return new Security(
        certificatePort,
        keys,
        certificates.trusted(),
        Certificates.PASSWORD,
        List.of("User:CN=broker", "User:" + ADMIN),
        passwords,
        Optional.of(new Security.Tokens(issuer.keys(), TokenIssuer.ISSUER, TokenIssuer.AUDIENCE)));
  }
}
