package org.openimr.sink.monitor.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openimr.sink.monitor.store.LocalStores;
import org.openimr.sink.monitor.store.QueryableStore;
import org.openimr.sink.monitor.store.StoreRowsJson;

/**
 * {@code GET /v1/rows/{store}?partitions=0,1&beginning=CM17&most=20}: rows that this instance
 * holds, for other instances. No store that holds clinical text is among them.
 */
final class StoreRowsHandler {
  private final LocalStores held;

  StoreRowsHandler(LocalStores held) {
    this.held = held;
  }

  void rows(Context context) {
    Optional<QueryableStore<?>> store = QueryableStore.byName(context.pathParam("store"));
    if (store.isEmpty()) {
      MonitorProblems.UNKNOWN.sendTo(context);
      return;
    }
    try {
      List<Integer> partitions =
          Arrays.stream(text(context, "partitions", "").split(",")).map(Integer::valueOf).toList();
      int most = Integer.parseInt(text(context, "most", Integer.toString(Integer.MAX_VALUE)));
      answer(context, store.get(), partitions, most);
    } catch (NumberFormatException e) {
      MonitorProblems.MALFORMED.sendTo(context);
    }
  }

  private <V> void answer(
      Context context, QueryableStore<V> store, List<Integer> partitions, int most) {
    String beginning = text(context, "beginning", "");
    context
        .contentType("application/json")
        .result(
            StoreRowsJson.write(store, held.parts(store, partitions, beginning, most)).toString());
  }

  private static String text(Context context, String name, String standard) {
    return Optional.ofNullable(context.queryParam(name)).orElse(standard);
  }
}
