package org.openimr.sink.monitor.web;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What stands before every answer: headers that let a browser run nothing but the page's own files,
 * and a check of the host's name, without which any web site could read the page of whoever visits
 * it (DNS rebinding).
 */
final class MonitorRequestFilter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final List<String> hosts;

  MonitorRequestFilter(Collection<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.trim().toLowerCase(Locale.ROOT)).toList();
  }

  void check(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
    if (!isForMachines(context) && !hosts.contains(name(context))) {
      MonitorProblems.HOST_NOT_ALLOWED.sendTo(context);
      context.skipRemainingHandlers();
    }
  }

  /** Probes and scrapers ask by whatever address they know, and learn nothing of a letter. */
  private static boolean isForMachines(Context context) {
    return context.path().startsWith("/health/") || context.path().equals("/metrics");
  }

  private static String name(Context context) {
    String host = context.header("Host");
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
