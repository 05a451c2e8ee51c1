package org.openimr.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** The ids of letters: the same bytes always give the same ids. */
public final class LetterId {
  private LetterId() {}

  /**
   * Returns the id of a letter.
   *
   * @param documentId SHA-256 of the document's bytes, 64 hex digits
   * @param part the part of the document that the letter is; empty for the whole document
   */
  public static String of(String documentId, Optional<LetterPart> part) {
    return part.map(one -> Sha256.hex((documentId + "#" + one.number()).getBytes(UTF_8)))
        .orElse(documentId);
  }
}
