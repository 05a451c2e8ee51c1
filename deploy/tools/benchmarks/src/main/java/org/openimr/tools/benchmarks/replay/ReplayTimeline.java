package org.openimr.tools.benchmarks.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far something had come at each moment of a run, and what that had cost. */
final class ReplayTimeline {
  private final List<Sample> moments = new ArrayList<>();

  /**
   * A moment.
   *
   * @param at time since the start
   * @param done letters whose events were committed
   * @param lag letters that wait
   * @param processor time that the services had used
   * @param broker time that the broker had used
   */
  record Sample(Duration elapsed, long done, long lag, Duration processor, Duration broker) {
    static final Sample START = new Sample(Duration.ZERO, 0, 0, Duration.ZERO, Duration.ZERO);
  }

  void add(Sample moment) {
    moments.add(moment);
  }

  List<Sample> moments() {
    return List.copyOf(moments);
  }

  /** The last moment. */
  Sample last() {
    return moments.isEmpty() ? Sample.START : moments.getLast();
  }

  /** Letters done by the last moment. */
  long done() {
    return last().done();
  }

  /**
   * The part between two counts of letters, both reached: without the start of a process and its
   * warming up.
   */
  Interval between(long first, long last) {
    return new Interval(
        last - first,
        grown(first, last, Sample::elapsed),
        grown(first, last, Sample::processor),
        grown(first, last, Sample::broker));
  }

  /** All of it. */
  Interval whole() {
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
  record Interval(long letters, Duration length, Duration processor, Duration broker) {
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

  private Duration grown(long first, long last, java.util.function.Function<Sample, Duration> of) {
    ToDoubleFunction<Sample> nanos = moment -> of.apply(moment).toNanos();
    return Duration.ofNanos((long) (reached(last, nanos) - reached(first, nanos)));
  }

  /** A figure of the moment when a count was reached, by what is known before and after. */
  private double reached(long count, ToDoubleFunction<Sample> figure) {
    Sample before = Sample.START;
    for (Sample moment : moments) {
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
