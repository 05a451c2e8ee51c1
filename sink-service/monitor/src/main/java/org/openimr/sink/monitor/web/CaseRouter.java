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

/** Asks for a case where it is: here, or at the instance that works on it, else at its copies. */
final class CaseRouter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private final StatisticsView view;
  private final PeerClient others;

  CaseRouter(StatisticsView view, PeerClient others) {
    this.view = view;
    this.others = others;
  }

  /**
   * Answers a request for a case, whichever instance it is at.
   *
   * @param path behind {@code /v1/cases/{caseKey}}
   * @param here answers of this instance's stores
   */
  void route(Context context, String caseKey, String path, Consumer<Context> here) {
    Optional<String> authorization = Optional.ofNullable(context.header("Authorization"));
    Optional<HttpResponse<String>> other =
        context.queryParam(PeerClient.HERE) == null
            ? elsewhere(caseKey, path, authorization)
            : Optional.empty();
    other.ifPresentOrElse(answer -> passOn(context, answer), () -> here.accept(context));
  }

  /** The newest revision without clinical text; empty for a case that is not known. */
  Optional<JsonNode> newestDetermination(StatisticsView look, String caseKey) {
    Optional<HttpResponse<String>> other = elsewhere(caseKey, "", Optional.empty());
    if (other.isEmpty()) {
      return look.newestRevision(caseKey).map(CaseJson::withoutClinicalText);
    }
    return other
        .filter(answer -> answer.statusCode() == OK)
        .map(answer -> read(answer.body()).path("determination"));
  }

  /** The answer of another instance; empty if this one is to answer. */
  private Optional<HttpResponse<String>> elsewhere(
      String caseKey, String path, Optional<String> authorization) {
    List<HostInfo> instances = view.stores().instancesOf(caseKey);
    for (HostInfo instance : instances) {
      if (view.stores().isLocal(instance)) {
        if (isHere(caseKey)) {
          return Optional.empty();
        }
        continue;
      }
      Optional<HttpResponse<String>> answer =
          others.get(instance, path(caseKey, path), authorization);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return instances.stream()
        .filter(instance -> !view.stores().isLocal(instance))
        .findFirst()
        .map(
            silent -> {
              throw new PeerUnavailableException(silent);
            });
  }

  private boolean isHere(String caseKey) {
    try {
      view.snapshot().newestRevision(caseKey);
      return true;
    } catch (InvalidStateStoreException e) {
      return false;
    }
  }

  private static String path(String caseKey, String more) {
    return "/v1/cases/"
        + URLEncoder.encode(caseKey, UTF_8).replace("+", "%20")
        + more
        + "?"
        + PeerClient.HERE
        + "=true";
  }

  private static void passOn(Context context, HttpResponse<String> answer) {
    answer
        .headers()
        .firstValue("WWW-Authenticate")
        .ifPresent(value -> context.header("WWW-Authenticate", value));
    context
        .status(answer.statusCode())
        .contentType(answer.headers().firstValue("Content-Type").orElse("application/json"))
        .result(answer.body());
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
