package org.openimr.parser.letter.model;

import java.util.Optional;

/**
 * What an item is about.
 *
 * @param text the heading as printed, lines joined, without the decision word, its colon and an
 *     {@code is} before it
 * @param original the whole request, only where a part of it was granted at utilization review
 * @param authorized what was granted, only there
 * @param disputed what the decision is about: the rest in dispute, else {@code text}
 */
public record DisputedRequest(
    String text, Optional<String> original, Optional<String> authorized, String disputed) {}
