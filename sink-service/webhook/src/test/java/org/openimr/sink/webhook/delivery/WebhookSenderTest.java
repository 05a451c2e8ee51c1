package org.openimr.sink.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.sink.webhook.delivery.LoopbackWebhookReceiver.status;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class WebhookSenderTest {
  private static final WebhookMessage WEBHOOK = new WebhookMessage("a-1", "{}".getBytes(UTF_8));
  private static final List<SigningKey> KEYS =
      SigningKey.parse(SigningKey.generate() + " " + SigningKey.generate());

  @Test
  void deliversASignedCloudEvent() throws Exception {
    List<String> seen = new ArrayList<>();
    try (LoopbackWebhookReceiver receiver =
        new LoopbackWebhookReceiver(
            (number, exchange) -> {
              seen.add(exchange.getRequestHeaders().getFirst("webhook-id"));
              seen.add(exchange.getRequestHeaders().getFirst("content-type"));
              seen.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
              status(exchange, 204);
            })) {
      assertThat(deliver(receiver.address(), 1)).isInstanceOf(DeliveryResult.Delivered.class);
    }

    assertThat(seen.get(0)).isEqualTo("a-1");
    assertThat(seen.get(1)).startsWith("application/cloudevents+json");
    assertThat(seen.get(2)).matches("v1,\\S+ v1,\\S+");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void retriesTransientStatuses(int status) throws Exception {
    try (LoopbackWebhookReceiver receiver =
        new LoopbackWebhookReceiver(
            (number, exchange) -> status(exchange, number < 3 ? status : 200))) {
      assertThat(deliver(receiver.address(), 5)).isInstanceOf(DeliveryResult.Delivered.class);
      assertThat(receiver.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 308, 400, 401, 403, 404, 413, 422})
  void doesNotRetryPermanentStatuses(int status) throws Exception {
    try (LoopbackWebhookReceiver receiver =
        new LoopbackWebhookReceiver(
            (number, exchange) -> {
              exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
              status(exchange, status);
            })) {
      assertThat(deliver(receiver.address(), 5))
          .isEqualTo(new DeliveryResult.Undeliverable("status " + status));
      assertThat(receiver.requests()).isEqualTo(1);
    }
  }

  @Test
  void stopsAfterMaxAttempts() throws Exception {
    try (LoopbackWebhookReceiver receiver =
        new LoopbackWebhookReceiver((number, exchange) -> status(exchange, 500))) {
      assertThat(deliver(receiver.address(), 3))
          .isEqualTo(new DeliveryResult.Undeliverable("status 500 at the last of 3 attempts"));
      assertThat(receiver.requests()).isEqualTo(3);
    }
  }

  @Test
  void closedKeepAliveConnectionUsesNoAttempt() throws Exception {
    try (LoopbackWebhookReceiver receiver =
            new LoopbackWebhookReceiver(
                (number, exchange) -> {
                  if (number != 2) {
                    status(exchange, 204);
                  }
                });
        WebhookSender sender = sender(policy(receiver.address(), 1, 20), KEYS)) {
      sender.deliver(WEBHOOK, () -> true);

      assertThat(sender.deliver(WEBHOOK, () -> true)).isInstanceOf(DeliveryResult.Delivered.class);
      assertThat(receiver.requests()).isEqualTo(3);
    }
  }

  @Test
  void goneStopsDelivery() throws Exception {
    try (LoopbackWebhookReceiver receiver =
        new LoopbackWebhookReceiver((number, exchange) -> status(exchange, 410))) {
      assertThat(deliver(receiver.address(), 3)).isInstanceOf(DeliveryResult.EndpointGone.class);
    }
  }

  @Test
  void timesOutWhileTheResponseDrips() throws Exception {
    try (LoopbackWebhookReceiver receiver =
            new LoopbackWebhookReceiver(
                (number, exchange) -> {
                  exchange.sendResponseHeaders(200, 0);
                  while (true) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                  }
                });
        WebhookSender sender =
            sender(policy(receiver.address(), 1, 20, Duration.ofMillis(300)), KEYS)) {
      assertThat(sender.deliver(WEBHOOK, () -> true))
          .isEqualTo(
              new DeliveryResult.Undeliverable(
                  "no response within 300 ms at the last of 1 attempts"));
    }
  }

  @Test
  void timeoutAtAnyMomentIsAFailedAttempt() throws Exception {
    try (LoopbackWebhookReceiver receiver =
        new LoopbackWebhookReceiver((number, exchange) -> status(exchange, 200))) {
      for (int round = 0; round < 300; round++) {
        EndpointPolicy hasty = policy(receiver.address(), 1, 20, Duration.ofMillis(1 + round % 6));
        try (WebhookSender sender = sender(hasty, KEYS)) {
          assertThat(sender.deliver(WEBHOOK, () -> true))
              .isInstanceOfAny(DeliveryResult.Delivered.class, DeliveryResult.Undeliverable.class);
        }
      }
    }
  }

  @Test
  void honorsRetryAfterForAllEvents() throws Exception {
    try (LoopbackWebhookReceiver receiver =
            new LoopbackWebhookReceiver(
                (number, exchange) -> {
                  exchange.getResponseHeaders().set("Retry-After", "1");
                  status(exchange, number == 1 ? 429 : 200);
                });
        WebhookSender sender = sender(policy(receiver.address(), 3, 20), KEYS)) {
      sender.deliver(WEBHOOK, () -> true);
      assertThat(receiver.millisBetween(0, 1)).isGreaterThanOrEqualTo(1_000);
    }
  }

  @Test
  void openCircuitUsesNoAttempts() throws Exception {
    CountDownLatch recovered = new CountDownLatch(1);
    try (LoopbackWebhookReceiver receiver =
            new LoopbackWebhookReceiver(
                (number, exchange) -> status(exchange, recovered.getCount() > 0 ? 503 : 200));
        WebhookSender sender = sender(policy(receiver.address(), 30, 5), KEYS);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<DeliveryResult>> deliveries = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        WebhookMessage webhook = new WebhookMessage("a-" + i, "{}".getBytes(UTF_8));
        deliveries.add(threads.submit(() -> sender.deliver(webhook, () -> true)));
      }
      org.awaitility.Awaitility.await().until(sender::isCircuitOpen);
      int whenOpened = receiver.requests();
      org.awaitility.Awaitility.await().until(() -> receiver.requests() >= whenOpened + 3);
      assertThat(receiver.requests()).isLessThan(200);
      recovered.countDown();

      for (Future<DeliveryResult> delivery : deliveries) {
        assertThat(delivery.get()).isInstanceOf(DeliveryResult.Delivered.class);
      }
      assertThat(sender.isCircuitOpen()).isFalse();
    }
  }

  @Test
  void cancelledWebhookIsNotAttempted() throws Exception {
    try (LoopbackWebhookReceiver receiver =
            new LoopbackWebhookReceiver((number, exchange) -> status(exchange, 200));
        WebhookSender sender = sender(policy(receiver.address(), 3, 20), KEYS)) {
      assertThat(sender.deliver(WEBHOOK, () -> false)).isInstanceOf(DeliveryResult.Cancelled.class);
      assertThat(receiver.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1:1/", "https://[::1]:1/", "https://localhost:1/"})
  void deniesPrivateAddresses(String address) throws Exception {
    EndpointPolicy allowed = policy(URI.create(address), 1, 20);
    EndpointPolicy strict =
        new EndpointPolicy(
            allowed.address(),
            false,
            allowed.timeout(),
            1,
            allowed.retryBackOff(),
            allowed.maxRetryAfter(),
            1,
            20,
            allowed.circuitBackOff());
    try (WebhookSender sender = sender(strict, KEYS)) {
      assertThat(sender.deliver(WEBHOOK, () -> true))
          .asString()
          .contains("the endpoint's address is private");
    }
    try (WebhookSender sender = sender(allowed, KEYS)) {
      assertThat(sender.deliver(WEBHOOK, () -> true)).asString().contains("no connection");
    }
  }

  private static DeliveryResult deliver(URI address, int maxAttempts) throws Exception {
    try (WebhookSender sender = sender(policy(address, maxAttempts, 20), KEYS)) {
      return sender.deliver(WEBHOOK, () -> true);
    }
  }

  private static WebhookSender sender(EndpointPolicy policy, List<SigningKey> keys) {
    return new WebhookSender(policy, () -> keys, new Random(1));
  }

  private static EndpointPolicy policy(URI address, int maxAttempts, int failuresToOpen) {
    return policy(address, maxAttempts, failuresToOpen, Duration.ofSeconds(20));
  }

  private static EndpointPolicy policy(
      URI address, int maxAttempts, int failuresToOpen, Duration timeout) {
    JitteredBackOff quick = new JitteredBackOff(Duration.ofMillis(20), 1.5, Duration.ofMillis(100));
    return new EndpointPolicy(
        address,
        true,
        timeout,
        maxAttempts,
        quick,
        Duration.ofSeconds(5),
        8,
        failuresToOpen,
        quick);
  }
}
