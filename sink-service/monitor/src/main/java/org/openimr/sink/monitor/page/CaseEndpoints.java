package org.openimr.sink.monitor.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.event.Determination;
import org.openimr.service.door.Door;
import org.openimr.sink.monitor.statistics.StatisticsView;

/** Cases: search, the newest, one with its revisions. */
final class CaseEndpoints {
  private static final int MOST_FOUND = 20;
  private static final int MOST_NEWEST = 50;
  private static final int LONGEST_KEY = 80;
  private static final String FROM_STANDBY = "fromStandby";
  private static final String HASH_KEY = "sha256:";

  private final StatisticsView view;
  private final CaseHolders holders;
  private final ClinicalTextAccess access;

  CaseEndpoints(StatisticsView view, CaseHolders holders, ClinicalTextAccess access) {
    this.view = view;
    this.holders = holders;
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
    StatisticsView look = view.look();
    look.caseKeys(beginning, MOST_FOUND).forEach(keys::add);
    answer.put(FROM_STANDBY, look.isFromStandby());
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
    StatisticsView look = view.look();
    look.newest(limit.get(), caseKey -> holders.newest(look, caseKey)).forEach(determinations::add);
    answer.put(FROM_STANDBY, look.isFromStandby());
    answer(context, answer);
  }

  /** {@code GET /v1/cases/{caseKey}}: the newest revision, and the list of all. */
  void newestOfCase(Context context) {
    String caseKey = context.pathParam("caseKey");
    holders.answer(
        context,
        caseKey,
        "",
        here -> {
          StatisticsView look = view.look();
          answer(here, look, look.newestRevision(caseKey), caseKey);
        });
  }

  /** {@code GET /v1/cases/{caseKey}/revisions/{revision}}: that revision, and the list of all. */
  void revision(Context context) {
    String caseKey = context.pathParam("caseKey");
    Optional<Integer> revision = number(context.pathParam("revision"), "");
    if (revision.isEmpty()) {
      Problems.MALFORMED.answer(context);
      return;
    }
    holders.answer(
        context,
        caseKey,
        "/revisions/" + revision.get(),
        here -> {
          StatisticsView look = view.look();
          answer(here, look, look.revision(caseKey, revision.get()), caseKey);
        });
  }

  private void answer(
      Context context, StatisticsView look, Optional<Determination> found, String caseKey) {
    ClinicalTextAccess.Right right =
        access.of(Door.caller(context), Optional.ofNullable(context.header("Authorization")));
    if (right == ClinicalTextAccess.Right.REFUSED) {
      context.header("WWW-Authenticate", "Bearer");
      Problems.KEY_REFUSED.answer(context);
    } else if (found.isEmpty()) {
      Problems.UNKNOWN.answer(context);
    } else {
      boolean clinical = right == ClinicalTextAccess.Right.CLINICAL_TEXT;
      ObjectNode answer = one(found.get(), look.revisions(caseKey), clinical);
      answer(context, answer.put(FROM_STANDBY, look.isFromStandby()));
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
