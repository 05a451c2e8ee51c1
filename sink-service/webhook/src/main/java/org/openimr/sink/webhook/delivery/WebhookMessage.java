package org.openimr.sink.webhook.delivery;

/**
 * What is posted.
 *
 * @param id the same at every try and every replay, so that a receiver knows what it has
 * @param body JSON in UTF-8
 */
public record WebhookMessage(String id, byte[] body) {}
