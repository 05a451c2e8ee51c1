package org.openimr.sink.webhook.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Gets webhooks to one endpoint, with as many tries as its policy gives each. */
public final class Courier implements AutoCloseable {
  private final EndpointPolicy policy;
  private final Endpoint endpoint;
  private final Gate gate;
  private final RandomGenerator random;

  /**
   * A courier for an endpoint.
   *
   * @param keys asked at each try
   * @throws IllegalArgumentException if the policy's address is none to post to
   */
  public Courier(EndpointPolicy policy, Supplier<List<SigningKey>> keys, RandomGenerator random) {
    this.policy = policy;
    this.endpoint = new Endpoint(policy, keys);
    this.gate = new Gate(policy.atOnce(), policy.failuresToOpen(), policy.pauses(), random);
    this.random = random;
  }

  /**
   * Tries until the endpoint has it, refuses it, or the last try failed; for hours, if need be.
   *
   * @param wanted asked before each try
   */
  public Delivery deliver(Webhook webhook, BooleanSupplier wanted) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      switch (attempt(webhook, wanted)) {
        case Answer.NotTried ignored -> {
          return new Delivery.CalledOff();
        }
        case Answer.Accepted ignored -> {
          return new Delivery.Delivered();
        }
        case Answer.Gone ignored -> {
          return new Delivery.EndpointGone();
        }
        case Answer.Refused refused -> {
          return new Delivery.Undeliverable(refused.why());
        }
        case Answer.Failed failed -> {
          if (tries >= policy.tries()) {
            return new Delivery.Undeliverable(
                "%s at the last of %d tries".formatted(failed.why(), tries));
          }
          Thread.sleep(wait(failed, tries));
        }
      }
    }
  }

  /** Whether the endpoint failed so often in a row that it gets a pause. */
  public boolean endpointIsDead() {
    return gate.isDead();
  }

  @Override
  public void close() throws IOException {
    endpoint.close();
  }

  private Answer attempt(Webhook webhook, BooleanSupplier wanted) throws InterruptedException {
    Gate.Pass pass = gate.enter();
    if (!wanted.getAsBoolean()) {
      gate.calledOff(pass);
      return new Answer.NotTried();
    }
    Answer answer;
    try {
      answer = endpoint.post(webhook);
    } catch (InterruptedException | RuntimeException e) {
      gate.calledOff(pass);
      throw e;
    }
    if (answer instanceof Answer.Accepted) {
      gate.succeeded(pass);
    } else {
      gate.failed(pass, answer instanceof Answer.Failed failed ? asked(failed) : Duration.ZERO);
    }
    return answer;
  }

  private Duration wait(Answer.Failed failed, int tries) {
    Duration own = policy.retries().after(tries, random);
    Duration asked = asked(failed);
    return asked.compareTo(own) > 0 ? asked : own;
  }

  private Duration asked(Answer.Failed failed) {
    Duration asked = failed.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(policy.longestRetryAfter()) > 0 ? policy.longestRetryAfter() : asked;
  }
}
