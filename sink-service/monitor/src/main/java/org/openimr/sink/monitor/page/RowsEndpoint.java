package org.openimr.sink.monitor.page;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openimr.sink.monitor.instances.RowsJson;
import org.openimr.sink.monitor.statistics.HeldHere;
import org.openimr.sink.monitor.statistics.SharedStore;

/**
 * {@code GET /v1/rows/{store}?partitions=0,1&beginning=CM17&most=20}: rows that this instance
 * holds, for other instances. No store that holds clinical text is among them.
 */
final class RowsEndpoint {
  private final HeldHere held;

  RowsEndpoint(HeldHere held) {
    this.held = held;
  }

  void rows(Context context) {
    Optional<SharedStore<?>> store = SharedStore.named(context.pathParam("store"));
    if (store.isEmpty()) {
      Problems.UNKNOWN.answer(context);
      return;
    }
    try {
      List<Integer> partitions =
          Arrays.stream(text(context, "partitions", "").split(",")).map(Integer::valueOf).toList();
      int most = Integer.parseInt(text(context, "most", Integer.toString(Integer.MAX_VALUE)));
      answer(context, store.get(), partitions, most);
    } catch (NumberFormatException e) {
      Problems.MALFORMED.answer(context);
    }
  }

  private <V> void answer(
      Context context, SharedStore<V> store, List<Integer> partitions, int most) {
    String beginning = text(context, "beginning", "");
    context
        .contentType("application/json")
        .result(RowsJson.write(store, held.parts(store, partitions, beginning, most)).toString());
  }

  private static String text(Context context, String name, String standard) {
    return Optional.ofNullable(context.queryParam(name)).orElse(standard);
  }
}
