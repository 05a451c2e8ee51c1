package org.openimr.sink.webhook.delivery;

/**
 * A webhook to post.
 *
 * @param id stays the same at every attempt and replay, so that a receiver can detect duplicates
 * @param body JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes: never compared or hashed
public record WebhookMessage(String id, byte[] body) {}
