package org.openimr.sink.webhook.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Gets webhooks to one endpoint, with as many tries as its policy gives each. */
public final class WebhookSender implements AutoCloseable {
  private final EndpointPolicy policy;
  private final WebhookHttpClient endpoint;
  private final DeliveryGate gate;
  private final RandomGenerator random;

  /**
   * A courier for an endpoint.
   *
   * @param keys asked at each try
   * @throws IllegalArgumentException if the policy's address is none to post to
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
   * Tries until the endpoint has it, refuses it, or the last try failed; for hours, if need be.
   *
   * @param wanted asked before each try
   */
  public DeliveryResult deliver(WebhookMessage webhook, BooleanSupplier wanted)
      throws InterruptedException {
    for (int tries = 1; ; tries++) {
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
        case AttemptResult.Rejected refused -> {
          return new DeliveryResult.Undeliverable(refused.reason());
        }
        case AttemptResult.Failed failed -> {
          if (tries >= policy.maxAttempts()) {
            return new DeliveryResult.Undeliverable(
                "%s at the last of %d tries".formatted(failed.reason(), tries));
          }
          Thread.sleep(wait(failed, tries));
        }
      }
    }
  }

  /** Whether the endpoint failed so often in a row that it gets a pause. */
  public boolean isEndpointDown() {
    return gate.isDown();
  }

  @Override
  public void close() throws IOException {
    endpoint.close();
  }

  private AttemptResult attempt(WebhookMessage webhook, BooleanSupplier wanted)
      throws InterruptedException {
    DeliveryGate.Permit pass = gate.acquire();
    if (!wanted.getAsBoolean()) {
      gate.cancelled(pass);
      return new AttemptResult.NotAttempted();
    }
    AttemptResult answer;
    try {
      answer = endpoint.post(webhook);
    } catch (InterruptedException | RuntimeException e) {
      gate.cancelled(pass);
      throw e;
    }
    if (answer instanceof AttemptResult.Accepted) {
      gate.succeeded(pass);
    } else {
      gate.failed(
          pass, answer instanceof AttemptResult.Failed failed ? asked(failed) : Duration.ZERO);
    }
    return answer;
  }

  private Duration wait(AttemptResult.Failed failed, int tries) {
    Duration own = policy.retryBackOff().delayAfter(tries, random);
    Duration asked = asked(failed);
    return asked.compareTo(own) > 0 ? asked : own;
  }

  private Duration asked(AttemptResult.Failed failed) {
    Duration asked = failed.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(policy.maxRetryAfter()) > 0 ? policy.maxRetryAfter() : asked;
  }
}
