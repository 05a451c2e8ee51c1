package org.openimr.sink.monitor.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.event.Determination;
import org.openimr.sink.monitor.statistics.StatisticsView;

/** Cases: search, the newest, one with its revisions. */
final class CaseEndpoints {
  private static final int MOST_FOUND = 20;
  private static final int MOST_NEWEST = 50;
  private static final int LONGEST_KEY = 80;
  private static final String HASH_KEY = "sha256:";

  private final StatisticsView view;
  private final ClinicalTextAccess access;

  CaseEndpoints(StatisticsView view, ClinicalTextAccess access) {
    this.view = view;
    this.access = access;
  }

  /** {@code GET /v1/cases?query=CM17-9}: keys that begin so. */
  void search(Context context) {
    String typed = Optional.ofNullable(context.queryParam("query")).orElse("").trim();
    if (typed.isEmpty() || typed.length() > LONGEST_KEY) {
      Problems.MALFORMED.answer(context);
      return;
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    String beginning =
        lower.startsWith(HASH_KEY) || HASH_KEY.startsWith(lower)
            ? lower
            : typed.toUpperCase(Locale.ROOT);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode keys = answer.putArray("caseKeys");
    view.caseKeys(beginning, MOST_FOUND).forEach(keys::add);
    answer(context, answer);
  }

  /** {@code GET /v1/decisions?limit=10}: the newest determinations, without clinical text. */
  void newest(Context context) {
    Optional<Integer> limit = number(context.queryParam("limit"), "10");
    if (limit.isEmpty() || limit.get() < 1 || limit.get() > MOST_NEWEST) {
      Problems.MALFORMED.answer(context);
      return;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode determinations = answer.putArray("determinations");
    view.newest(limit.get()).stream()
        .map(CaseJson::withoutClinicalText)
        .forEach(determinations::add);
    answer(context, answer);
  }

  /** {@code GET /v1/cases/{caseKey}}: the newest revision, and the list of all. */
  void newestOfCase(Context context) {
    String caseKey = context.pathParam("caseKey");
    answer(context, view.newestRevision(caseKey), caseKey);
  }

  /** {@code GET /v1/cases/{caseKey}/revisions/{revision}}: that revision, and the list of all. */
  void revision(Context context) {
    String caseKey = context.pathParam("caseKey");
    Optional<Integer> revision = number(context.pathParam("revision"), "");
    if (revision.isEmpty()) {
      Problems.MALFORMED.answer(context);
      return;
    }
    answer(context, view.revision(caseKey, revision.get()), caseKey);
  }

  private void answer(Context context, Optional<Determination> found, String caseKey) {
    ClinicalTextAccess.Right right =
        access.of(Optional.ofNullable(context.header("Authorization")));
    if (right == ClinicalTextAccess.Right.REFUSED) {
      context.header("WWW-Authenticate", "Bearer");
      Problems.KEY_REFUSED.answer(context);
    } else if (found.isEmpty()) {
      Problems.UNKNOWN.answer(context);
    } else {
      boolean clinical = right == ClinicalTextAccess.Right.CLINICAL_TEXT;
      answer(context, one(found.get(), view.revisions(caseKey), clinical));
    }
  }

  private ObjectNode one(Determination shown, List<Determination> all, boolean clinical) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("clinicalText", clinical ? "SHOWN" : access.isPossible() ? "KEY_NEEDED" : "OFF");
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
