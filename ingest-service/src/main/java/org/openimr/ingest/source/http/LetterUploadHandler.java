package org.openimr.ingest.source.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.ProblemDetail;
import org.openimr.runtime.http.access.AuthenticatedClient;

/** Handles {@code POST /v1/letters}: 202 only after the broker confirmed all letters. */
final class LetterUploadHandler {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final LetterProducer producer;
  private final HttpLimits limits;
  private final Duration deliveryTimeout;
  private final MeterRegistry metrics;
  private final RequestAdmission admission;
  private final IdempotencyKeyCache idempotencyKeys;

  LetterUploadHandler(
      LetterProducer producer, HttpLimits limits, Duration deliveryTimeout, MeterRegistry metrics) {
    this.producer = producer;
    this.limits = limits;
    this.deliveryTimeout = deliveryTimeout;
    this.metrics = metrics;
    this.admission = new RequestAdmission(limits);
    this.idempotencyKeys = new IdempotencyKeyCache(limits.maxIdempotencyKeys());
    // registered at the start, so that the first increment shows as a change
    metrics.counter("imr.letters.ingested", "source", "http");
    metrics.counter("imr.letters.rejected", "status", "503");
  }

  void handle(Context context) {
    try {
      List<RawLetter> letters = receive(context);
      sendAccepted(context, letters);
      metrics.counter("imr.letters.ingested", "source", "http").increment(letters.size());
    } catch (RequestRejectedException e) {
      ProblemDetail problem = e.problem();
      metrics
          .counter("imr.letters.rejected", "status", Integer.toString(problem.status()))
          .increment();
      if (problem.status() == 408 || problem.status() == 413 || problem.status() == 429) {
        // the rest of the body has not been read
        context.header("Connection", "close");
      }
      problem.sendTo(context);
    }
  }

  /** Rejects new requests and waits for those in flight, at most for the timeout. */
  void close(Duration timeout) {
    admission.close(timeout);
  }

  private List<RawLetter> receive(Context context) throws RequestRejectedException {
    int maxBytes =
        LetterRequestParser.isMultipart(context)
            ? limits.maxRequestBytes()
            : limits.maxLetterBytes();
    long contentLength = context.req().getContentLengthLong();
    AuthenticatedClient client = HttpListener.client(context);
    try (RequestAdmission.Permit permit = admission.acquire(client)) {
      byte[] body =
          RequestBodyReader.read(
              context.req().getInputStream(), contentLength, maxBytes, limits, permit);
      permit.bodyReceived();
      List<RawLetter> letters = LetterRequestParser.parseLetters(context, body, limits);
      await(send(client.name(), context.header(IDEMPOTENCY_KEY), letters));
      return letters;
    } catch (IOException e) {
      throw RequestRejectedException.malformed("can't read the body");
    }
  }

  private CompletableFuture<Void> send(String client, String key, List<RawLetter> letters)
      throws RequestRejectedException {
    return key == null
        ? send(letters)
        : idempotencyKeys.sendOnce(
            client, key, LetterRequestParser.fingerprint(letters), () -> send(letters));
  }

  private CompletableFuture<Void> send(List<RawLetter> letters) {
    return CompletableFuture.allOf(
        letters.stream().map(producer::send).toArray(CompletableFuture[]::new));
  }

  private void await(CompletableFuture<Void> sent) throws RequestRejectedException {
    try {
      sent.get(deliveryTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw RequestRejectedException.brokerUnavailable(
          "the broker did not confirm the letters; send them again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RequestRejectedException.brokerUnavailable(
          "the service is stopping; send the letters again");
    }
  }

  private static void sendAccepted(Context context, List<RawLetter> letters) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    if (letters.size() == 1) {
      response.put("letterId", letters.getFirst().id());
    }
    ArrayNode ids = response.putArray("letterIds");
    letters.forEach(letter -> ids.add(letter.id()));
    context.status(202).contentType("application/json").result(response.toString());
  }
}
