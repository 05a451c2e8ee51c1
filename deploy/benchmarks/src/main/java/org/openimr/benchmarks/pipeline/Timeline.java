package org.openimr.benchmarks.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far something had come at each moment of a run, and what that had cost. */
final class Timeline {
  private final List<Moment> moments = new ArrayList<>();

  /**
   * A moment.
   *
   * @param at time since the start
   * @param done letters whose events were committed
   * @param lag letters that wait
   * @param processor time that the services had used
   * @param broker time that the broker had used
   */
  record Moment(Duration at, long done, long lag, Duration processor, Duration broker) {
    static final Moment START = new Moment(Duration.ZERO, 0, 0, Duration.ZERO, Duration.ZERO);
  }

  void add(Moment moment) {
    moments.add(moment);
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** The last moment. */
  Moment last() {
    return moments.isEmpty() ? Moment.START : moments.getLast();
  }

  /** Letters done by the last moment. */
  long done() {
    return last().done();
  }

  /**
   * The part between two counts of letters, both reached: without the start of a process and its
   * warming up.
   */
  Stretch between(long first, long last) {
    return new Stretch(
        last - first,
        grown(first, last, Moment::at),
        grown(first, last, Moment::processor),
        grown(first, last, Moment::broker));
  }

  /** All of it. */
  Stretch whole() {
    return between(0, done());
  }

  /**
   * A part of a run.
   *
   * @param letters done in it
   * @param length by the clock
   * @param processor time of the services
   * @param broker time of the broker
   */
  record Stretch(long letters, Duration length, Duration processor, Duration broker) {
    /** Letters a second. */
    double rate() {
      return letters / (length.toNanos() / 1e9);
    }

    /** Microseconds of the services' processor time a letter. */
    double processorMicros() {
      return processor.toNanos() / 1e3 / letters;
    }

    /** Microseconds of the broker's processor time a letter. */
    double brokerMicros() {
      return broker.toNanos() / 1e3 / letters;
    }
  }

  private Duration grown(long first, long last, java.util.function.Function<Moment, Duration> of) {
    ToDoubleFunction<Moment> nanos = moment -> of.apply(moment).toNanos();
    return Duration.ofNanos((long) (reached(last, nanos) - reached(first, nanos)));
  }

  /** A figure of the moment when a count was reached, by what is known before and after. */
  private double reached(long count, ToDoubleFunction<Moment> figure) {
    Moment before = Moment.START;
    for (Moment moment : moments) {
      if (moment.done() >= count) {
        double share =
            moment.done() == before.done()
                ? 0
                : (count - before.done()) / (double) (moment.done() - before.done());
        double from = figure.applyAsDouble(before);
        return from + share * (figure.applyAsDouble(moment) - from);
      }
      before = moment;
    }
    return figure.applyAsDouble(last());
  }
}
