package org.openimr.enrich.guideline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The mark that ends a load of the catalogue: a header on its last record that says how many
 * entries the topic now holds. Whoever reads the topic takes a state up only when the mark has
 * come, so that nothing is resolved against a half-loaded catalogue.
 */
public final class CatalogueLoadMarker {
  /** Entries in the topic once this record is in it. */
  public static final String ENTRY_COUNT_HEADER = "imr.catalogue.entries";

  private CatalogueLoadMarker() {}

  /** Puts the mark on a record. */
  public static void mark(Headers headers, int entries) {
    headers.add(ENTRY_COUNT_HEADER, Integer.toString(entries).getBytes(StandardCharsets.UTF_8));
  }

  /** The entries that the topic holds, where a record has the mark. */
  public static Optional<Integer> entryCount(Headers headers) {
    Header mark = headers.lastHeader(ENTRY_COUNT_HEADER);
    if (mark == null || mark.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.valueOf(new String(mark.value(), StandardCharsets.UTF_8)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
