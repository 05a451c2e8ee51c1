package org.openimr.systemtest.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Gives tokens to clients with the right secret, as an OpenID provider does, and shows its keys.
 */
final class OidcTokenIssuer implements AutoCloseable {
  static final String ISSUER = "https://issuer.example";
  static final String AUDIENCE = "kafka";

  private final RsaJsonWebKey key;
  private final HttpServer server;
  private final Map<String, String> secrets;

  private OidcTokenIssuer(RsaJsonWebKey key, HttpServer server, Map<String, String> secrets) {
    this.key = key;
    this.server = server;
    this.secrets = secrets;
  }

  /**
   * Opens it on the loopback interface.
   *
   * @param secrets of clients, by client id
   */
  static OidcTokenIssuer start(Map<String, String> secrets) throws IOException, JoseException {
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId("synthetic-key");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    OidcTokenIssuer issuer = new OidcTokenIssuer(key, server, secrets);
    server.createContext("/token", issuer::token);
    server.createContext(
        "/keys", exchange -> answer(exchange, 200, new JsonWebKeySet(key).toJson()));
    server.start();
    return issuer;
  }

  String tokenUrl() {
    return address("/token");
  }

  String jwksUrl() {
    return address("/keys");
  }

  /** A token for one subject, good for five minutes, or one that has run out. */
  String issue(String subject, String audience, float minutes) throws JoseException {
    return issue(key, subject, audience, minutes);
  }

  /** A token that looks as if it were from here, signed by another key of the same name. */
  static String forge(String subject, String audience) throws JoseException {
    RsaJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
    other.setKeyId("synthetic-key");
    return issue(other, subject, audience, 5);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String issue(RsaJsonWebKey key, String subject, String audience, float minutes)
      throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(audience);
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(minutes);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    return signature.getCompactSerialization();
  }

  private void token(HttpExchange exchange) throws IOException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    String basic = given == null ? "" : given.replaceFirst("^Basic ", "");
    String[] client = new String(Base64.getDecoder().decode(basic), UTF_8).split(":", 2);
    if (client.length < 2 || !client[1].equals(secrets.get(client[0]))) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    try {
      answer(
          exchange,
          200,
          "{\"token_type\":\"Bearer\",\"expires_in\":300,\"access_token\":\"%s\"}"
              .formatted(issue(client[0], AUDIENCE, 5)));
    } catch (JoseException e) {
      throw new IOException(e);
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
