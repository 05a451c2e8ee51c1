package org.openimr.parser.request.detail;

import java.util.Optional;

/**
 * A part of the body that a request names.
 *
 * @param printed the words that name it, with its side
 * @param name one name for its spellings ({@code lumbar spine})
 * @param side the side printed beside it; a side printed with another part is not carried over
 */
public record BodyPart(String printed, String name, Optional<Laterality> side) {}
