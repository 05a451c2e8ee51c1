package org.openimr.sink.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.openimr.sink.monitor.store.PeerClient;
import org.openimr.sink.monitor.store.PeerUnavailableException;
import org.openimr.sink.monitor.store.StatisticsView;

/** Routes requests for a case to its active instance, else to an instance with a standby copy. */
final class CaseRouter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private final StatisticsView view;
  private final PeerClient peers;

  CaseRouter(StatisticsView view, PeerClient peers) {
    this.view = view;
    this.peers = peers;
  }

  /**
   * Answers a request for a case on this or another instance.
   *
   * @param path the path after {@code /v1/cases/{caseKey}}
   * @param local answers from the stores of this instance
   */
  void route(Context context, String caseKey, String path, Consumer<Context> local) {
    Optional<String> authorization = Optional.ofNullable(context.header("Authorization"));
    Optional<HttpResponse<String>> forwarded =
        context.queryParam(PeerClient.LOCAL_ONLY) == null
            ? forward(caseKey, path, authorization)
            : Optional.empty();
    forwarded.ifPresentOrElse(response -> send(context, response), () -> local.accept(context));
  }

  /** The newest revision without clinical text; empty for an unknown case. */
  Optional<JsonNode> newestDetermination(StatisticsView snapshot, String caseKey) {
    Optional<HttpResponse<String>> forwarded = forward(caseKey, "", Optional.empty());
    if (forwarded.isEmpty()) {
      return snapshot.newestRevision(caseKey).map(CaseJson::withoutClinicalText);
    }
    return forwarded
        .filter(response -> response.statusCode() == OK)
        .map(response -> read(response.body()).path("determination"));
  }

  /** The response of another instance; empty if this instance must answer. */
  private Optional<HttpResponse<String>> forward(
      String caseKey, String path, Optional<String> authorization) {
    List<HostInfo> instances = view.stores().instancesOf(caseKey);
    for (HostInfo instance : instances) {
      if (view.stores().isLocal(instance)) {
        if (isReadable(caseKey)) {
          return Optional.empty();
        }
        continue;
      }
      Optional<HttpResponse<String>> response =
          peers.get(instance, uri(caseKey, path), authorization);
      if (response.isPresent()) {
        return response;
      }
    }
    return instances.stream()
        .filter(instance -> !view.stores().isLocal(instance))
        .findFirst()
        .map(
            unavailable -> {
              throw new PeerUnavailableException(unavailable);
            });
  }

  private boolean isReadable(String caseKey) {
    try {
      view.snapshot().newestRevision(caseKey);
      return true;
    } catch (InvalidStateStoreException e) {
      return false;
    }
  }

  private static String uri(String caseKey, String path) {
    return "/v1/cases/"
        + URLEncoder.encode(caseKey, UTF_8).replace("+", "%20")
        + path
        + "?"
        + PeerClient.LOCAL_ONLY
        + "=true";
  }

  private static void send(Context context, HttpResponse<String> response) {
    response
        .headers()
        .firstValue("WWW-Authenticate")
        .ifPresent(value -> context.header("WWW-Authenticate", value));
    context
        .status(response.statusCode())
        .contentType(response.headers().firstValue("Content-Type").orElse("application/json"))
        .result(response.body());
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
