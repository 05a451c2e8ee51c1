package org.openimr.enrich.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Maps lists. Most lists of a letter are empty, for which a stream would be slower. */
final class ListMapper {
  private ListMapper() {}

  /** Returns an unmodifiable list of the mapped elements, in the same order. */
  static <A, B> List<B> map(List<A> elements, Function<A, B> mapper) {
    if (elements.isEmpty()) {
      return List.of();
    }
    List<B> mapped = new ArrayList<>(elements.size());
    for (A element : elements) {
      mapped.add(mapper.apply(element));
    }
    return Collections.unmodifiableList(mapped);
  }
}
