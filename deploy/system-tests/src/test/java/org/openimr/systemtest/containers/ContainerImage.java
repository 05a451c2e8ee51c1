package org.openimr.systemtest.containers;

import org.testcontainers.utility.DockerImageName;

/** Names of all images; the build says which versions. */
enum ContainerImage {
  INGEST("imr/ingest-service:" + tag()),
  ENRICH("imr/enrich-service:" + tag()),
  SINKS("imr/sink-service:" + tag()),
  IMR("imr/imr:" + tag()),
  BROKER(System.getProperty("imr.images.broker")),
  REGISTRY(System.getProperty("imr.images.registry")),
  DATABASE(System.getProperty("imr.images.database"));

  private final String reference;

  ContainerImage(String reference) {
    this.reference = reference;
  }

  DockerImageName image() {
    return DockerImageName.parse(reference);
  }

  private static String tag() {
    return System.getProperty("imr.images.tag");
  }
}
