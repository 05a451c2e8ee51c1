package org.openimr.ingest.source;

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
import org.openimr.service.Problem;
import org.openimr.service.door.Caller;
import org.openimr.service.door.Door;

/** {@code POST /v1/letters}: answers 202 only when the broker has all letters of the request. */
final class LetterIntake {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final LetterProducer producer;
  private final HttpLimits limits;
  private final Duration delivery;
  private final MeterRegistry metrics;
  private final Admission admission;
  private final IdempotencyKeys keys;

  LetterIntake(
      LetterProducer producer, HttpLimits limits, Duration delivery, MeterRegistry metrics) {
    this.producer = producer;
    this.limits = limits;
    this.delivery = delivery;
    this.metrics = metrics;
    this.admission = new Admission(limits);
    this.keys = new IdempotencyKeys(limits.idempotencyKeys());
    // seen from the start, so that the first one is a change
    metrics.counter("imr.letters.taken", "source", "http");
    metrics.counter("imr.letters.rejected", "status", "503");
  }

  void post(Context context) {
    try {
      List<RawLetter> letters = take(context);
      accepted(context, letters);
      metrics.counter("imr.letters.taken", "source", "http").increment(letters.size());
    } catch (Refusal refusal) {
      Problem problem = refusal.problem();
      metrics
          .counter("imr.letters.rejected", "status", Integer.toString(problem.status()))
          .increment();
      if (problem.status() == 408 || problem.status() == 413 || problem.status() == 429) {
        // the rest of the body is not read
        context.header("Connection", "close");
      }
      problem.answer(context);
    }
  }

  /** Lets no more requests in and waits for those that are. */
  void close(Duration most) {
    admission.close(most);
  }

  private List<RawLetter> take(Context context) throws Refusal {
    int most = LettersOfRequest.isMultipart(context) ? limits.requestBytes() : limits.letterBytes();
    long announced = context.req().getContentLengthLong();
    Caller caller = Door.caller(context);
    try (Admission.Place place = admission.enter(caller)) {
      byte[] body =
          RequestBody.read(context.req().getInputStream(), announced, most, limits, place);
      place.sent();
      List<RawLetter> letters = LettersOfRequest.of(context, body, limits);
      await(send(caller.name(), context.header(IDEMPOTENCY_KEY), letters));
      return letters;
    } catch (IOException e) {
      throw Refusal.malformed("the body can't be read");
    }
  }

  private CompletableFuture<Void> send(String caller, String key, List<RawLetter> letters)
      throws Refusal {
    return key == null
        ? send(letters)
        : keys.once(caller, key, LettersOfRequest.fingerprint(letters), () -> send(letters));
  }

  private CompletableFuture<Void> send(List<RawLetter> letters) {
    return CompletableFuture.allOf(
        letters.stream().map(producer::send).toArray(CompletableFuture[]::new));
  }

  private void await(CompletableFuture<Void> sent) throws Refusal {
    try {
      sent.get(delivery.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw Refusal.brokerAway("the broker did not confirm; send it again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.brokerAway("this service is being stopped; send it again");
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
