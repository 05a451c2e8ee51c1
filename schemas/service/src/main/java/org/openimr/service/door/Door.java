package org.openimr.service.door;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.openimr.service.Problem;

/**
 * Where a service listens and whom it lets in. With keys or tokens set, nobody is told anything
 * without one, not even what there is; probes ({@code /health/*}) and {@code /metrics} stay open,
 * for they say nothing of a letter.
 *
 * @param port 0 for any that is free
 * @param tls empty for none
 */
public record Door(String address, int port, Optional<Tls> tls, Callers callers, RateLimit rate) {
  private static final String CALLER = "imr.caller";

  /** On this machine's own interface or any other, without TLS, keys or limits. */
  public static Door plain(String address, int port) {
    return new Door(
        address, port, Optional.empty(), Callers.none(), new RateLimit(0, System::nanoTime));
  }

  /** Who sent a request that was let in. */
  public static Caller caller(Context context) {
    Caller caller = context.attribute(CALLER);
    return caller == null ? Caller.ANYBODY : caller;
  }

  /** Whether others than this machine can come in unknown or can be listened to. */
  boolean isOpenToOthers() {
    return !isLoopback(address) && (tls.isEmpty() || !callers.areAsked());
  }

  /** Stands before every answer. */
  public void check(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    if (tls.isPresent()) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    if (callers.areAsked() && !isForMachines(context)) {
      identify(context);
    }
  }

  private void identify(Context context) {
    Optional<Caller> caller = callers.of(Optional.ofNullable(context.header("Authorization")));
    if (caller.isEmpty()) {
      context.header("WWW-Authenticate", "Bearer, Basic realm=\"imr\", charset=\"UTF-8\"");
      refuse(context, Problem.of(401, "Key or token needed"));
      return;
    }
    context.attribute(CALLER, caller.get());
    Optional<Duration> wait = rate.take(caller.get().name());
    wait.ifPresent(
        time -> refuse(context, Problem.of(429, "Too many requests of this key").retryAfter(time)));
  }

  /** The rest of the request is not read. */
  private static void refuse(Context context, Problem problem) {
    context.header("Connection", "close");
    problem.answer(context);
    context.skipRemainingHandlers();
  }

  private static boolean isForMachines(Context context) {
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
