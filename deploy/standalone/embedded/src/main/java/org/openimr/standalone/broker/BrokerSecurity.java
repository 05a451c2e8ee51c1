package org.openimr.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Security of a node: TLS, authentication by password (SCRAM) or token on the main port and by
 * client certificate on a second port, authorization by ACLs.
 *
 * @param certificatePort port for clients with a certificate, including the node itself
 * @param keys PKCS 12 file with the key and certificate of the node
 * @param trusted PKCS 12 file with the trusted certificate authorities
 * @param password password of both files
 * @param superUsers principals with all rights; must include the node's own certificate
 * @param passwords initial users and their passwords
 * @param tokens which tokens are accepted; empty to accept none
 */
public record BrokerSecurity(
    int certificatePort,
    Path keys,
    Path trusted,
    String password,
    List<String> superUsers,
    Map<String, String> passwords,
    Optional<JwtValidation> tokens) {

  private static final String PASSWORDS = "SASL_SSL";
  private static final String CERTIFICATES = "SSL";
  private static final String SCRAM = "SCRAM-SHA-512";
  private static final String OAUTH = "OAUTHBEARER";
  private static final String LOGIN_MODULES = "org.apache.kafka.common.security.";

  /**
   * Validation of tokens, which are signed JWTs.
   *
   * @param keys URL of the issuer's public keys (JWKS)
   * @param issuer required issuer
   * @param audience required audience
   */
  public record JwtValidation(String keys, String issuer, String audience) {}

  /** Node settings to add or override. */
  Map<String, String> settings(ClusterNode node) {
    Map<String, String> settings = new HashMap<>();
    String listeners =
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(PASSWORDS, node.port(), CERTIFICATES, certificatePort);
    String controller = EmbeddedBrokerConfig.CONTROLLER_LISTENER;
    settings.put(
        "listeners", listeners + ",%s://127.0.0.1:%d".formatted(controller, node.controllerPort()));
    settings.put("advertised.listeners", listeners);
    settings.put(
        "listener.security.protocol.map",
        "%s:%s,%s:%s,%s:SSL"
            .formatted(PASSWORDS, PASSWORDS, CERTIFICATES, CERTIFICATES, controller));
    settings.put("inter.broker.listener.name", CERTIFICATES);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", String.join(";", superUsers));
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.putAll(tls());
    settings.putAll(logins());
    return settings;
  }

  /** Initial users, as arguments of the storage formatter. */
  List<String> scramArguments() {
    return passwords.entrySet().stream()
        .map(user -> "%s=[name=%s,password=%s]".formatted(SCRAM, user.getKey(), user.getValue()))
        .toList();
  }

  private Map<String, String> tls() {
    Map<String, String> tls = new HashMap<>();
    tls.put("ssl.keystore.type", "PKCS12");
    tls.put("ssl.keystore.location", keys.toString());
    tls.put("ssl.keystore.password", password);
    tls.put("ssl.key.password", password);
    tls.put("ssl.truststore.type", "PKCS12");
    tls.put("ssl.truststore.location", trusted.toString());
    tls.put("ssl.truststore.password", password);
    tls.put("ssl.client.auth", "required");
    tls.put("listener.name.sasl_ssl.ssl.client.auth", "none");
    return tls;
  }

  private Map<String, String> logins() {
    Map<String, String> logins = new HashMap<>();
    String listener = "listener.name.sasl_ssl.";
    logins.put("sasl.enabled.mechanisms", tokens.isPresent() ? SCRAM + "," + OAUTH : SCRAM);
    logins.put(
        listener + "scram-sha-512.sasl.jaas.config",
        LOGIN_MODULES + "scram.ScramLoginModule required;");
    tokens.ifPresent(
        validation -> {
          String oauth = listener + "oauthbearer.";
          logins.put(
              oauth + "sasl.jaas.config",
              LOGIN_MODULES + "oauthbearer.OAuthBearerLoginModule required;");
          logins.put(
              oauth + "sasl.server.callback.handler.class",
              LOGIN_MODULES + "oauthbearer.OAuthBearerValidatorCallbackHandler");
          logins.put(oauth + "sasl.oauthbearer.jwks.endpoint.url", validation.keys());
          logins.put(oauth + "sasl.oauthbearer.expected.issuer", validation.issuer());
          logins.put(oauth + "sasl.oauthbearer.expected.audience", validation.audience());
        });
    return logins;
  }
}
