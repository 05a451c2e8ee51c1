package org.openimr.enrich.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which letters are read again; always only those whose facts are published now.
 *
 * @param from received since; empty for all that the topic holds
 * @param fromOffset offset to begin at in each partition of the letters' topic
 * @param until received before
 * @param parserVersion only determinations that this version made
 * @param cases only these case keys; none for all
 */
public record ReplayScope(
    Optional<Instant> from,
    OptionalLong fromOffset,
    Optional<Instant> until,
    Optional<String> parserVersion,
    Set<String> cases) {
  /** All letters. */
  public static final ReplayScope ALL =
      new ReplayScope(
          Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(), Set.of());
}
