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
 * Where a service listens and whom it lets in. With keys or tokens set, nobody is told anything
 * without one, not even what there is; probes ({@code /health/*}) and {@code /metrics} stay open,
 * for they say nothing of a letter.
 *
 * @param port 0 for any that is free
 * @param tls empty for none
 */
public record HttpListener(
    String address,
    int port,
    Optional<TlsKeystore> tls,
    Authenticator authenticator,
    RateLimiter rateLimiter) {
  private static final String CALLER = "imr.caller";

  /** On this machine's own interface or any other, without TLS, keys or limits. */
  public static HttpListener unprotected(String address, int port) {
    return new HttpListener(
        address,
        port,
        Optional.empty(),
        Authenticator.none(),
        new RateLimiter(0, System::nanoTime));
  }

  /** Who sent a request that was let in. */
  public static AuthenticatedClient client(Context context) {
    AuthenticatedClient caller = context.attribute(CALLER);
    return caller == null ? AuthenticatedClient.ANONYMOUS : caller;
  }

  /** Whether others than this machine can come in unknown or can be listened to. */
  boolean isExposed() {
    return !isLoopback(address) && (tls.isEmpty() || !authenticator.isRequired());
  }

  /** Stands before every answer. */
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
      identify(context);
    }
  }

  private void identify(Context context) {
    Optional<AuthenticatedClient> caller =
        authenticator.authenticate(Optional.ofNullable(context.header("Authorization")));
    if (caller.isEmpty()) {
      context.header("WWW-Authenticate", "Bearer, Basic realm=\"imr\", charset=\"UTF-8\"");
      refuse(context, ProblemDetail.of(401, "Key or token needed"));
      return;
    }
    context.attribute(CALLER, caller.get());
    Optional<Duration> wait = rateLimiter.tryAcquire(caller.get().name());
    wait.ifPresent(
        time ->
            refuse(
                context, ProblemDetail.of(429, "Too many requests of this key").retryAfter(time)));
  }

  /** The rest of the request is not read. */
  private static void refuse(Context context, ProblemDetail problem) {
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
