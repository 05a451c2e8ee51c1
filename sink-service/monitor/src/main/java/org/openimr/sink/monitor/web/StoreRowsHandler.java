package org.openimr.sink.monitor.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openimr.sink.monitor.store.LocalStores;
import org.openimr.sink.monitor.store.QueryableStore;
import org.openimr.sink.monitor.store.StoreRowsJson;

/**
 * {@code GET /v1/rows/{store}?partitions=0,1&beginning=CM17&most=20}: rows of this instance, for
 * other instances. Stores that contain clinical text are not available.
 */
final class StoreRowsHandler {
  private final LocalStores stores;

  StoreRowsHandler(LocalStores stores) {
    this.stores = stores;
  }

  void rows(Context context) {
    Optional<QueryableStore<?>> store = QueryableStore.byName(context.pathParam("store"));
    if (store.isEmpty()) {
      MonitorProblems.NOT_FOUND.sendTo(context);
      return;
    }
    try {
      List<Integer> partitions =
          Arrays.stream(text(context, "partitions", "").split(",")).map(Integer::valueOf).toList();
      int limit = Integer.parseInt(text(context, "most", Integer.toString(Integer.MAX_VALUE)));
      send(context, store.get(), partitions, limit);
    } catch (NumberFormatException e) {
      MonitorProblems.BAD_REQUEST.sendTo(context);
    }
  }

  private <V> void send(
      Context context, QueryableStore<V> store, List<Integer> partitions, int limit) {
    String prefix = text(context, "beginning", "");
    context
        .contentType("application/json")
        .result(
            StoreRowsJson.write(store, stores.parts(store, partitions, prefix, limit)).toString());
  }

  private static String text(Context context, String name, String defaultText) {
    return Optional.ofNullable(context.queryParam(name)).orElse(defaultText);
  }
}
