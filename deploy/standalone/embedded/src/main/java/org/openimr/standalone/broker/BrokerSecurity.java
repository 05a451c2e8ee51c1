package org.openimr.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node that lets in whoever proves who he is, over TLS, and to what access rules allow: by
 * password (SCRAM) or token at its usual port, by certificate at a second one.
 *
 * @param certificatePort port for clients that come with a certificate, the node itself among them
 * @param keys PKCS 12 file with the node's own key and certificate
 * @param trusted PKCS 12 file with the authorities whose certificates are believed
 * @param password of both files
 * @param superUsers principals that may do everything, the node's own certificate among them
 * @param passwords of users that are there from the beginning
 * @param tokens what tokens are believed, if any
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
   * Tokens, signed JWTs.
   *
   * @param keys address of the issuer's public keys (JWKS)
   * @param issuer whose tokens are believed
   * @param audience whom they have to be for
   */
  public record JwtValidation(String keys, String issuer, String audience) {}

  /** What it adds to a node's settings, and puts in their place. */
  Map<String, String> settings(ClusterNode member) {
    Map<String, String> settings = new HashMap<>();
    String listeners =
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(PASSWORDS, member.port(), CERTIFICATES, certificatePort);
    String controller = EmbeddedBrokerConfig.CONTROLLER_LISTENER;
    settings.put(
        "listeners",
        listeners + ",%s://127.0.0.1:%d".formatted(controller, member.controllerPort()));
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

  /** Users as the formatting of a folder takes them. */
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
        believed -> {
          String oauth = listener + "oauthbearer.";
          logins.put(
              oauth + "sasl.jaas.config",
              LOGIN_MODULES + "oauthbearer.OAuthBearerLoginModule required;");
          logins.put(
              oauth + "sasl.server.callback.handler.class",
              LOGIN_MODULES + "oauthbearer.OAuthBearerValidatorCallbackHandler");
          logins.put(oauth + "sasl.oauthbearer.jwks.endpoint.url", believed.keys());
          logins.put(oauth + "sasl.oauthbearer.expected.issuer", believed.issuer());
          logins.put(oauth + "sasl.oauthbearer.expected.audience", believed.audience());
        });
    return logins;
  }
}
