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
 * Exposes the JMX metrics of this worker's tasks as Micrometer metrics by connector. Tasks of other
 * workers are exposed there.
 */
final class ConnectorMetrics {
  private static final String CONSUMER =
      "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*,topic=*,partition=*";

  /** Client id that Connect gives to the consumer of a task, before connector and task number. */
  private static final String CLIENT = "connector-consumer-";

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final MeterRegistry metrics;
  private final Map<String, Map<TaskMetric, Double>> latest = new ConcurrentHashMap<>();

  ConnectorMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Metrics of a connector. */
  private enum TaskMetric {
    SENT(
        "sink.records.sent",
        "records given to the sink",
        "sink-task-metrics",
        "sink-record-send-total"),
    ERRORS(
        "sink.record.errors", "records that failed", "task-error-metrics", "total-record-errors"),
    SKIPPED(
        "sink.records.skipped",
        "records that were skipped",
        "task-error-metrics",
        "total-records-skipped"),
    DELIVERED("sink.deliveries", "events that the endpoint accepted", "plugins", "delivered-total"),
    REFUSED("sink.refusals", "events written as dead letters", "plugins", "dead-letters-total"),
    BATCH(
        "sink.batch.ms",
        "ms per batch of the sink, on average",
        "sink-task-metrics",
        "put-batch-avg-time-ms"),
    PENDING("webhook.pending", "undelivered webhook events", "plugins", "pending"),
    CIRCUIT_OPEN(
        "webhook.circuit.open",
        "1 while the circuit of the endpoint is open",
        "plugins",
        "circuit-open"),
    LAG("sink.lag", "records that the sink has not read yet", "", "records-lag");

    private final String meter;
    private final String description;
    private final String beanType;
    private final String attribute;

    TaskMetric(String name, String description, String beanType, String attribute) {
      this.meter = "imr." + name;
      this.description = description;
      this.beanType = beanType;
      this.attribute = attribute;
    }

    boolean isCount() {
      return compareTo(BATCH) < 0;
    }
  }

  /** Reads all metrics from JMX. */
  void poll() {
    Map<String, Map<TaskMetric, Double>> found = new HashMap<>();
    for (TaskMetric metric : TaskMetric.values()) {
      if (metric != TaskMetric.LAG) {
        names("kafka.connect:type=%s,connector=*,task=*,*".formatted(metric.beanType))
            .forEach(bean -> add(found, text(bean, "connector"), metric, bean));
      }
    }
    for (ObjectName bean : names(CONSUMER)) {
      // Kafka registers each metric twice, once with underscores instead of the dots of the topic
      if (Topic.byName(text(bean, "topic")).isPresent()) {
        connector(text(bean, "client-id"))
            .ifPresent(connector -> add(found, connector, TaskMetric.LAG, bean));
      }
    }
    latest.keySet().retainAll(found.keySet());
    found.forEach(this::publish);
  }

  private void publish(String connector, Map<TaskMetric, Double> values) {
    latest.put(connector, values);
    values.keySet().forEach(metric -> register(connector, metric));
  }

  private void register(String connector, TaskMetric metric) {
    Tags tags = Tags.of("connector", connector);
    if (metric.isCount()) {
      FunctionCounter.builder(metric.meter, latest, all -> value(all, connector, metric))
          .description(metric.description)
          .tags(tags)
          .register(metrics);
    } else {
      Gauge.builder(metric.meter, latest, all -> value(all, connector, metric))
          .description(metric.description)
          .tags(tags)
          .register(metrics);
    }
  }

  private static double value(
      Map<String, Map<TaskMetric, Double>> all, String connector, TaskMetric metric) {
    return all.getOrDefault(connector, Map.of()).getOrDefault(metric, 0.0);
  }

  private void add(
      Map<String, Map<TaskMetric, Double>> found,
      String connector,
      TaskMetric metric,
      ObjectName bean) {
    try {
      if (beans.getAttribute(bean, metric.attribute) instanceof Number number
          && !Double.isNaN(number.doubleValue())) {
        found
            .computeIfAbsent(connector, name -> new HashMap<>())
            .merge(
                metric, number.doubleValue(), metric == TaskMetric.BATCH ? Math::max : Double::sum);
      }
    } catch (JMException e) {
      // a bean without this attribute, or the task has just ended
      return;
    }
  }

  /** Connector of a client id: {@code lake-cases} of {@code connector-consumer-lake-cases-0}. */
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
