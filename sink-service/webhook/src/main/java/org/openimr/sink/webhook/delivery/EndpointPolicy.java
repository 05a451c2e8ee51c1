package org.openimr.sink.webhook.delivery;

import java.net.URI;
import java.time.Duration;

/**
 * How an endpoint is to be dealt with.
 *
 * @param address where webhooks are posted
 * @param allowPrivate whether loopback and private networks are allowed
 * @param timeout of one try, from connecting to the end of the answer
 * @param tries of one webhook, from 1
 * @param retries waits between the tries of one webhook
 * @param longestRetryAfter to which a longer {@code Retry-After} is cut
 * @param atOnce webhooks under way at the same time, from 1
 * @param failuresToOpen failures in a row after which the endpoint is taken for dead, from 1
 * @param pauses while it is taken for dead
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
