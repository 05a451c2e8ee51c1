package org.openimr.parser.request.detail;

import java.util.Optional;

/**
 * A body part in a request.
 *
 * @param printed the words of the part and its side
 * @param name the normalized name of the part ({@code lumbar spine})
 * @param side the side printed next to it; the side of another part is not carried over
 */
public record BodyPart(String printed, String name, Optional<Laterality> side) {}
