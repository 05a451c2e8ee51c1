package org.openimr.sink.monitor.web;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Serves the files of the page from a fixed list, which excludes path traversal. */
final class StaticPageFiles {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "json", "application/json");
  private static final List<String> FILES =
      List.of(
          "monitor.css",
          "theme.css",
          "main.js",
          "overview.js",
          "charts.js",
          "sinks.js",
          "case.js",
          "citations.js",
          "dom.js",
          "service.js",
          "icon.svg",
          "inter-latin-wght-normal.woff2",
          "openapi.json");

  private StaticPageFiles() {}

  static void serve(JavalinConfig config) {
    serve(config, "/", "index.html");
    FILES.forEach(name -> serve(config, "/" + name, name));
  }

  private static void serve(JavalinConfig config, String path, String name) {
    byte[] content = content(name);
    String type = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    config.routes.get(path, context -> context.contentType(type).result(content));
  }

  private static byte[] content(String name) {
    try (InputStream file = StaticPageFiles.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
