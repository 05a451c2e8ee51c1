package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.event.Determination;
import org.openimr.runtime.http.HttpListener;
import org.openimr.sink.monitor.store.StatisticsView;

/** Endpoints for cases: search, newest determinations, one case with its revisions. */
final class CaseHandler {
  private static final int MAX_FOUND = 20;
  private static final int MAX_NEWEST = 50;
  private static final int MAX_KEY_LENGTH = 80;
  private static final String FROM_STANDBY = "fromStandby";
  private static final String HASH_KEY = "sha256:";

  private final StatisticsView view;
  private final CaseRouter router;
  private final ClinicalTextAccess access;

  CaseHandler(StatisticsView view, CaseRouter router, ClinicalTextAccess access) {
    this.view = view;
    this.router = router;
    this.access = access;
  }

  /** {@code GET /v1/cases?query=CM17-9}: case keys with this prefix, in any letter case. */
  void search(Context context) {
    String query = Optional.ofNullable(context.queryParam("query")).orElse("").trim();
    if (query.isEmpty() || query.length() > MAX_KEY_LENGTH) {
      MonitorProblems.BAD_REQUEST.sendTo(context);
      return;
    }
    String lower = query.toLowerCase(Locale.ROOT);
    String prefix =
        lower.startsWith(HASH_KEY) || HASH_KEY.startsWith(lower)
            ? lower
            : query.toUpperCase(Locale.ROOT);
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    ArrayNode keys = response.putArray("caseKeys");
    StatisticsView snapshot = view.snapshot();
    snapshot.caseKeys(prefix, MAX_FOUND).forEach(keys::add);
    response.put(FROM_STANDBY, snapshot.isFromStandby());
    send(context, response);
  }

  /** {@code GET /v1/decisions?limit=10}: the newest determinations without clinical text. */
  void newest(Context context) {
    Optional<Integer> limit = number(context.queryParam("limit"), "10");
    if (limit.isEmpty() || limit.get() < 1 || limit.get() > MAX_NEWEST) {
      MonitorProblems.BAD_REQUEST.sendTo(context);
      return;
    }
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    ArrayNode determinations = response.putArray("determinations");
    StatisticsView snapshot = view.snapshot();
    snapshot
        .newest(limit.get(), caseKey -> router.newestDetermination(snapshot, caseKey))
        .forEach(determinations::add);
    response.put(FROM_STANDBY, snapshot.isFromStandby());
    send(context, response);
  }

  /** {@code GET /v1/cases/{caseKey}}: the newest revision and a list of all revisions. */
  void newestOfCase(Context context) {
    String caseKey = context.pathParam("caseKey");
    router.route(
        context,
        caseKey,
        "",
        local -> {
          StatisticsView snapshot = view.snapshot();
          answer(local, snapshot, snapshot.newestRevision(caseKey), caseKey);
        });
  }

  /**
   * {@code GET /v1/cases/{caseKey}/revisions/{revision}}: a revision and a list of all revisions.
   */
  void revision(Context context) {
    String caseKey = context.pathParam("caseKey");
    Optional<Integer> revision = number(context.pathParam("revision"), "");
    if (revision.isEmpty()) {
      MonitorProblems.BAD_REQUEST.sendTo(context);
      return;
    }
    router.route(
        context,
        caseKey,
        "/revisions/" + revision.get(),
        local -> {
          StatisticsView snapshot = view.snapshot();
          answer(local, snapshot, snapshot.revision(caseKey, revision.get()), caseKey);
        });
  }

  private void answer(
      Context context,
      StatisticsView snapshot,
      Optional<Determination> determination,
      String caseKey) {
    ClinicalTextAccess.Right right =
        access.of(
            HttpListener.client(context), Optional.ofNullable(context.header("Authorization")));
    if (right == ClinicalTextAccess.Right.DENIED) {
      context.header("WWW-Authenticate", "Bearer");
      MonitorProblems.UNAUTHORIZED.sendTo(context);
    } else if (determination.isEmpty()) {
      MonitorProblems.NOT_FOUND.sendTo(context);
    } else {
      boolean clinical = right == ClinicalTextAccess.Right.CLINICAL_TEXT;
      ObjectNode response = response(determination.get(), snapshot.revisions(caseKey), clinical);
      send(context, response.put(FROM_STANDBY, snapshot.isFromStandby()));
    }
  }

  private ObjectNode response(Determination shown, List<Determination> all, boolean clinical) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("clinicalText", clinical ? "SHOWN" : access.isAvailable() ? "KEY_NEEDED" : "OFF");
    response.set(
        "determination", clinical ? CaseJson.complete(shown) : CaseJson.withoutClinicalText(shown));
    ArrayNode revisions = response.putArray("revisions");
    all.stream().map(CaseJson::revision).forEach(revisions::add);
    return response;
  }

  private static Optional<Integer> number(String text, String defaultText) {
    try {
      return Optional.of(Integer.parseInt(text == null ? defaultText : text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void send(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
