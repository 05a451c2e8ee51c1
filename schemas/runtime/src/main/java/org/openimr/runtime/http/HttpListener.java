package org.openimr.runtime.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.runtime.http.access.Authenticator;
import org.openimr.runtime.http.access.RateLimiter;

/**
 * Where a service listens and which clients it accepts. If keys or tokens are configured, every
 * request needs one, even for paths that do not exist; probes ({@code /health/*}) and {@code
 * /metrics} stay open because they expose no letters.
 *
 * @param port 0 for any free port
 * @param tls empty for plain HTTP
 */
public record HttpListener(
    String address,
    int port,
    Optional<TlsKeystore> tls,
    Authenticator authenticator,
    RateLimiter rateLimiter) {
  private static final String CLIENT = "imr.caller";

  /** A listener without TLS, authentication and rate limit. */
  public static HttpListener unprotected(String address, int port) {
    return new HttpListener(
        address,
        port,
        Optional.empty(),
        Authenticator.none(),
        new RateLimiter(0, System::nanoTime));
  }

  /** The authenticated client of a request. */
  public static AuthenticatedClient client(Context context) {
    AuthenticatedClient client = context.attribute(CLIENT);
    return client == null ? AuthenticatedClient.ANONYMOUS : client;
  }

  /** Whether other machines can connect without authentication or without encryption. */
  boolean isExposed() {
    return !isLoopback(address) && (tls.isEmpty() || !authenticator.isRequired());
  }

  /** Handler before all others: sets security headers, authenticates and limits the rate. */
  public void authorize(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    if (tls.isPresent()) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    if (authenticator.isRequired() && !isProbe(context)) {
      authenticate(context);
    }
  }

  private void authenticate(Context context) {
    Optional<AuthenticatedClient> client =
        authenticator.authenticate(Optional.ofNullable(context.header("Authorization")));
    if (client.isEmpty()) {
      context.header("WWW-Authenticate", "Bearer, Basic realm=\"imr\", charset=\"UTF-8\"");
      reject(context, ProblemDetail.of(401, "Authentication required"));
      return;
    }
    context.attribute(CLIENT, client.get());
    Optional<Duration> wait = rateLimiter.tryAcquire(client.get().name());
    wait.ifPresent(
        time -> reject(context, ProblemDetail.of(429, "Too many requests").retryAfter(time)));
  }

  /** Sends a problem and closes the connection; the rest of the request is not read. */
  private static void reject(Context context, ProblemDetail problem) {
    context.header("Connection", "close");
    problem.sendTo(context);
    context.skipRemainingHandlers();
  }

  private static boolean isProbe(Context context) {
    return context.path().startsWith("/health/") || context.path().equals("/metrics");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
