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

/** {@code POST /v1/letters}: answers 202 only when the broker has all letters of the request. */
final class LetterUploadHandler {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final LetterProducer producer;
  private final HttpLimits limits;
  private final Duration delivery;
  private final MeterRegistry metrics;
  private final RequestAdmission admission;
  private final IdempotencyKeyCache idempotencyKeys;

  LetterUploadHandler(
      LetterProducer producer, HttpLimits limits, Duration delivery, MeterRegistry metrics) {
    this.producer = producer;
    this.limits = limits;
    this.delivery = delivery;
    this.metrics = metrics;
    this.admission = new RequestAdmission(limits);
    this.idempotencyKeys = new IdempotencyKeyCache(limits.maxIdempotencyKeys());
    // seen from the start, so that the first one is a change
    metrics.counter("imr.letters.taken", "source", "http");
    metrics.counter("imr.letters.rejected", "status", "503");
  }

  void handle(Context context) {
    try {
      List<RawLetter> letters = take(context);
      accepted(context, letters);
      metrics.counter("imr.letters.taken", "source", "http").increment(letters.size());
    } catch (RequestRejectedException refusal) {
      ProblemDetail problem = refusal.problem();
      metrics
          .counter("imr.letters.rejected", "status", Integer.toString(problem.status()))
          .increment();
      if (problem.status() == 408 || problem.status() == 413 || problem.status() == 429) {
        // the rest of the body is not read
        context.header("Connection", "close");
      }
      problem.sendTo(context);
    }
  }

  /** Lets no more requests in and waits for those that are. */
  void close(Duration most) {
    admission.close(most);
  }

  private List<RawLetter> take(Context context) throws RequestRejectedException {
    int most =
        LetterRequestParser.isMultipart(context)
            ? limits.maxRequestBytes()
            : limits.maxLetterBytes();
    long announced = context.req().getContentLengthLong();
    AuthenticatedClient caller = HttpListener.client(context);
    try (RequestAdmission.Permit place = admission.acquire(caller)) {
      byte[] body =
          RequestBodyReader.read(context.req().getInputStream(), announced, most, limits, place);
      place.sent();
      List<RawLetter> letters = LetterRequestParser.parseLetters(context, body, limits);
      await(send(caller.name(), context.header(IDEMPOTENCY_KEY), letters));
      return letters;
    } catch (IOException e) {
      throw RequestRejectedException.malformed("the body can't be read");
    }
  }

  private CompletableFuture<Void> send(String caller, String key, List<RawLetter> letters)
      throws RequestRejectedException {
    return key == null
        ? send(letters)
        : idempotencyKeys.sendOnce(
            caller, key, LetterRequestParser.fingerprint(letters), () -> send(letters));
  }

  private CompletableFuture<Void> send(List<RawLetter> letters) {
    return CompletableFuture.allOf(
        letters.stream().map(producer::send).toArray(CompletableFuture[]::new));
  }

  private void await(CompletableFuture<Void> sent) throws RequestRejectedException {
    try {
      sent.get(delivery.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw RequestRejectedException.brokerUnavailable("the broker did not confirm; send it again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RequestRejectedException.brokerUnavailable(
          "this service is being stopped; send it again");
    }
  }

  private static void accepted(Context context, List<RawLetter> letters) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (letters.size() == 1) {
      answer.put("letterId", letters.getFirst().id());
    }
    ArrayNode ids = answer.putArray("letterIds");
    letters.forEach(letter -> ids.add(letter.id()));
    context.status(202).contentType("application/json").result(answer.toString());
  }
}
