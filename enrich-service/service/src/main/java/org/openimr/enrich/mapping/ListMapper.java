package org.openimr.enrich.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Lists of a letter in the events' form. Most are empty: a stream of each would cost more. */
final class ListMapper {
  private ListMapper() {}

  /** Each element in another form, in the same order; not to be changed. */
  static <A, B> List<B> map(List<A> elements, Function<A, B> form) {
    if (elements.isEmpty()) {
      return List.of();
    }
    List<B> formed = new ArrayList<>(elements.size());
    for (A element : elements) {
      formed.add(form.apply(element));
    }
    return Collections.unmodifiableList(formed);
  }
}
