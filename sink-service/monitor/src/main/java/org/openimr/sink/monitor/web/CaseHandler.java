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

/** Cases: search, the newest, one with its revisions. */
final class CaseHandler {
  private static final int MOST_FOUND = 20;
  private static final int MOST_NEWEST = 50;
  private static final int LONGEST_KEY = 80;
  private static final String FROM_STANDBY = "fromStandby";
  private static final String HASH_KEY = "sha256:";

  private final StatisticsView view;
  private final CaseRouter holders;
  private final ClinicalTextAccess access;

  CaseHandler(StatisticsView view, CaseRouter holders, ClinicalTextAccess access) {
    this.view = view;
    this.holders = holders;
    this.access = access;
  }

  /** {@code GET /v1/cases?query=CM17-9}: keys that begin so. */
  void search(Context context) {
    String typed = Optional.ofNullable(context.queryParam("query")).orElse("").trim();
    if (typed.isEmpty() || typed.length() > LONGEST_KEY) {
      MonitorProblems.MALFORMED.sendTo(context);
      return;
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    String beginning =
        lower.startsWith(HASH_KEY) || HASH_KEY.startsWith(lower)
            ? lower
            : typed.toUpperCase(Locale.ROOT);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode keys = answer.putArray("caseKeys");
    StatisticsView look = view.snapshot();
    look.caseKeys(beginning, MOST_FOUND).forEach(keys::add);
    answer.put(FROM_STANDBY, look.isFromStandby());
    answer(context, answer);
  }

  /** {@code GET /v1/decisions?limit=10}: the newest determinations, without clinical text. */
  void newest(Context context) {
    Optional<Integer> limit = number(context.queryParam("limit"), "10");
    if (limit.isEmpty() || limit.get() < 1 || limit.get() > MOST_NEWEST) {
      MonitorProblems.MALFORMED.sendTo(context);
      return;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode determinations = answer.putArray("determinations");
    StatisticsView look = view.snapshot();
    look.newest(limit.get(), caseKey -> holders.newestDetermination(look, caseKey))
        .forEach(determinations::add);
    answer.put(FROM_STANDBY, look.isFromStandby());
    answer(context, answer);
  }

  /** {@code GET /v1/cases/{caseKey}}: the newest revision, and the list of all. */
  void newestOfCase(Context context) {
    String caseKey = context.pathParam("caseKey");
    holders.route(
        context,
        caseKey,
        "",
        here -> {
          StatisticsView look = view.snapshot();
          answer(here, look, look.newestRevision(caseKey), caseKey);
        });
  }

  /** {@code GET /v1/cases/{caseKey}/revisions/{revision}}: that revision, and the list of all. */
  void revision(Context context) {
    String caseKey = context.pathParam("caseKey");
    Optional<Integer> revision = number(context.pathParam("revision"), "");
    if (revision.isEmpty()) {
      MonitorProblems.MALFORMED.sendTo(context);
      return;
    }
    holders.route(
        context,
        caseKey,
        "/revisions/" + revision.get(),
        here -> {
          StatisticsView look = view.snapshot();
          answer(here, look, look.revision(caseKey, revision.get()), caseKey);
        });
  }

  private void answer(
      Context context, StatisticsView look, Optional<Determination> found, String caseKey) {
    ClinicalTextAccess.Right right =
        access.of(
            HttpListener.client(context), Optional.ofNullable(context.header("Authorization")));
    if (right == ClinicalTextAccess.Right.REFUSED) {
      context.header("WWW-Authenticate", "Bearer");
      MonitorProblems.INVALID_KEY.sendTo(context);
    } else if (found.isEmpty()) {
      MonitorProblems.UNKNOWN.sendTo(context);
    } else {
      boolean clinical = right == ClinicalTextAccess.Right.CLINICAL_TEXT;
      ObjectNode answer = one(found.get(), look.revisions(caseKey), clinical);
      answer(context, answer.put(FROM_STANDBY, look.isFromStandby()));
    }
  }

  private ObjectNode one(Determination shown, List<Determination> all, boolean clinical) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("clinicalText", clinical ? "SHOWN" : access.isAvailable() ? "KEY_NEEDED" : "OFF");
    answer.set(
        "determination", clinical ? CaseJson.whole(shown) : CaseJson.withoutClinicalText(shown));
    ArrayNode revisions = answer.putArray("revisions");
    all.stream().map(CaseJson::revision).forEach(revisions::add);
    return answer;
  }

  private static Optional<Integer> number(String text, String standard) {
    try {
      return Optional.of(Integer.parseInt(text == null ? standard : text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
