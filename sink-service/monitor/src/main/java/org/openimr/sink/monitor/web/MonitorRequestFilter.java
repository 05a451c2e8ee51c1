package org.openimr.sink.monitor.web;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Adds security headers, which limit the browser to the files of the page, and checks the Host
 * header. Without that check any web site could read the page through the browser of a visitor (DNS
 * rebinding).
 */
final class MonitorRequestFilter {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final List<String> hosts;

  MonitorRequestFilter(Collection<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.trim().toLowerCase(Locale.ROOT)).toList();
  }

  void check(Context context) {
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
    if (!isHealthOrMetrics(context) && !hosts.contains(hostName(context))) {
      MonitorProblems.HOST_NOT_ALLOWED.sendTo(context);
      context.skipRemainingHandlers();
    }
  }

  /** Probes and scrapers may use any host name, because these responses contain no letter data. */
  private static boolean isHealthOrMetrics(Context context) {
    return context.path().startsWith("/health/") || context.path().equals("/metrics");
  }

  private static String hostName(Context context) {
    String host = context.header("Host");
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
