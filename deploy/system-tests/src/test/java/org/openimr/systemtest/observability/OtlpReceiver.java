package org.openimr.systemtest.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A receiver of traces by OTLP over HTTP, as a collector is one. */
final class OtlpReceiver implements AutoCloseable {
  private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
  private final List<String> whole = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  /**
   * A span.
   *
   * @param parent empty for the first of a trace
   * @param attributes by name, as text
   */
  record ReceivedSpan(
      String service,
      String name,
      String trace,
      String id,
      String parent,
      Map<String, String> attributes) {}

  static OtlpReceiver start() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    OtlpReceiver receiver = new OtlpReceiver(server);
    server.createContext("/v1/traces", receiver::take);
    server.start();
    return receiver;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  /** The spans of a trace, by name. */
  Map<String, ReceivedSpan> trace(String trace) {
    return spans.stream()
        .filter(span -> span.trace().equals(trace))
        .collect(Collectors.toMap(ReceivedSpan::name, span -> span, (one, other) -> one));
  }

  /** All that came, as text. */
  String allText() {
    return String.join("\n", whole);
  }

  /** What senders gave as their key. */
  List<String> keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    ExportTraceServiceRequest request =
        ExportTraceServiceRequest.parseFrom(
            zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody());
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Api-Key")));
    whole.add(request.toString());
    request.getResourceSpansList().forEach(this::take);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void take(ResourceSpans resource) {
    String service = texts(resource.getResource().getAttributesList()).get("service.name");
    resource.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .forEach(
            span ->
                spans.add(
                    new ReceivedSpan(
                        service,
                        span.getName(),
                        HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                        HexFormat.of().formatHex(span.getSpanId().toByteArray()),
                        HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
                        texts(span.getAttributesList()))));
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey,
                attribute ->
                    attribute.getValue().hasIntValue()
                        ? Long.toString(attribute.getValue().getIntValue())
                        : attribute.getValue().getStringValue()));
  }
}
