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

/** Posts signed webhooks to one address, without redirects, proxies and cookies. */
final class WebhookHttpClient implements AutoCloseable {
  private static final ContentType CLOUD_EVENT =
      ContentType.parse("application/cloudevents+json; charset=utf-8");

  /** Maximum time after which the host name is resolved and checked again. */
  private static final TimeValue CONNECTION_TTL = TimeValue.ofMinutes(5);

  /**
   * A connection that is idle for longer is not reused: receivers close idle connections, Node's
   * after 5 seconds, and a request sent at that moment is lost.
   */
  private static final TimeValue MAX_IDLE = TimeValue.ofSeconds(2);

  private static final AttemptResult.Failed CLOSED_WITHOUT_RESPONSE =
      new AttemptResult.Failed("connection closed without a response", Optional.empty());

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
            .setKeepAliveStrategy((response, context) -> MAX_IDLE)
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
                .setTimeToLive(CONNECTION_TTL)
                .build())
        .build();
  }

  /**
   * Makes one attempt, with a signature of the current time. Repeats it on a new connection if a
   * kept one turns out to be closed, because that is not a failure of the endpoint.
   */
  AttemptResult post(WebhookMessage webhook) throws InterruptedException {
    AttemptResult result = postOnce(webhook);
    return result.equals(CLOSED_WITHOUT_RESPONSE) ? postOnce(webhook) : result;
  }

  private AttemptResult postOnce(WebhookMessage webhook) throws InterruptedException {
    HttpPost post = signed(webhook, Instant.now());
    Future<?> deadline =
        deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(post, WebhookHttpClient::resultOf);
    } catch (NoHttpResponseException | SocketException e) {
      return wasConnected(post, e) ? CLOSED_WITHOUT_RESPONSE : failed(post, e);
    } catch (IOException e) {
      return failed(post, e);
    } catch (RuntimeException e) {
      if (post.isCancelled()) {
        // cancelling at the deadline can make the client throw a runtime exception
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
    return new AttemptResult.Failed(reason(e, post), Optional.empty());
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

  private static AttemptResult resultOf(ClassicHttpResponse response) {
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

  private String reason(Exception e, HttpPost post) {
    if (post.isCancelled() || e instanceof InterruptedIOException) {
      return "no response within %d ms".formatted(timeout.toMillis());
    }
    return switch (e) {
      case AddressPolicy.AddressDeniedException denied -> denied.reason();
      case SSLException ignored -> "no trusted TLS connection";
      default -> "no connection: " + e.getClass().getSimpleName();
    };
  }
}
