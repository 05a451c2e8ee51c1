package org.openimr.sink.webhook.delivery;

import java.net.URI;
import java.time.Duration;

/**
 * Address, limits and retry rules of an endpoint.
 *
 * @param address the address to post to
 * @param allowPrivate whether loopback and private addresses are allowed
 * @param timeout of one attempt, from connecting to the end of the response
 * @param maxAttempts attempts per webhook, from 1
 * @param retryBackOff delays between the attempts of one webhook
 * @param maxRetryAfter limit of the {@code Retry-After} that is honored
 * @param maxInFlight maximum concurrent attempts, from 1
 * @param failuresToOpen consecutive failures that open the circuit, from 1
 * @param circuitBackOff times that the circuit stays open
 */
public record EndpointPolicy(
    URI address,
    boolean allowPrivate,
    Duration timeout,
    int maxAttempts,
    JitteredBackOff retryBackOff,
    Duration maxRetryAfter,
    int maxInFlight,
    int failuresToOpen,
    JitteredBackOff circuitBackOff) {}
