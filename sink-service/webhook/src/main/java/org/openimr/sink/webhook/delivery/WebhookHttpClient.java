package org.openimr.sink.webhook.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Posts signed webhooks to one address; follows no redirects, uses no proxy, keeps no cookies. */
final class WebhookHttpClient implements AutoCloseable {
  private static final ContentType CLOUD_EVENT =
      ContentType.parse("application/cloudevents+json; charset=utf-8");

  /** How long a name's address may serve before it is looked up and checked again. */
  private static final TimeValue LONGEST_CONNECTION = TimeValue.ofMinutes(5);

  /**
   * Idle longer, a connection is not used again: receivers end idle ones, Node's after 5 seconds,
   * and what is sent at that moment is lost.
   */
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(2);

  private static final AttemptResult.Failed CLOSED_BEFORE =
      new AttemptResult.Failed("connection closed without an answer", Optional.empty());

  private final URI address;
  private final Duration timeout;
  private final Supplier<List<SigningKey>> keys;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

  WebhookHttpClient(EndpointPolicy policy, Supplier<List<SigningKey>> keys) {
    this.address = policy.address();
    this.timeout = policy.timeout();
    this.keys = keys;
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections(policy))
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(timeout)).build())
            .setUserAgent("openimr-webhook/1")
            .setKeepAliveStrategy((response, context) -> LONGEST_IDLE)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  private static PoolingHttpClientConnectionManager connections(EndpointPolicy policy) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(AddressPolicy.of(policy.address(), policy.allowPrivate()))
        .setMaxConnPerRoute(policy.maxInFlight())
        .setMaxConnTotal(policy.maxInFlight())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(policy.timeout()))
                .setSocketTimeout(Timeout.of(policy.timeout()))
                .setTimeToLive(LONGEST_CONNECTION)
                .build())
        .build();
  }

  /**
   * Tries once, with a signature of this moment; over a new connection if a kept one turns out to
   * be closed, for that says nothing of the endpoint.
   */
  AttemptResult post(WebhookMessage webhook) throws InterruptedException {
    AttemptResult answer = postOnce(webhook);
    return answer.equals(CLOSED_BEFORE) ? postOnce(webhook) : answer;
  }

  private AttemptResult postOnce(WebhookMessage webhook) throws InterruptedException {
    HttpPost post = signed(webhook, Instant.now());
    Future<?> deadline =
        deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(post, WebhookHttpClient::answer);
    } catch (NoHttpResponseException | SocketException e) {
      return wasConnected(post, e) ? CLOSED_BEFORE : failed(post, e);
    } catch (IOException e) {
      return failed(post, e);
    } catch (RuntimeException e) {
      if (post.isCancelled()) {
        // what this client throws at a deadline in an unlucky moment
        return failed(post, e);
      }
      throw e;
    } finally {
      deadline.cancel(false);
    }
  }

  private static boolean wasConnected(HttpPost post, IOException e) {
    return !(e instanceof ConnectException
        || post.isCancelled()
        || Thread.currentThread().isInterrupted());
  }

  private AttemptResult failed(HttpPost post, Exception e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return new AttemptResult.Failed(why(e, post), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    client.close();
  }

  private HttpPost signed(WebhookMessage webhook, Instant now) {
    long timestamp = now.getEpochSecond();
    HttpPost post = new HttpPost(address);
    post.setHeader("webhook-id", webhook.id());
    post.setHeader("webhook-timestamp", timestamp);
    post.setHeader(
        "webhook-signature",
        keys.get().stream()
            .map(key -> key.sign(webhook, timestamp))
            .collect(Collectors.joining(" ")));
    post.setEntity(new ByteArrayEntity(webhook.body(), CLOUD_EVENT));
    return post;
  }

  private static AttemptResult answer(ClassicHttpResponse response) {
    int status = response.getCode();
    return switch (status) {
      case 408, 425, 429 -> new AttemptResult.Failed("status " + status, retryAfter(response));
      case 410 -> new AttemptResult.Gone();
      default -> {
        if (status >= 200 && status < 300) {
          yield new AttemptResult.Accepted();
        }
        yield status >= 500
            ? new AttemptResult.Failed("status " + status, retryAfter(response))
            : new AttemptResult.Rejected("status " + status);
      }
    };
  }

  private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    return header == null || header.getValue() == null
        ? Optional.empty()
        : RetryAfterHeader.parse(header.getValue(), Instant.now());
  }

  private String why(Exception e, HttpPost post) {
    if (post.isCancelled() || e instanceof InterruptedIOException) {
      return "no answer in %d ms".formatted(timeout.toMillis());
    }
    return switch (e) {
      case AddressPolicy.AddressDeniedException refused -> refused.getMessage();
      case SSLException ignored -> "no TLS connection that is trusted";
      default -> "no connection: " + e.getClass().getSimpleName();
    };
  }
}
