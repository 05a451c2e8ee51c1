package org.openimr.sink.monitor.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/**
 * An answer that is an error, as {@code application/problem+json} (RFC 9457).
 *
 * @param status of the answer
 * @param title what is the matter; never anything of a letter
 */
record Problem(int status, String title) {
  static final Problem MALFORMED = new Problem(400, "Malformed request");
  static final Problem KEY_REFUSED = new Problem(401, "The key is not right");
  static final Problem UNKNOWN = new Problem(404, "Nothing here");
  static final Problem WRONG_METHOD = new Problem(405, "Not this way");
  static final Problem WRONG_HOST =
      new Problem(421, "Not the name of this host (setting monitor.http.hosts)");
  static final Problem INTERNAL = new Problem(500, "Internal error");
  static final Problem NOT_READY = new Problem(503, "Partitions are being moved; ask again");

  void answer(Context context) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    if (status == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (status == 503) {
      context.header("Retry-After", "2");
    }
    context.status(status).contentType("application/problem+json").result(problem.toString());
  }
}
