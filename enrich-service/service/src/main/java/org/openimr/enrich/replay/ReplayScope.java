package org.openimr.enrich.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The letters to replay. Only letters of published determinations are replayed.
 *
 * @param from only letters received at or after this time
 * @param fromOffset start offset in each partition of the letters topic
 * @param until only letters received before this time
 * @param parserVersion only determinations of this parser version
 * @param cases only these case keys; empty for all
 */
public record ReplayScope(
    Optional<Instant> from,
    OptionalLong fromOffset,
    Optional<Instant> until,
    Optional<String> parserVersion,
    Set<String> cases) {
  /** The scope of all letters. */
  public static final ReplayScope ALL =
      new ReplayScope(
          Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(), Set.of());
}
