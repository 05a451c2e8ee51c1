package org.openimr.tools.benchmarks.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Samples of the progress and the CPU time of a run. */
final class ReplayTimeline {
  private final List<Sample> samples = new ArrayList<>();

  /**
   * A sample.
   *
   * @param elapsed time since the start
   * @param done letters with committed events
   * @param lag pending letters
   * @param processor CPU time of the services
   * @param broker CPU time of the broker
   */
  record Sample(Duration elapsed, long done, long lag, Duration processor, Duration broker) {
    static final Sample START = new Sample(Duration.ZERO, 0, 0, Duration.ZERO, Duration.ZERO);
  }

  void add(Sample sample) {
    samples.add(sample);
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** The last sample, or the start. */
  Sample last() {
    return samples.isEmpty() ? Sample.START : samples.getLast();
  }

  /** Letters finished at the last sample. */
  long done() {
    return last().done();
  }

  /** The interval between two numbers of finished letters, which excludes start and warm-up. */
  Interval between(long first, long last) {
    return new Interval(
        last - first,
        growth(first, last, Sample::elapsed),
        growth(first, last, Sample::processor),
        growth(first, last, Sample::broker));
  }

  /** The whole run. */
  Interval whole() {
    return between(0, done());
  }

  /**
   * An interval of a run.
   *
   * @param letters letters finished
   * @param length wall time
   * @param processor CPU time of the services
   * @param broker CPU time of the broker
   */
  record Interval(long letters, Duration length, Duration processor, Duration broker) {
    /** Letters per second. */
    double rate() {
      return letters / (length.toNanos() / 1e9);
    }

    /** CPU time of the services per letter, in microseconds. */
    double processorMicros() {
      return processor.toNanos() / 1e3 / letters;
    }

    /** CPU time of the broker per letter, in microseconds. */
    double brokerMicros() {
      return broker.toNanos() / 1e3 / letters;
    }
  }

  private Duration growth(long first, long last, Function<Sample, Duration> value) {
    ToDoubleFunction<Sample> nanos = sample -> value.apply(sample).toNanos();
    return Duration.ofNanos((long) (interpolate(last, nanos) - interpolate(first, nanos)));
  }

  /** Interpolates a value at the time when a count was reached. */
  private double interpolate(long count, ToDoubleFunction<Sample> value) {
    Sample previous = Sample.START;
    for (Sample sample : samples) {
      if (sample.done() >= count) {
        double share =
            sample.done() == previous.done()
                ? 0
                : (count - previous.done()) / (double) (sample.done() - previous.done());
        double from = value.applyAsDouble(previous);
        return from + share * (value.applyAsDouble(sample) - from);
      }
      previous = sample;
    }
    return value.applyAsDouble(last());
  }
}
