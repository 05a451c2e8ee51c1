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
 * The settings of a service's door, all under one beginning as {@code ingest.http}.
 *
 * @param unprotected whether others than this machine may come without TLS and keys
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
   * The settings under a beginning.
   *
   * @param prefix e.g. {@code ingest.http}
   * @param port where it listens if nobody says otherwise
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

  /** All of them. */
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
   * The door as it is set.
   *
   * @throws IllegalArgumentException naming the setting that is not what it should be, above all
   *     where others than this machine could come in unseen or unknown
   */
  public HttpListener listener(Settings settings) {
    return listener(settings, List.of());
  }

  /**
   * The same with keys that stand elsewhere.
   *
   * @param more ways to know a caller by what it shows; they count as keys
   */
  public HttpListener listener(
      Settings settings, List<Function<String, Optional<AuthenticatedClient>>> more) {
    List<Function<String, Optional<AuthenticatedClient>>> kinds = new ArrayList<>(kinds(settings));
    boolean areKeysSet = !kinds.isEmpty();
    kinds.addAll(areKeysSet ? more : List.of());
    HttpListener door =
        new HttpListener(
            settings.text(address).strip(),
            settings.intNumber(port),
            tls(settings),
            new Authenticator(kinds),
            new RateLimiter(settings.number(rate), System::nanoTime));
    if (door.isExposed() && !Boolean.parseBoolean(settings.text(unprotected).strip())) {
      throw new IllegalArgumentException(refusal(settings));
    }
    return door;
  }

  private List<Function<String, Optional<AuthenticatedClient>>> kinds(Settings settings) {
    List<Function<String, Optional<AuthenticatedClient>>> kinds = new ArrayList<>();
    given(settings, keys)
        .map(Path::of)
        .map(ApiKeyFile::open)
        .ifPresent(file -> kinds.add(file::authenticate));
    Optional<String> named = given(settings, issuer);
    if (named.isPresent()) {
      JwtAuthenticator tokens =
          new JwtAuthenticator(
              given(settings, issuerKeys).orElseThrow(() -> missing(issuerKeys, issuer)),
              named.get(),
              settings.text(audience).strip(),
              settings.text(scopeClaim).strip());
      kinds.add(
          shown ->
              JwtAuthenticator.looksLikeJwt(shown) ? tokens.authenticate(shown) : Optional.empty());
    }
    return kinds;
  }

  private Optional<TlsKeystore> tls(Settings settings) {
    Optional<Path> store = given(settings, keystore).map(Path::of);
    if (store.isPresent() && !Files.isReadable(store.get())) {
      throw new IllegalArgumentException(
          "%s names %s, which can't be read".formatted(keystore.key(), store.get()));
    }
    return store.map(file -> new TlsKeystore(file, settings.text(keystorePassword)));
  }

  private String refusal(Settings settings) {
    return "%s is %s, where others can come, and this needs TLS and keys: set %s and %s (or %s)."
            .formatted(
                address.key(), settings.text(address), keystore.key(), keys.key(), issuer.key())
        + " Where a proxy or the network sees to both, say so by %s=true (%s)."
            .formatted(unprotected.key(), unprotected.variable());
  }

  private static Optional<String> given(Settings settings, Setting setting) {
    return Optional.of(settings.text(setting).strip()).filter(value -> !value.isEmpty());
  }

  private static IllegalArgumentException missing(Setting needed, Setting by) {
    return new IllegalArgumentException(
        "%s is set, so %s is needed too: %s"
            .formatted(by.key(), needed.key(), needed.description()));
  }
}
