package org.openimr.runtime.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.runtime.http.access.ApiKeyFile;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.runtime.http.access.Authenticator;
import org.openimr.runtime.http.access.JwtAuthenticator;
import org.openimr.runtime.http.access.RateLimiter;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/**
 * The settings of an HTTP listener, all with one prefix such as {@code ingest.http}.
 *
 * @param unprotected whether other machines may connect without TLS and keys
 */
public record HttpListenerSettings(
    Setting address,
    Setting port,
    Setting keystore,
    Setting keystorePassword,
    Setting keys,
    Setting issuer,
    Setting issuerKeys,
    Setting audience,
    Setting scopeClaim,
    Setting rate,
    Setting unprotected) {

  /**
   * The settings with a prefix.
   *
   * @param prefix e.g. {@code ingest.http}
   * @param port default port
   */
  public static HttpListenerSettings of(String prefix, int port) {
    return new HttpListenerSettings(
        Setting.of(prefix + ".address", "127.0.0.1", "address to bind to"),
        Setting.of(prefix + ".port", Integer.toString(port), "port; 0 for any free port"),
        Setting.of(
            prefix + ".tls.keystore",
            "",
            "PKCS 12 file with key and certificate, reloaded when it changes; empty: no TLS"),
        new Setting(prefix + ".tls.password", "", "password of that file", true),
        Setting.of(
            prefix + ".keys",
            "",
            "file of API keys (imr keys new), reloaded when it changes; empty: none"),
        Setting.of(prefix + ".oidc.issuer", "", "OpenID issuer whose tokens are accepted"),
        Setting.of(prefix + ".oidc.jwks", "", "URL of its public keys (JWKS)"),
        Setting.of(prefix + ".oidc.audience", "imr", "expected audience of its tokens"),
        Setting.of(
            prefix + ".oidc.scope.claim",
            "scope",
            "claim with the rights, a string or an array: scope, scp (Entra ID, Okta) or roles"),
        Setting.of(
            prefix + ".rate",
            "100",
            "requests per second of one key, twice as many after a pause; 0 for no limit"),
        Setting.of(
            prefix + ".unprotected",
            "false",
            "true accepts clients of other machines without TLS and keys, where a proxy provides"
                + " both"));
  }

  /** All settings of the listener. */
  public List<Setting> all() {
    return List.of(
        address,
        port,
        keystore,
        keystorePassword,
        keys,
        issuer,
        issuerKeys,
        audience,
        scopeClaim,
        rate,
        unprotected);
  }

  /**
   * The listener that the settings describe.
   *
   * @throws IllegalArgumentException naming an invalid setting, in particular if other machines
   *     could connect without TLS or authentication
   */
  public HttpListener listener(Settings settings) {
    return listener(settings, List.of());
  }

  /**
   * The listener that the settings describe, with more authentication schemes.
   *
   * @param more schemes that map a credential to a client; used only if keys or tokens are set
   */
  public HttpListener listener(
      Settings settings, List<Function<String, Optional<AuthenticatedClient>>> more) {
    List<Function<String, Optional<AuthenticatedClient>>> schemes =
        new ArrayList<>(schemes(settings));
    boolean isAuthenticationSet = !schemes.isEmpty();
    schemes.addAll(isAuthenticationSet ? more : List.of());
    HttpListener listener =
        new HttpListener(
            settings.text(address).strip(),
            settings.intNumber(port),
            tls(settings),
            new Authenticator(schemes),
            new RateLimiter(settings.number(rate), System::nanoTime));
    if (listener.isExposed() && !Boolean.parseBoolean(settings.text(unprotected).strip())) {
      throw new IllegalArgumentException(exposedMessage(settings));
    }
    return listener;
  }

  private List<Function<String, Optional<AuthenticatedClient>>> schemes(Settings settings) {
    List<Function<String, Optional<AuthenticatedClient>>> schemes = new ArrayList<>();
    given(settings, keys)
        .map(Path::of)
        .map(ApiKeyFile::open)
        .ifPresent(file -> schemes.add(file::authenticate));
    Optional<String> named = given(settings, issuer);
    if (named.isPresent()) {
      JwtAuthenticator tokens =
          new JwtAuthenticator(
              given(settings, issuerKeys).orElseThrow(() -> missing(issuerKeys, issuer)),
              named.get(),
              settings.text(audience).strip(),
              settings.text(scopeClaim).strip());
      schemes.add(
          shown ->
              JwtAuthenticator.looksLikeJwt(shown) ? tokens.authenticate(shown) : Optional.empty());
    }
    return schemes;
  }

  private Optional<TlsKeystore> tls(Settings settings) {
    Optional<Path> store = given(settings, keystore).map(Path::of);
    if (store.isPresent() && !Files.isReadable(store.get())) {
      throw new IllegalArgumentException(
          "%s names %s, which can't be read".formatted(keystore.key(), store.get()));
    }
    return store.map(file -> new TlsKeystore(file, settings.text(keystorePassword)));
  }

  private String exposedMessage(Settings settings) {
    return "%s is %s, which other machines can reach; this requires TLS and keys: set %s and %s (or %s)."
            .formatted(
                address.key(), settings.text(address), keystore.key(), keys.key(), issuer.key())
        + " If a proxy or the network provides both, set %s=true (%s)."
            .formatted(unprotected.key(), unprotected.variable());
  }

  private static Optional<String> given(Settings settings, Setting setting) {
    return Optional.of(settings.text(setting).strip()).filter(value -> !value.isEmpty());
  }

  private static IllegalArgumentException missing(Setting needed, Setting by) {
    return new IllegalArgumentException(
        "%s requires %s: %s".formatted(by.key(), needed.key(), needed.description()));
  }
}
