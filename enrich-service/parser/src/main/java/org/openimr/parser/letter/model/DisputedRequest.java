package org.openimr.parser.letter.model;

import java.util.Optional;

/**
 * The request that an item decides.
 *
 * @param text the heading as printed, with its lines joined, without the decision word, its colon
 *     and a preceding {@code is}
 * @param original the original request if utilization review authorized a part of it, else empty
 * @param authorized the authorized part if there is one, else empty
 * @param disputed the part in dispute: the remainder of a partly authorized request, else {@code
 *     text}
 */
public record DisputedRequest(
    String text, Optional<String> original, Optional<String> authorized, String disputed) {}
