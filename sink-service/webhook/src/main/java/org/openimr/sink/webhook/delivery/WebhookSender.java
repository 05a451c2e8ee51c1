package org.openimr.sink.webhook.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Delivers webhooks to one endpoint, with the retries of its policy.
 *
 * <p>The loop is written out: with Failsafe's retry policy the switch over the result of an attempt
 * would remain, once to decide about a retry and once to map the last result, and {@link
 * DeliveryGate} says why its circuit breaker does not fit.
 */
public final class WebhookSender implements AutoCloseable {
  private final EndpointPolicy policy;
  private final WebhookHttpClient endpoint;
  private final DeliveryGate gate;
  private final RandomGenerator random;

  /**
   * Creates a sender for an endpoint.
   *
   * @param keys supplies the current signing keys, at each attempt
   * @throws IllegalArgumentException if the address of the policy is not allowed
   */
  public WebhookSender(
      EndpointPolicy policy, Supplier<List<SigningKey>> keys, RandomGenerator random) {
    this.policy = policy;
    this.endpoint = new WebhookHttpClient(policy, keys);
    this.gate =
        new DeliveryGate(
            policy.maxInFlight(), policy.failuresToOpen(), policy.circuitBackOff(), random);
    this.random = random;
  }

  /**
   * Attempts delivery until the endpoint accepts or rejects the webhook, or the last attempt has
   * failed. May block for hours.
   *
   * @param wanted checked before each attempt; the delivery is cancelled if it is false
   */
  public DeliveryResult deliver(WebhookMessage webhook, BooleanSupplier wanted)
      throws InterruptedException {
    for (int attempts = 1; ; attempts++) {
      switch (attempt(webhook, wanted)) {
        case AttemptResult.NotAttempted ignored -> {
          return new DeliveryResult.Cancelled();
        }
        case AttemptResult.Accepted ignored -> {
          return new DeliveryResult.Delivered();
        }
        case AttemptResult.Gone ignored -> {
          return new DeliveryResult.EndpointGone();
        }
        case AttemptResult.Rejected rejected -> {
          return new DeliveryResult.Undeliverable(rejected.reason());
        }
        case AttemptResult.Failed failed -> {
          if (attempts >= policy.maxAttempts()) {
            return new DeliveryResult.Undeliverable(
                "%s at the last of %d attempts".formatted(failed.reason(), attempts));
          }
          Thread.sleep(delay(failed, attempts));
        }
      }
    }
  }

  /** Whether the circuit is open because of too many consecutive failures. */
  public boolean isCircuitOpen() {
    return gate.isCircuitOpen();
  }

  @Override
  public void close() throws IOException {
    endpoint.close();
  }

  private AttemptResult attempt(WebhookMessage webhook, BooleanSupplier wanted)
      throws InterruptedException {
    DeliveryGate.Permit permit = gate.acquire();
    if (!wanted.getAsBoolean()) {
      gate.cancelled(permit);
      return new AttemptResult.NotAttempted();
    }
    AttemptResult result;
    try {
      result = endpoint.post(webhook);
    } catch (InterruptedException | RuntimeException e) {
      gate.cancelled(permit);
      throw e;
    }
    if (result instanceof AttemptResult.Accepted) {
      gate.succeeded(permit);
    } else {
      gate.failed(
          permit,
          result instanceof AttemptResult.Failed failed ? requestedPause(failed) : Duration.ZERO);
    }
    return result;
  }

  private Duration delay(AttemptResult.Failed failed, int attempts) {
    Duration backOff = policy.retryBackOff().delayAfter(attempts, random);
    Duration requested = requestedPause(failed);
    return requested.compareTo(backOff) > 0 ? requested : backOff;
  }

  private Duration requestedPause(AttemptResult.Failed failed) {
    Duration requested = failed.retryAfter().orElse(Duration.ZERO);
    return requested.compareTo(policy.maxRetryAfter()) > 0 ? policy.maxRetryAfter() : requested;
  }
}
