package org.openimr.sink.connect.worker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.openimr.schemas.topic.Topic;

/**
 * What Connect tells of this worker's tasks by JMX, as metrics by connector. Figures of tasks that
 * are on other workers are with those.
 */
final class ConnectorMetrics {
  private static final String CONNECT = "kafka.connect:type=%s,connector=*,task=*,*";
  private static final String CONSUMER =
      "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*,topic=*,partition=*";

  /** How Connect names the consumer of a task, before connector and number. */
  private static final String CLIENT = "connector-consumer-";

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final MeterRegistry metrics;
  private final Map<String, Map<TaskMetric, Double>> newest = new ConcurrentHashMap<>();

  ConnectorMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** What is told of a connector. */
  private enum TaskMetric {
    SENT(
        "records.sent", "records given to the sink", "sink-task-metrics", "sink-record-send-total"),
    ERRORS("record.errors", "records that failed", "task-error-metrics", "total-record-errors"),
    SKIPPED(
        "records.skipped", "records passed over", "task-error-metrics", "total-records-skipped"),
    DELIVERED("deliveries", "events that an endpoint took", "plugins", "delivered-total"),
    REFUSED("refusals", "events that an endpoint did not take", "plugins", "dead-letters-total"),
    BATCH(
        "batch.ms",
        "ms that the sink needs for a batch",
        "sink-task-metrics",
        "put-batch-avg-time-ms"),
    WAITING("waiting", "events taken on and not delivered", "plugins", "waiting"),
    LEFT_ALONE("left.alone", "1 while an endpoint is left alone", "plugins", "circuit-open"),
    LAG("lag", "records that the sink has not read yet", "", "records-lag");

    private final String meter;
    private final String meaning;
    private final String beanType;
    private final String attribute;

    TaskMetric(String name, String meaning, String beanType, String attribute) {
      this.meter = "imr.sink." + name;
      this.meaning = meaning;
      this.beanType = beanType;
      this.attribute = attribute;
    }

    boolean isCount() {
      return compareTo(BATCH) < 0;
    }
  }

  /** Reads all of them anew. */
  void poll() {
    Map<String, Map<TaskMetric, Double>> found = new HashMap<>();
    for (TaskMetric figure : TaskMetric.values()) {
      if (figure != TaskMetric.LAG) {
        names(CONNECT.formatted(figure.beanType))
            .forEach(bean -> add(found, text(bean, "connector"), figure, bean));
      }
    }
    for (ObjectName bean : names(CONSUMER)) {
      // Kafka tells each figure twice, the second time with the topic's dots as underscores
      if (Topic.byName(text(bean, "topic")).isPresent()) {
        connector(text(bean, "client-id"))
            .ifPresent(connector -> add(found, connector, TaskMetric.LAG, bean));
      }
    }
    newest.keySet().retainAll(found.keySet());
    found.forEach(this::publish);
  }

  private void publish(String connector, Map<TaskMetric, Double> figures) {
    newest.put(connector, figures);
    figures.keySet().forEach(figure -> register(connector, figure));
  }

  private void register(String connector, TaskMetric figure) {
    Tags tags = Tags.of("connector", connector);
    if (figure.isCount()) {
      FunctionCounter.builder(figure.meter, newest, all -> value(all, connector, figure))
          .description(figure.meaning)
          .tags(tags)
          .register(metrics);
    } else {
      Gauge.builder(figure.meter, newest, all -> value(all, connector, figure))
          .description(figure.meaning)
          .tags(tags)
          .register(metrics);
    }
  }

  private static double value(
      Map<String, Map<TaskMetric, Double>> all, String connector, TaskMetric figure) {
    return all.getOrDefault(connector, Map.of()).getOrDefault(figure, 0.0);
  }

  private void add(
      Map<String, Map<TaskMetric, Double>> found,
      String connector,
      TaskMetric figure,
      ObjectName bean) {
    try {
      if (beans.getAttribute(bean, figure.attribute) instanceof Number number
          && !Double.isNaN(number.doubleValue())) {
        found
            .computeIfAbsent(connector, name -> new HashMap<>())
            .merge(
                figure, number.doubleValue(), figure == TaskMetric.BATCH ? Math::max : Double::sum);
      }
    } catch (JMException e) {
      // another kind of bean, or the task has just ended
      return;
    }
  }

  /** {@code lake-cases} of {@code connector-consumer-lake-cases-0}. */
  private static Optional<String> connector(String client) {
    int number = client.lastIndexOf('-');
    return client.startsWith(CLIENT) && number > CLIENT.length()
        ? Optional.of(client.substring(CLIENT.length(), number))
        : Optional.empty();
  }

  private static String text(ObjectName bean, String key) {
    String value = bean.getKeyProperty(key);
    return value.startsWith("\"") ? ObjectName.unquote(value) : value;
  }

  private Iterable<ObjectName> names(String pattern) {
    try {
      return beans.queryNames(new ObjectName(pattern), null);
    } catch (JMException e) {
      throw new IllegalStateException(pattern, e);
    }
  }
}
