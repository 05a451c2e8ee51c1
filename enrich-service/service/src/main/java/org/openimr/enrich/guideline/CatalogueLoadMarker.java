package org.openimr.enrich.guideline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A header on the last record of a catalogue load with the number of entries that the topic now
 * holds. Consumers activate a catalogue only when they have read the marker, so that citations are
 * never resolved against a partially loaded catalogue.
 */
public final class CatalogueLoadMarker {
  /** Number of entries in the topic, including this record. */
  public static final String ENTRY_COUNT_HEADER = "imr.catalogue.entries";

  private CatalogueLoadMarker() {}

  /** Adds the marker to the headers of a record. */
  public static void mark(Headers headers, int entries) {
    headers.add(ENTRY_COUNT_HEADER, Integer.toString(entries).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the number of entries in the topic if a record has the marker. */
  public static Optional<Integer> entryCount(Headers headers) {
    Header marker = headers.lastHeader(ENTRY_COUNT_HEADER);
    if (marker == null || marker.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.valueOf(new String(marker.value(), StandardCharsets.UTF_8)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
